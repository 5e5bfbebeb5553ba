import type { AddressInfo } from 'node:net'
import { buildApp } from './app.ts'
import { Catalogue, type ReloadObserver } from './catalogue/catalogue.ts'
import type { Snapshot } from './catalogue/snapshot.ts'
import { watchFolders } from './catalogue/watch-folders.ts'
import { readConfig } from './config/config.ts'
import { Callers } from './http/callers/callers.ts'
import { clientKey } from './http/plugins/client-address.ts'
import { checkHome } from './operations/check-home.ts'
import { boundConnections, mostConnections, openFileLimit } from './operations/connections.ts'
import { Decisions } from './operations/decisions.ts'
import { addressToOpen, greeting, levelOnTerminal } from './operations/greeting.ts'
import { LifeCycle } from './operations/life-cycle.ts'
import { createLogger } from './operations/logger.ts'
import { serveMetrics } from './operations/metrics-server.ts'
import { explainStartFailure } from './operations/start-failure.ts'
import { startTracing } from './operations/tracing.ts'
import { Traffic } from './operations/traffic.ts'

/** How long what is in flight when the service closes may take, in milliseconds: orchestrators kill who stops for too long. */
const patience = 5000

let finish = async () => {}
try {
  const config = readConfig(process.env)
  const onTerminal = process.stdout.isTTY
  const log = createLogger(onTerminal ? levelOnTerminal(config, process.env) : config.logLevel)
  const { logger } = log
  finish = log.finish
  const traffic = new Traffic()
  const decisions = config.decisions ? new Decisions(config.decisions, traffic, logger) : undefined
  await decisions?.open()
  const tracing = await startTracing({ environment: process.env, logNames: config.logNames, counted: traffic, logger })
  const callers =
    config.apiKeysFile === null
      ? undefined
      : new Callers(config.apiKeysFile, {
          loaded: (callers) => logger.info({ callers }, 'keys read again'),
          refused: (error) => logger.error({ err: error }, 'new keys refused, old keys hold'),
        })
  const tellRemarks = ({ remarks }: Snapshot) => {
    for (const remark of remarks) logger.warn({ remark: remark.zh }, 'look at this annex')
  }
  const reloads: ReloadObserver = {
    waiting: (files) => logger.warn({ files }, 'these files are still being written and are waited for'),
    loaded: (dataset, changed) => {
      logger.info({ dataset, changed }, 'data read again')
      tellRemarks(catalogue.snapshot)
    },
    refused: (error) =>
      logger.error({ err: error, dataset: catalogue.snapshot.version }, 'new data refused, old data served'),
  }
  // The signal means: read the data again. What changes while they are first read, and a signal then, is heeded afterwards.
  const reload = () => void opening.then((opened) => opened.reload())
  const folders = [config.dataDir, config.annexDir].filter((folder) => folder !== undefined)
  const watch = watchFolders(folders, {
    changed: reload,
    unwatched: (error) => logger.warn({ err: error }, 'changes of the data may go unseen: send SIGHUP after each'),
  })
  process.on('SIGHUP', reload)
  process.on('SIGHUP', watch.look)
  const opening = Catalogue.open(config, reloads, config.load)
  const catalogue = await opening
  tellRemarks(catalogue.snapshot)
  checkHome(catalogue.snapshot, config)
  const lifeCycle = new LifeCycle()
  const state = {
    traffic,
    snapshot: () => catalogue.snapshot,
    load: () => catalogue.load,
    stopping: () => lifeCycle.stopping,
  }
  const app = await buildApp({
    ...state,
    settings: config,
    logger,
    ...(callers ? { callers } : {}),
    ...(decisions ? { decisions } : {}),
    ...(tracing ? { tracing } : {}),
  })
  boundConnections(app.server, {
    most: mostConnections(config.maxConnections, openFileLimit()),
    counted: traffic,
    logger,
    clientOf: clientKey,
  })

  if (callers) process.on('SIGHUP', callers.reload)
  const metricsPort = await serveMetrics(state, config)
  lifeCycle.watch({
    logger,
    drainMs: config.drainMs,
    // What could not be kept is told in the log.
    finish: async () => {
      await decisions?.finish()
      await log.finish()
    },
    close: async () => {
      watch.stop()
      callers?.close()
      const cut = setTimeout(() => app.server.closeAllConnections(), patience)
      await app.close()
      clearTimeout(cut)
      await tracing?.close().catch((error: Error) => logger.warn({ err: error }, 'the last traces are lost'))
    },
  })

  await app.listen({ host: config.host, port: config.port, listenTextResolver: (address) => `listening at ${address}` })
  logger.info({ dataset: catalogue.snapshot.version, ...(metricsPort === null ? {} : { metricsPort }) }, 'ready')
  logger.flush()
  if (onTerminal) process.stdout.write(greeting(addressToOpen(config, app.server.address() as AddressInfo)))
} catch (error) {
  process.stderr.write(`${explainStartFailure(error)}\n`)
  await finish()
  process.exit(1)
}
