import t from 'tap'
import { bracketAlternatives, bracketSays, trailingBracket } from '../../src/names/normalise/brackets.ts'
import { takeApart } from '../../src/names/normalise/forms.ts'
import { withoutPlace } from '../../src/names/normalise/place-words.ts'
import { plain } from '../../src/names/normalise/plain.ts'
import { THRESHOLDS } from '../../src/names/normalise/thresholds.ts'
import { issuedBy, issuerBehind, notDemanded, peel, withoutNumber } from '../../src/names/normalise/wrappers.ts'
import { certificates } from './lists.ts'

const language = () => certificates.records.language
const peeled = (text: string) => {
  const found = peel(text, language())
  return found === undefined ? 'nothing' : `${found.rule} ${found.text}`
}

t.test('a number before a name is taken off, and only a number', async (t) => {
  const rest = '婚姻状况证明'
  for (const number of [
    ...['1.', '1．', '1、', '1)', '1）', '1:', '1：', '12、', '123、', '1234、', '1.、', '1：：'],
    ...['一、', '十二、', '一百二十项', '第5项', '第5项：', '第5项、', '第十二条', '5条', '三)'],
    ...['(1)', '(十二)', '(1)、', '(1234)'],
    ...['1.2', '1.2.3', '1.2.3.4', '1．2', '12.34', '1.123、', '123.1', '1.2.', '1.2．'],
    ...['8', '12', '123', '附件3第8项', '附件12第8项', '附件38'],
  ])
    t.equal(withoutNumber(`${number}${rest}`), rest, number)
  for (const name of [
    ...['1234婚姻状况证明', '12345热线证明', '婚姻状况证明', '第五婚姻证明', '(十二婚姻证明', '婚姻1.状况证明'],
    ...[
      '一二三四五、婚姻证明',
      '(12345)婚姻证明',
      '项婚姻证明',
      '附件婚姻证明',
      '附件3',
      '1a证明',
      '()婚姻证明',
      '甲1.婚姻证明',
    ],
    '第婚姻证明',
  ])
    t.equal(withoutNumber(name), undefined, name)
  t.equal(withoutNumber('1.婚姻'), '婚姻')
  t.equal(withoutNumber('1.婚'), undefined, 'one character is no name')
  t.equal(withoutNumber('第10号证明'), undefined)
  t.equal(withoutNumber('附件3甲证明'), undefined, 'an annex alone is no number of an item')
})

t.test('what follows a certificate’s name is taken off, however much of it there is', async (t) => {
  for (const tail of [
    ...[
      '材料',
      '文件',
      '资料',
      '文书',
      '书',
      '信',
      '函',
      '原件',
      '复印件',
      '扫描件',
      '电子版',
      '纸质版',
      '样本',
      '样表',
    ],
    ...['样式', '模板', '范本', '格式', '盖章', '一式一份', '一式二份', '一式两份', '一式三份', '一式四份'],
    ...[
      '一份',
      '2份',
      '12份',
      '两张',
      '壹份',
      '一张',
      '材料原件',
      '原件复印件一份',
      '原件及复印件',
      '原件和复印件各一份',
      '各1份',
    ],
  ])
    t.equal(peeled(`死亡证明${tail}`), 'trailing 死亡证明', tail)
  for (const tail of ['一式五份', '123份', '份', '甲', '一式份']) t.equal(peeled(`死亡证明${tail}`), 'nothing', tail)
  t.equal(peeled('死亡材料'), 'nothing', 'no certificate')
  for (const [name, paper] of [
    ['身份证原件及复印件', '身份证'],
    ['户口簿复印件1份', '户口簿'],
    ['毕业证书扫描件', '毕业证书'],
    ['营业执照副本', '营业执照'],
  ] as const)
    t.equal(peeled(name), `trailing ${paper}`, 'another paper has copies as well')
  for (const name of ['户口本', '身份证及', '证原', '死亡证明及']) t.equal(peeled(name), 'nothing', name)
  t.equal(peeled('死亡证明原件甲'), 'nothing', 'something else follows')
})

