import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { imageOptions } from '../bundled.ts'

const root = join(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const optionsIn = (text: string) => text.match(/--[^\s`|,]+/g)

for (const file of ['docs/operations.md', 'docs/operations.zh-CN.md'])
  t.test(`${file} starts Node with the options of the image`, async (t) => {
    const [command = ''] = /^node_modules\/\.bin\/node --.* dist\/main\.js$/m.exec(read(file)) ?? []
    t.same(optionsIn(command), imageOptions())
  })

t.test('docs/performance.md gives a reason for each of these options, and for no other', async (t) => {
  const [, section = ''] = read('docs/performance.md').split('## How V8 is started\n')
  const rows = section.split('\n## ')[0]?.match(/^\| `--.*$/gm) ?? []
  const explained = rows.flatMap((row) => optionsIn(row.split('|')[1] ?? '') ?? [])
  t.same(explained.sort(), imageOptions().sort())
})
