import { createHash } from 'node:crypto'
import { join } from 'node:path'
import t from 'tap'
import { callersIn, readKeyFile } from '../../../src/http/callers/key-file.ts'

const sha256 = (key: string) => createHash('sha256').update(key).digest('hex')

t.test('a line is the SHA-256 of a key and the name of its caller', async (t) => {
  const [a, b, c] = ['a', 'b', 'c'].map(sha256)
  const text = `# 注释\n\n${a}  政务平台\r\n${b?.toUpperCase()} one stop shop \n  # more\n${c}\t政务平台`
  t.same(
    callersIn(text).map(({ name, digest }) => [name, digest.toString('hex')]),
    [
      ['政务平台', a],
      ['one stop shop', b],
      ['政务平台', c],
    ],
  )
})

t.test('a file without keys lets nobody in', async (t) => {
  t.same(callersIn('# nobody yet\n'), [])
})

t.test('a line that cannot be read is told by its number, not by its words', async (t) => {
  const wrong = / line 2 must be the SHA-256 of a key, a space and a name of at most 64 characters$/
  for (const line of ['secret platform', sha256('a'), `${sha256('a')}platform`, `${sha256('a')} ${'x'.repeat(65)}`]) {
    t.throws(() => callersIn(`# keys\n${line}\n`), { name: 'ConfigError', message: wrong }, line)
  }
  const twice = `${sha256('a')} one\n${sha256('a').toUpperCase()} two\n`
  t.throws(() => callersIn(twice), { message: 'API_KEYS_FILE line 2 repeats a key' })
})

t.test('a file that is not there is told by its variable', async (t) => {
  t.throws(() => readKeyFile(join(t.testdir(), 'keys')), { name: 'ConfigError', message: /^API_KEYS_FILE .*ENOENT/ })
})