t.test('words around a name are taken off: about, for, please, of, proves', async (t) => {
  for (const [name, expected] of [
    ['关于居住的证明', '居住证明'],
    ['有关居住证明', '居住证明'],
    ['就居住的证明', '居住证明'],
    ['关于居住的书面证明', '居住书面证明'],
    [`关于${'甲'.repeat(40)}证明`, `${'甲'.repeat(40)}证明`],
    ['用于入学的居住证明', '居住证明'],
    ['请提供居住证明', '提供居住证明'],
    ['居住的证明', '居住证明'],
    ['兹证明健在', '健在证明'],
    ['特证明健在', '健在证明'],
    ['现证明健在', '健在证明'],
    ['证明健在', '健在证明'],
    ['证明：健在', '健在证明'],
    ['证明健在证明', '健在证明'],
    [`${'甲'.repeat(60)}的证明`, `${'甲'.repeat(60)}证明`],
  ] as const)
    t.equal(peeled(name), `wrapper ${expected}`, name)
  for (const name of [
    '关于居证明',
    '甲关于居住证明',
    '证明健',
    '居的证明',
    '居住证明',
    '居住的证',
    '甲证明健在',
    '请证明',
    `关于${'甲'.repeat(41)}证明`,
    `${'甲'.repeat(61)}的证明`,
  ])
    t.equal(peeled(name), 'nothing', name)
  t.equal(peeled('关于居住的证明甲'), 'nothing')
})

t.test('a village before a name is taken off without any verb, if what follows is a name', async (t) => {
  for (const [name, expected] of [
    ['村委会健在证明', 'issuer 健在证明'],
    ['柳湖镇某某村村民委员会健在证明', 'issuer 健在证明'],
    ['泾滩村健在证明', 'issuer 健在证明'],
    ['三组健在证明', 'issuer 健在证明'],
    ['派出所健在证明', 'nothing'],
    ['村委会书面证明', 'nothing'],
    ['村委会相关证明', 'nothing'],
    ['村委会有关证明', 'nothing'],
    ['村委会情况证明', 'nothing'],
    ['村委会甲书面证明', 'issuer 甲书面证明'],
    ['未在村委会的证明甲', 'nothing'],
    ['泾滩村残疾居民证明', 'issuer 残疾居民证明'],
  ] as const)
    t.equal(peeled(name), expected, name)
  for (const word of [...'民务干医庄镇集']) t.equal(peeled(`泾滩村${word}甲乙证明`), 'nothing', word)
  t.equal(peel('村委会健在证明', { ...language(), issuers: false }), undefined, 'boards and tasks have no issuers')
})

t.test('who issues a paper stands before its name with a verb, or behind it', async (t) => {
  t.same(issuedBy('村委会出具的健在证明'), { issuer: '村委会出具', name: '健在证明', surely: true })
  t.same(issuedBy('村委会出具并经派出所核实的健在证明'), {
    issuer: '村委会出具并经派出所核实',
    name: '健在证明',
    surely: false,
  })
  t.same(issuedBy('由村委会出具健在证明'), { issuer: '由村委会', name: '健在证明', surely: false })
  for (const name of ['健在证明', '出具健在证明', '由村委会出具健在']) t.equal(issuedBy(name), undefined, name)
  t.same(issuerBehind('健在证明:由村委会开具'), { name: '健在证明', issuer: '由村委会开具' })
  t.equal(issuerBehind('健在证明'), undefined)
})

t.test('what says that a paper is not demanded is told from a name with such a word', async (t) => {
  for (const [name, rest] of [
    ['不需要村委会开具死亡证明', '村委会开具死亡证明'],
    ['不再由村委会出具的收入证明', '村委会出具的收入证明'],
    ['无需提供收入证明', '收入证明'],
    ['免提交亲属关系证明', '亲属关系证明'],
    ['取消婚姻状况证明', '婚姻状况证明'],
    ['不再要求', '不再要求'],
    ['可告知承诺替代', '可告知承诺替代'],
    ['电子证照共享,免提交', '电子证照共享,免提交'],
  ] as const)
    t.equal(notDemanded(name), rest, name)
  for (const name of ['无犯罪记录证明', '不扰民证明', '原件', '亲属关系证明(免提交)'])
    t.equal(notDemanded(name), undefined, name)
})

const formsOf = (text: string) => takeApart(text, language()).forms

