import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { run } from '../../src/cli/program.ts'
import { listText } from '../../src/intake/store/list-text.ts'
import { permits } from '../intake/made/lists.ts'
import { simple } from '../intake/made/word.ts'

const annex = simple([['1', '甲证明', '民政']], ['序号', '证明名称', '类别'])

/** Imports an annex; `meanwhile` happens when the list has been read and nothing is written yet. */
async function importing(t: Test, meanwhile: (list: string) => void) {
  const at = t.testdir({ 'a.docx': annex, lists: { 'annex-5.json': listText(permits) } })
  const list = join(at, 'lists/annex-5.json')
  let error = ''
  let heard = false
  const code = await run(
    ['import', join(at, 'a.docx'), '--list', 'annex-5', '--data', at, '--lang', 'en'],
    {},
    {
      out: () => {
        if (!heard) meanwhile(list)
        heard = true
      },
      error: (text) => {
        error += text
      },
    },
  )
  return { code, error, list, files: readdirSync(join(at, 'lists')) }
}

t.test('of two imports into one list at once, the second finds that it has changed and stops', async (t) => {
  const others = listText({ ...permits, items: [{ no: 1, name: '乙证明' }] })
  const { code, error, list, files } = await importing(t, (path) => writeFileSync(path, others))
  t.equal(code, 2)
  t.match(error, /annex-5\.json was changed by somebody else after it was read, and is not written/)
  t.equal(readFileSync(list, 'utf8'), others)
  t.same(files, ['annex-5.json'], 'nothing is left beside it')
})

t.test('it stops while another is about to write, too', async (t) => {
  // The draft of another machine that shares the folder.
  const { code, error, list, files } = await importing(t, (path) =>
    writeFileSync(join(path, '../.annex-5.json.00000000.1-0.draft'), ''),
  )
  t.match({ code, error }, { code: 2, error: /was changed by somebody else/ })
  t.equal(readFileSync(list, 'utf8'), listText(permits))
  t.equal(files.length, 2)
})

t.test('a list that was written anew with the same content has not changed', async (t) => {
  const { code, error, list } = await importing(t, (path) => {
    rmSync(path)
    writeFileSync(path, JSON.stringify(permits))
  })
  t.match({ code, error }, { code: 0, error: '' })
  t.match(readFileSync(list, 'utf8'), '甲证明')
})
