import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { parse } from 'yaml'

const root = join(import.meta.dirname, '../..')
const { qingdan } = parse(readFileSync(join(root, 'compose.yaml'), 'utf8')).services
const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8')

t.test('on one machine the container may do no more than it needs', async (t) => {
  t.match(qingdan, {
    read_only: true,
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
    mem_limit: String,
    cpus: 1,
    volumes: [{ target: '/annexes', read_only: true }],
    environment: { ANNEX_DIR: '/annexes', DATABASE_PATH: /^\/run\/qingdan\// },
    tmpfs: [/^\/run\/qingdan:/],
  })
  for (const port of qingdan.ports) t.match(port, /^127\.0\.0\.1:/, 'opened to this machine only')
  t.ok(Number.parseInt(qingdan.stop_grace_period, 10) * 1000 > Number(qingdan.environment.DRAIN_MS))
})

t.test('its health is asked as the image asks it', async (t) => {
  t.match(dockerfile, `CMD ${JSON.stringify(qingdan.healthcheck.test.slice(1)).replaceAll(',', ', ')}`)
})

t.test('the image runs node as another user than root, without npm', async (t) => {
  const [, , ...stages] = dockerfile.split(/^FROM /m)
  const last = stages.at(-1) ?? ''
  t.match(last, /^USER node$/m)
  t.match(last, /^STOPSIGNAL SIGTERM$/m)
  t.match(last, /rm -rf \/usr\/local\/lib\/node_modules \/usr\/local\/bin\/npm/)
})