t.test('as many layers are taken off as there may be, and no more', async (t) => {
  const notes = (count: number) =>
    formsOf(`死亡证明${'(原件)'.repeat(count)}`).map(({ rules }) => rules.filter((rule) => rule === 'note').length)
  t.equal(Math.max(...notes(THRESHOLDS.rounds)), THRESHOLDS.rounds)
  t.equal(Math.max(...notes(THRESHOLDS.rounds + 1)), THRESHOLDS.rounds)
  const asked = (count: number) => formsOf(`${'请'.repeat(count)}死亡证明`).map(({ key }) => key)
  t.equal(asked(THRESHOLDS.rounds).at(-1), '死亡证明')
  t.equal(asked(THRESHOLDS.rounds + 1).at(-1), '请死亡证明')
  const issued = (count: number) => formsOf(`${'村委会出具的'.repeat(count)}死亡证明`).map(({ key }) => key)
  t.equal(issued(2).at(-1), '死亡证明', 'also an issuer named twice')
})

t.test('each layer tells what was taken off so far, and a bracket of its own ends them', async (t) => {
  t.same(takeApart('1.證明(原件)(甲乙)', language()), {
    forms: [
      { text: '1.證明(原件)(甲乙)', key: '1證明原件甲乙', rules: [] },
      { text: '1.证明(原件)(甲乙)', key: '1证明原件甲乙', rules: ['script'] },
      { text: '证明(原件)(甲乙)', key: '证明原件甲乙', rules: ['script', 'numbering'] },
      { text: '证明(原件)', key: '证明原件', rules: ['script', 'numbering', 'note'], aside: '甲乙' },
    ],
  })
})

t.test('a name tells who issues it: before it, behind it, in a bracket, by one function', async (t) => {
  const issuer = (name: string) => takeApart(name, language()).issuer
  t.same(issuer('派出所出具的死亡证明'), { written: '派出所出具', reading: 'other' })
  t.same(issuer('死亡证明(派出所出具)'), { written: '派出所出具', reading: 'other' })
  t.same(issuer('死亡证明:由派出所开具'), { written: '由派出所开具', reading: 'other' })
  t.same(issuer('柳湖镇泾滩村死亡证明'), { written: '柳湖镇泾滩村', reading: 'village' })
  t.same(issuer('村委会或派出所出具的死亡证明'), { written: '村委会或派出所出具', reading: 'mixed' })
  t.same(issuer('某某会出具的死亡证明'), { written: '某某会出具', reading: 'unclear' })
  t.same(
    issuer('村委会出具的死亡证明(派出所盖章)'),
    { written: '村委会出具', reading: 'village' },
    'who issues decides, not who seals',
  )
  t.same(issuer('死亡证明(派出所盖章)'), { written: '派出所盖章', reading: 'other' })
  for (const name of [
    '死亡证明(原件)',
    '死亡证明(住院)',
    '死亡证明(死者家属)',
    '申请人提供的死亡证明',
    '死亡证明:原件',
  ])
    t.equal(issuer(name), undefined, name)
  t.same(takeApart('死亡证明(免提交)', language()).notDemanded, true)
  t.same(takeApart('无需提供死亡证明', language()).forms.at(-1)?.key, '死亡证明')
})

t.test('the bracket at the end is told from one inside', async (t) => {
  t.same(trailingBracket('死亡证明(原件)'), { name: '死亡证明', content: '原件' })
  t.same(trailingBracket('死亡(土葬)证明(原件)'), { name: '死亡(土葬)证明', content: '原件' })
  t.same(trailingBracket('死亡证明(由村(居)委会出具)'), { name: '死亡证明', content: '由村(居)委会出具' })
  t.same(trailingBracket('死亡证明(由村(社区)出具)'), { name: '死亡证明', content: '由村(社区)出具' })
  t.same(trailingBracket('死亡证明()'), { name: '死亡证明', content: '' })
  for (const text of ['死亡(土葬)证明', '死亡证明', '(原件)', '死亡证明(原件', '死亡证明原件)'])
    t.equal(trailingBracket(text), undefined, text)
})

