import t from 'tap'
import { vocabularyOf } from '../../../src/names/index/vocabulary.ts'
import { corrections } from '../../../src/names/read/misspellings.ts'
import { brief, read, scopeOf } from '../lists.ts'

const words = (slot: string[], distinct: string[] = []) =>
  vocabularyOf({ slots: { 甲: slot, 无: ['无', '我'] }, wording: { distinct, filler: ['证明', '的'] } })

t.test('a character that sounds alike gives way to the one of the known word', async (t) => {
  t.same(corrections('建在证明', words(['健在'])), ['健在证明'])
  t.same(corrections('我的建在证明', words(['健在'])), ['我的健在证明'])
  t.same(corrections('无建在证明', words(['健在'])), ['无健在证明'])
})

t.test('another sound, another length, two odd characters or a real word are no slip', async (t) => {
  t.same(corrections('健康证明', words(['健在'])), [])
  t.same(corrections('建载证明', words(['健在'])), [])
  t.same(corrections('物业证明', words(['无业'], ['物业'])), [])
  t.same(corrections('跟踪收入证明', words(['总收入', '收入'])), [], 'the doubtful stretch is 跟踪, not 踪')
})

t.test('a real word may still be offered as what was meant', async (t) => {
  t.same(corrections('物业证明', words(['无业'], ['物业']), true), ['无业证明'])
  t.match(read('出声证明'), { verdict: 'ask', candidates: [{ no: 9 }] })
})

t.test('with too many ways to be right none is taken', async (t) => {
  t.same(corrections('示证明', words([...'是事世市式士试'].map((first) => `${first}证明`))), [])
})

t.test('a slip decides only when everything it may have meant is one item', async (t) => {
  const slots = { 甲: ['健在'], 乙: ['剑在'] }
  const same = (name: string, item: string) => ({
    names: [name],
    reading: 'same' as const,
    items: [item],
    grade: 'editorial' as const,
  })
  const list = {
    id: 'list',
    items: [
      { no: 1, name: '第一证明' },
      { no: 2, name: '第二证明' },
    ],
  }
  const wording = { filler: ['证明'] }
  const one = scopeOf([list], { slots, wording, recorded: [same('{甲}', '第一证明'), same('{乙}', '第一证明')] })
  t.match(read('建在证明', one), { verdict: 'decided', method: 'typo', items: [{ no: 1 }] })
  const two = scopeOf([list], { slots, wording, recorded: [same('{甲}', '第一证明'), same('{乙}', '第二证明')] })
  t.not(read('建在证明', two).verdict, 'decided')
  const outer = { slots: { 甲: ['建在'], 乙: ['剑再'], 丙: ['请建'] }, wording: { ...wording, asking: ['请'] } }
  const recorded = [same('{甲}', '第一证明'), same('{乙}', '第二证明')]
  t.match(read('请建再证明', scopeOf([list], { ...outer, recorded })), { verdict: 'decided', items: [{ no: 1 }] })
})

t.test('a lost last 明 is believed of printed names only', async (t) => {
  t.match(read('婚姻状况证'), { verdict: 'decided', method: 'typo' })
  t.match(read('村委会出具的亲属关系证'), { verdict: 'decided', method: 'typo' })
  for (const name of ['婚姻登记证', '户口登记证', '养犬许可证', '出生证', '结婚证', '健康证'])
    t.not(read(name).verdict, 'decided', name)
})

t.test('words are known as the mainland writes them, so a name is first put into its script', async (t) => {
  t.match(read('社區戒毒社區康復人員情況證'), { verdict: 'decided', method: 'typo', items: [{ no: 6 }] })
})

t.test('one odd character in a long name is offered, in a short one it is another name', async (t) => {
  t.equal(brief(read('婚烟状况证明')), 'ask annex-3/8 annex-3/14')
  const list = { id: 'list', items: [{ no: 1, name: '健在证明' }] }
  t.equal(
    brief(read('健康证明', scopeOf([list]))),
    'ask list/1',
    'without words on record only the likeness of characters counts',
  )
  t.equal(brief(read('健康证明')), 'none')
})
