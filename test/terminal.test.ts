import t from 'tap'
import { addressToOpen, levelOnTerminal } from '../src/operations/greeting.ts'
import { reviewedData, writeData } from './data-folder.ts'
import { runToItsEnd } from './run-service.ts'

const greeting =
  /^清单已启动，请用浏览器打开 (http:\/\/127\.0\.0\.1:\d+)（.*\r?\nQingdan is ready: open \1 in a browser; .*\r?\n$/

t.test('on a terminal a person is greeted with the address to open, and sees no lines of JSON', async (t) => {
  const { dataDir, databasePath } = writeData(t, reviewedData())
  const environment = { DATA_DIR: dataDir, DATABASE_PATH: databasePath }
  const watched = `Object.defineProperty(process.stdout, 'isTTY', { value: true })
    const { write } = process.stdout
    process.stdout.write = (text, ...rest) => {
      setImmediate(() => process.kill(process.pid, 'SIGTERM'))
      return write.call(process.stdout, text, ...rest)
    }`
  const args = ['--import', `data:text/javascript,${encodeURIComponent(watched)}`]
  const { code, stdout, stderr } = await runToItsEnd(t, environment, { args })
  t.match({ code, stderr }, { code: 0, stderr: '' })
  t.match(stdout, greeting)
  const asked = await runToItsEnd(t, { ...environment, LOG_LEVEL: 'info' }, { args })
  t.match(asked.stdout, /^\{.*"ready"/m, 'unless they are asked for')
})

t.test('what to open is where the service is reached', async (t) => {
  const open = (address: string, family = 'IPv4', publicUrl?: string) =>
    addressToOpen({ publicUrl }, { address, family, port: 3000 })
  t.equal(open('192.0.2.7'), 'http://192.0.2.7:3000')
  t.equal(open('0.0.0.0'), 'http://127.0.0.1:3000')
  t.equal(open('::', 'IPv6'), 'http://127.0.0.1:3000')
  t.equal(open('::1', 'IPv6'), 'http://[::1]:3000')
  t.equal(open('0.0.0.0', 'IPv4', 'https://lists.example/q'), 'https://lists.example/q')
})

t.test('an empty LOG_LEVEL is none', async (t) => {
  t.equal(levelOnTerminal({ logLevel: 'info' }, { LOG_LEVEL: ' ' }), 'warn')
  t.equal(levelOnTerminal({ logLevel: 'info' }, {}), 'warn')
  t.equal(levelOnTerminal({ logLevel: 'debug' }, { LOG_LEVEL: 'debug' }), 'debug')
})