t.test('a bracket is a note or a name of its own', async (t) => {
  for (const note of ['原件', '原件1份', '', '用于入学', '入学使用', '入学专用', '入学所用', '入学用'])
    t.equal(bracketSays(note, language()), 'note', note)
  for (const name of ['未婚', '丙丁证明', '非医院', '不用于甲', '用户名'])
    t.equal(bracketSays(name, language()), 'name', name)
})

t.test('a bracket that offers another word has two readings', async (t) => {
  t.same(bracketAlternatives('结(离)婚证'), ['结婚证', '离婚证'])
  t.same(bracketAlternatives('甲乙(丙丁)证明'), ['甲乙证明', '丙丁证明'])
  t.same(bracketAlternatives('甲乙丙(丁)证明'), ['甲乙丙证明', '甲乙丁证明'])
  t.same(bracketAlternatives('甲乙丙丁戊己庚(一二三四五六)证明'), ['甲乙丙丁戊己庚证明', '甲一二三四五六证明'])
  for (const text of [
    '丁(甲乙丙)丢失证明',
    '甲乙证明(丙)',
    '(甲)乙证明',
    '甲()乙证明',
    '甲乙证明',
    '甲乙丙丁戊己庚辛(一二三四五六七)证明',
  ])
    t.equal(bracketAlternatives(text), undefined, text)
})

t.test('the place before a board goes, where it is a village’s', async (t) => {
  const places = {
    party: ['中共', '中国共产党'],
    upper: ['镇', '乡镇'],
    otherBodies: ['共青团', '小学'],
    notPlace: { whole: ['前'], starts: ['撤销'], ends: ['度假'], anywhere: ['驻'] },
  }
  const left = (name: string) => withoutPlace(name, places)
  for (const [name, expected] of [
    ['泾滩村委会', '村委会'],
    ['甲镇泾滩村委会', '村委会'],
    ['泾滩村村委会', '村委会'],
    ['中国共产党泾滩村支部', '中共村支部'],
    ['中共泾滩村支部', '中共村支部'],
    ['泾滩撤销村委会', '村委会'],
    ['度假乙村委会', '村委会'],
    ['前甲村委会', '村委会'],
    ['甲前村委会', '村委会'],
    ['泾滩村级', '村级'],
  ] as const)
    t.equal(left(name), expected, name)
  for (const name of [
    '村委会',
    '中共村支部',
    '泾滩村',
    '泾滩镇委会',
    '甲镇村委会',
    '甲乡镇村委会',
    '共青团泾滩村支部',
    '泾滩村小学村支部',
    '前村委会',
    '甲镇前村委会',
    '撤销泾滩村委会',
    '撤销甲镇泾滩村委会',
    '甲镇撤销泾滩村委会',
    '度假村委会',
    '甲镇乙度假村委会',
    '驻泾滩村支部',
    '甲镇乙驻泾滩村支部',
  ])
    t.equal(left(name), undefined, name)
  const { notPlace: _, ...plainPlaces } = places
  t.equal(withoutPlace('撤销度假前驻村委会', plainPlaces), '村委会', 'without such words on record any place is one')
})

t.test('every bracket becomes round, every quote goes, and nothing but words stands at the ends', async (t) => {
  for (const [open, close] of '[] {} 〔〕 【】 〖〗 ⦅⦆ 〘〙 〚〛 （） ﹝﹞ ［］ ｛｝'.split(' '))
    t.equal(plain(`甲${open}乙${close}丙`), '甲(乙)丙', `${open}${close}`)
  for (const quote of '《》〈〉「」『』“”‘’„‟‹›«»"\'`´<>') t.equal(plain(`甲${quote}乙`), '甲乙', quote)
  for (const [written, expected] of [
    ['、。甲，乙。、', '甲,乙'],
    ['(甲)乙', '(甲)乙'],
    ['甲(乙)', '甲(乙)'],
    [')甲(', '甲'],
    ['×村', '×村'],
    ['村×', '村×'],
    ['○村○', '○村○'],
    ['A甲b1', 'a甲b1'],
    ['ＡＢ', 'ab'],
    ['甲 \u3000\t\u200b\u0301乙', '甲乙'],
    ['--甲--', '甲'],
  ] as const)
    t.equal(plain(written), expected, written)
})
