// Kills, stops and renews replicas behind nginx under load, and tells what callers saw.  node scripts/try-replicas.ts
import { tryReplicas } from './replicas/try-replicas.ts'

const { requests, failures, outcomes } = await tryReplicas()
const versions = [...outcomes].map(([version, words]) => `${version}: ${[...words].join(', ')}`)
process.stdout.write(`${requests} requests, ${failures.length} failed\n${[...versions, ...failures].join('\n')}\n`)
process.exitCode = failures.length === 0 ? 0 : 1
