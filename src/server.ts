import { pino } from 'pino'
import { buildApp } from './app.ts'
import { Catalogue } from './catalogue/catalogue.ts'
import { watchFolders } from './catalogue/watch-folders.ts'
import { readConfig } from './config.ts'
import { explainStartFailure } from './start-failure.ts'

try {
  const config = readConfig(process.env)
  const logger = pino({ level: config.logLevel })
  const catalogue = await Catalogue.open(config, {
    loaded: (dataset, changed) => logger.info({ dataset, changed }, 'data read again'),
    refused: (error) =>
      logger.error({ err: error, dataset: catalogue.snapshot.version }, 'new data refused, old data served'),
  })
  const app = await buildApp({
    snapshot: () => catalogue.snapshot,
    load: () => catalogue.load,
    publicUrl: config.publicUrl,
    logger,
  })

  app.addHook('onListen', (done) => {
    const reload = () => void catalogue.reload()
    const folders = [config.dataDir, config.annexDir].filter((folder) => folder !== undefined)
    const stopWatching = watchFolders(folders, reload)
    process.on('SIGHUP', reload)
    app.server.once('close', () => {
      stopWatching()
      process.off('SIGHUP', reload)
    })
    done()
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void app.close())

  await app.listen({ host: config.host, port: config.port, listenTextResolver: (address) => `listening at ${address}` })
  logger.info({ dataset: catalogue.snapshot.version }, 'ready')
} catch (error) {
  process.stderr.write(`${explainStartFailure(error)}\n`)
  process.exitCode = 1
}
