import t from 'tap'
import { Value } from 'typebox/value'
import { RecordedNamesFile } from '../../src/lists/recorded-name.ts'
import { core, segment } from '../../src/names/index/segment.ts'
import { vocabularyOf } from '../../src/names/index/vocabulary.ts'
import { withoutPlace } from '../../src/names/normalise/place-words.ts'
import { bare, key, plain, surfaceRules } from '../../src/names/normalise/plain.ts'
import { soundsOf } from '../../src/names/normalise/sound.ts'
import { languageOf, madeOf } from '../../src/names/normalise/wording.ts'
import { annex3, annex7, namesFile, national, read } from './lists.ts'

t.test('a plain name has no width, no gaps, one kind of bracket and no quotes', async (t) => {
  t.equal(plain('　《健在証明》〔原件１份〕。'), '健在証明(原件1份)')
  t.equal(key('社区戒毒、社区康复人员情况证明(表现证明)'), '社区戒毒社区康复人员情况证明表现证明')
  t.equal(bare('居(租)住证明'), '居租住证明')
  t.same(surfaceRules('（健 在）'), ['width', 'spacing', 'punctuation'])
  t.same(surfaceRules('健在'), [])
})

t.test('a name is taken apart into the longest known words', async (t) => {
  const vocabulary = vocabularyOf({
    slots: { 证件: ['结婚证', '结婚证', '证'], 婚姻: ['结婚'] },
    wording: { filler: ['证明'], light: ['证明', '情况'] },
  })
  t.same(
    segment('结婚证遗失证明', vocabulary).map(({ text, word }) => [text, word?.slot ?? null]),
    [
      ['结婚证', '证件'],
      ['遗失', null],
      ['证明', null],
    ],
  )
  t.same(segment('', vocabulary), [])
  t.equal(core('采伐情况证明', vocabulary), '采伐')
})

t.test('a note is made of nothing but known words, digits and marks', async (t) => {
  const words = new Set(['原件', '份'])
  for (const text of ['', '原件1份', '原件、1份']) t.ok(madeOf(text, words), text)
  for (const text of ['原件甲', '甲']) t.notOk(madeOf(text, words), text)
  t.ok(madeOf('原件份'.repeat(60), words))
})

t.test('a kind without words of its own peels nothing', async (t) => {
  t.notOk(languageOf({ subjects: ['没有的词类'] }).noteOnly('男方'))
  const { issuers, asking, purpose, otherPaper } = languageOf({})
  t.notOk(issuers)
  t.notOk(otherPaper.test('合同'))
  t.notOk(asking.test('请提供'))
  t.notOk(purpose.test(''))
})

t.test('a village’s board loses its place, another body’s keeps it', async (t) => {
  const places = namesFile('signboards').wording?.places
  if (!places) throw new Error('signboards.json has no places')
  t.equal(withoutPlace('中国共产党某某镇某某村支部委员会', places), '中共村支部委员会')
  t.equal(withoutPlace('××村村民委员会', places), '村民委员会')
  for (const name of ['村民委员会', '柳湖镇村民委员会', '共青团泾滩村支部', '泾滩村', '四十里铺镇党委'])
    t.equal(withoutPlace(name, places), undefined, name)
})

t.test('sounds have no tones; what is no character sounds as it is written', async (t) => {
  t.same(soundsOf('健在'), soundsOf('建在'))
  t.not(`${soundsOf('健康')}`, `${soundsOf('健在')}`)
  t.same(soundsOf('\ud800a'), ['\ud800', 'a'])
})

for (const file of ['certificates', 'signboards', 'tasks'] as const) {
  t.test(`data/names/${file}.json is whole`, async (t) => {
    const data = namesFile(file)
    t.same(Value.Errors(RecordedNamesFile, data), [])
    const slots = Object.entries(data.slots ?? {})
    const members = slots.flatMap(([, words]) => words)
    t.same(
      members.filter((word, at) => members.indexOf(word) !== at),
      [],
      'a word stands in one class',
    )
    const distinct = new Set(data.wording?.distinct)
    t.same(
      members.filter((word) => distinct.has(word)),
      [],
      'a word of a class is no sound-alike of one',
    )
    for (const slot of data.wording?.subjects ?? []) t.ok(data.slots?.[slot], `${slot} is a class`)
    const names = data.recorded.flatMap((record) => record.names)
    t.same(
      names.filter((name, at) => names.indexOf(name) !== at),
      [],
      'a name is recorded once',
    )
    for (const { names: recorded, reading, items, reason } of data.recorded) {
      t.equal(items.length === 0, reading === 'none' || reading === 'elsewhere', `${recorded[0]}: none has no items`)
      if (reading !== 'same') t.ok(reason, `${recorded[0]} says why`)
      for (const name of recorded) {
        const used = [...name.matchAll(/\{([^}]+)\}/gu)].map(([, slot]) => slot as string)
        t.same(
          used.filter((slot) => !data.slots?.[slot]),
          [],
          `${name} has known classes`,
        )
      }
    }
  })
}

t.test('every record of certificates and boards leads to a name that a list prints', async (t) => {
  const printed = new Set([...annex3.items, ...annex7.items, ...national.items].map(({ name }) => name))
  for (const file of ['certificates', 'signboards']) {
    for (const { names, items } of namesFile(file).recorded) {
      if (items.length > 0)
        t.ok(
          items.some((item) => printed.has(item)),
          `${names[0]} → ${items}`,
        )
    }
  }
})

t.test('every recorded name of certificates is read as it is recorded', async (t) => {
  for (const { names, reading, items } of namesFile('certificates').recorded) {
    for (const name of names.filter((written) => !written.includes('{'))) {
      const got = read(name)
      const verdict = { same: 'decided', ask: 'ask', none: 'none', elsewhere: 'none' }[reading]
      t.equal(got.verdict, verdict, name)
      t.equal('elsewhere' in got, reading === 'elsewhere', name)
      if (got.verdict === 'decided')
        t.ok(
          got.items.every((item) => items.includes(item.name)),
          name,
        )
    }
  }
})

t.test('whoever maintains the names can follow the steps of a reading', async (t) => {
  const { readName } = await import('../../src/names/read/read-name.ts')
  const { certificates } = await import('./lists.ts')
  const stepsOf = (name: string) => {
    const steps: string[] = []
    readName(
      name,
      certificates,
      () => true,
      ({ step, text, rules, reading }) => steps.push(`${step} ${rules.join('+')} ${text} ${reading?.verdict ?? '–'}`),
    )
    return steps
  }
  t.same(stepsOf('1. 村委会出具的健在證明'), [
    'printed  1村委会出具的健在證明 –',
    'printed script 1村委会出具的健在证明 –',
    'printed script+numbering 村委会出具的健在证明 –',
    'printed script+numbering+issuer 健在证明 decided',
  ])
  t.same(stepsOf('健在证明'), ['printed  健在证明 decided'])
  t.same(stepsOf('活着证明'), ['printed  活着证明 –', 'recorded  活着证明 decided'])
  t.same(stepsOf('派出所出具的健在证明'), ['issuer  派出所出具 none'])
  t.equal(stepsOf('建在证明').at(-1), 'slip  建在证明 decided')
  t.equal(stepsOf('劳务合同').at(-1), 'kind  劳务合同 none')
  t.equal(stepsOf('采伐登记证明').at(-1)?.startsWith('alike'), true)
})
