import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'

const root = join(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const optionsIn = (text: string) => [...text.matchAll(/--[a-z-]+(?:=\d+)?/g)].map(([option]) => option)

const [command = ''] = /exec node .* dist\/main\.js/.exec(JSON.parse(read('package.json')).scripts.start) ?? []
const measured = optionsIn(command)

t.test(
  'the image and both manuals start Node with the options that npm start gives and the benchmark measures',
  async (t) => {
    t.ok(measured.length > 0)
    const [inImage = ''] = /^CMD .*dist\/main\.js.*$/m.exec(read('Dockerfile')) ?? []
    t.same(optionsIn(inImage), measured, 'Dockerfile')
    for (const file of ['docs/operations.md', 'docs/operations.zh-CN.md']) {
      const [inManual = ''] = /`node --[^`]* dist\/main\.js`/.exec(read(file)) ?? []
      t.same(optionsIn(inManual), measured, file)
    }
  },
)

t.test('the page on performance gives a reason for each of these options and no other', async (t) => {
  const [, section = ''] = read('docs/performance.md').split('## How V8 is started\n')
  const rows = section.split('\n## ')[0]?.match(/^\| `--.*$/gm) ?? []
  const explained = rows.flatMap((row) => optionsIn(row.split('|')[1] ?? ''))
  t.same(explained.sort(), measured.toSorted())
})
