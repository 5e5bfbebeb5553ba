import { spawn } from 'node:child_process'
import { once } from 'node:events'
import t from 'tap'
import { without } from '../scripts/optional-tools.ts'
import { reviewedData, writeData } from './data-folder.ts'
import { projectCopy } from './project-copy.ts'

t.test('npm start on a real terminal greets, and Ctrl+C stops it', without('script'), async (t) => {
  const { dataDir, databasePath } = writeData(t, reviewedData())
  const environment = { HOST: '', PORT: '0', LOG_LEVEL: '', DATA_DIR: dataDir, DATABASE_PATH: databasePath }
  const terminal = spawn('script', ['-qec', 'npm -s start', '/dev/null'], {
    cwd: projectCopy(t),
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  t.teardown(() => terminal.kill('SIGKILL'))
  let shown = ''
  terminal.stdout.on('data', (part: Buffer) => {
    const greeted = shown.includes('Ctrl+C stops it')
    shown += part
    if (!greeted && shown.includes('Ctrl+C stops it')) terminal.stdin.write('\x03')
  })
  const [, signal] = await once(terminal, 'close')
  // The code may be 130: npm hands on the signal that the terminal has sent to the service, too, and a second one ends it at once.
  t.equal(signal, null)
  t.match(shown, '清单已启动')
  t.match(shown, /Qingdan is ready: open http:\/\/127\.0\.0\.1:\d+ /)
  t.notMatch(shown, '{"level"')
})
