import { pino } from 'pino'
import { buildApp } from './app.ts'
import { openCatalogue } from './catalogue/open-catalogue.ts'
import { readConfig } from './config.ts'
import { explainStartFailure } from './start-failure.ts'

try {
  const config = readConfig(process.env)
  const logger = pino({ level: config.logLevel })
  const snapshot = await openCatalogue(config)
  const app = await buildApp({ snapshot: () => snapshot, logger })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void app.close())
  await app.listen({ host: config.host, port: config.port, listenTextResolver: (address) => `listening at ${address}` })
  logger.info({ dataset: snapshot.version }, 'ready')
} catch (error) {
  process.stderr.write(`${explainStartFailure(error)}\n`)
  process.exitCode = 1
}
