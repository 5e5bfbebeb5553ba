import { join } from 'node:path'
import t from 'tap'
import { checkedText, listOf, readLists } from '../../src/intake/store/list-files.ts'
import { listText } from '../../src/intake/store/list-text.ts'
import { readNames } from '../../src/intake/store/name-files.ts'
import { permits } from './made/lists.ts'

t.test('lists are read and checked', async (t) => {
  const data = t.testdir({
    lists: { 'annex-5.json': listText(permits), '.annex-5.json.1-0.draft': '{', 'readme.md': '' },
  })
  const lists = await readLists(data)
  t.strictSame(lists, [permits])
  t.equal(listOf(lists, 'annex-5'), lists[0])
  t.equal(checkedText(permits), listText(permits))
  t.throws(() => checkedText({ ...permits, id: 'Not An Id' }), /does not fit a list file/)
  t.throws(() => listOf(lists, 'annex-9'), /There is no list/)
  await t.rejects(readLists(join(data, 'none')), /There is no folder/)
  for (const text of ['{', '{}', listText({ ...permits, id: 'other' })]) {
    const bad = t.testdir({ lists: { 'annex-5.json': text } })
    await t.rejects(readLists(bad), /is not valid/, text.slice(0, 20))
  }
})

t.test(
  'a file that would go unread for the writing of its ending stops the reading of lists and of names',
  async (t) => {
    const read = { lists: { 'annex-5.json': listText(permits) }, names: {} }
    const unread = { 'annex-6.JSON': '{}', '._annex-6.JSON': '', 'annex-6.json.bak': '' }
    const lists = t.testdir({ ...read, lists: { ...read.lists, ...unread } })
    await t.rejects(readLists(lists), /^lists\/annex-6\.JSON in the data folder would not be read/)
    await t.resolves(readNames(lists))
    const names = t.testdir({ ...read, names: { 'certificates.Json': '{}', 'old.json.bak': '' } })
    await t.rejects(readNames(names), /^names\/certificates\.Json in the data folder would not be read/)
    await t.resolves(readLists(names))
  },
)

t.test('a list file is laid out as the repository’s formatter does', async (t) => {
  const long = Array.from({ length: 9 }, (_, at) => `第${at}种很长的证明名称`)
  const text = listText({
    ...permits,
    items: [
      { name: '甲证明', no: 1, subNames: ['乙证明'] },
      { no: 2, name: '丙证明', subNames: long },
    ],
  })
  t.strictSame(JSON.parse(text).items[1].subNames, long)
  t.match(text, '"subNames": ["乙证明"]', 'a short array on one line')
  t.match(text, '"subNames": [\n        "第0种很长的证明名称",', 'a long one on many')
  t.ok(text.indexOf('"no": 1') < text.indexOf('"name": "甲证明"'), 'keys in the order of the schema')
  t.ok(text.endsWith('}\n'))
})
