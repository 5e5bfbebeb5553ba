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

  const reload = () => void catalogue.reload()
  const stopWatching = watchFolders([config.dataDir], reload)
  process.on('SIGHUP', reload)
  app.addHook('onClose', async () => {
    stopWatching()
    process.off('SIGHUP', reload)
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void app.close())

  await app.listen({ host: config.host, port: config.port, listenTextResolver: (address) => `listening at ${address}` })
  logger.info({ dataset: catalogue.snapshot.version }, 'ready')
} catch (error) {
  process.stderr.write(`${explainStartFailure(error)}\n`)
  process.exitCode = 1
}
