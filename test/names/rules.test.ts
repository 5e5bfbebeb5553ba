import t from 'tap'
import { brief, read, signboards } from './lists.ts'

// For each rule that decides: a name it decides, with the method reported; a near miss it must not decide; the opposite,
// a name in which the same characters are no layer but the matter itself.
const rules: Record<string, { decides: [string, string][]; leaves: string[] }> = {
  exact: {
    decides: [
      ['无犯罪记录证明', '5'],
      ['收养人婚姻状况和抚养教育被收养人能力等情况的证明', 'n1'],
    ],
    leaves: ['无犯罪', '记录证明'],
  },
  sub_name: {
    decides: [
      ['分居证明', '8'],
      ['急诊证明', '12'],
    ],
    leaves: ['表现证明'],
  },
  synonym: {
    decides: [
      ['居民财政证明', '17'],
      ['未婚证明', '8'],
      ['失业证明', '15'],
      ['户口登记项目内容变更更正证明', '3'],
    ],
    leaves: ['财政证明'],
  },
  width: { decides: [['\u6b7b\u4ea1\u8bc1\u660e\u{FE00}', '11']], leaves: ['ＡＢＣ证明'] },
  spacing: {
    decides: [
      ['出 生 证 明', '9'],
      [' 死亡证明\u3000', '11'],
      ['健\u200b在证明', '10'],
    ],
    leaves: ['出 生'],
  },
  punctuation: {
    decides: [
      ['《证件遗失证明》', '20'],
      ['“居民养犬证明”', '4'],
      ['【亲属关系证明】', '1'],
      ['死亡证明。', '11'],
      ['死亡证明（）', '11'],
    ],
    leaves: ['《结婚证》'],
  },
  numbering: {
    decides: [
      ['1. 婚姻状况证明', '8'],
      ['（十二）健在证明', '10'],
      ['①死亡证明', '11'],
      ['第5项：出生证明', '9'],
      ['附件3第8项婚姻状况证明', '8'],
    ],
    leaves: ['1. 居住证明', '12345热线证明'],
  },
  script: {
    decides: [
      ['無犯罪記錄證明', '5'],
      ['健在證明', '10'],
    ],
    leaves: ['居住證明', '養殖證明'],
  },
  note: {
    decides: [
      ['无犯罪记录证明（原件1份）', '5'],
      ['无犯罪记录证明（用于入职）', '5'],
      ['死亡证明（加盖村委会公章）', '11'],
      ['死亡证明（村委会出具）', '11'],
      ['死亡证明（四十里铺镇七府村村委会盖章）', '11'],
      ['出生证明（办理户口登记使用）', '9'],
      ['健在证明（复印件）（一式两份）', '10'],
    ],
    leaves: ['居住证明（原件1份）', '死亡证明（医院出具）', '死亡证明（土葬）', '出生证明（非医院）'],
  },
  trailing: {
    decides: [
      ['死亡证明材料', '11'],
      ['死亡证明书', '11'],
      ['出生证明复印件', '9'],
      ['健在证明一份', '10'],
    ],
    leaves: ['居住证明材料', '证明材料'],
  },
  wrapper: {
    decides: [
      ['请提供死亡证明', '11'],
      ['用于入学的出生证明', '9'],
      ['兹证明健在', '10'],
    ],
    leaves: ['关于居住的证明', '请提供居住证明', '用于入学的居住证明'],
  },
  issuer: {
    decides: [
      ['村委会出具的死亡证明', '11'],
      ['村（居）民委员会开具的无犯罪记录证明', '5'],
      ['柳湖镇某某村村民委员会亲属关系证明', '1'],
      ['派出所或村委会盖章的健在证明', '10'],
    ],
    leaves: ['派出所出具的无犯罪记录证明', '医院开具的出生证明', '村委会出具的居住证明', '村委会出具的证明'],
  },
  filler: {
    decides: [
      ['婚姻状态证明', '8'],
      ['关于健在的证明', '10'],
      ['居民出生证明', '9'],
      ['个人档案证明', '16'],
    ],
    leaves: ['婚姻', '状况证明', '居民证明'],
  },
  composed: {
    decides: [
      ['结婚证遗失证明', '20'],
      ['身份证丢失证明', '20'],
      ['父亲死亡证明', '11'],
      ['证明我妈是我妈', '1'],
      ['夫妻关系证明', '8'],
      ['父子关系证明', '1'],
      ['电工证遗失证明', '20'],
    ],
    leaves: [
      '缴费票据遗失证明',
      '发票遗失证明',
      '残疾人子女证明',
      '残疾人就业证明',
      '身份证',
      '个人晚上没有唱歌扰民的证明',
      '遗失证明',
      '证明我是我',
    ],
  },
  typo: {
    decides: [
      ['建在证明', '10'],
      ['婚姻壮况证明', '8'],
      ['无犯罪纪录证明', '5'],
      ['遗产继承全证明', '18'],
      ['婚姻状况证', '8'],
      ['死亡正明', '11'],
      ['无范罪记录证明', '5'],
    ],
    leaves: [
      '健康证明',
      '养殖证明',
      '物业证明',
      '事业证明',
      '出生证',
      '残疾证',
      '婚姻登记证',
      '跟踪收入证明',
      '居住正明',
      '建在',
      '出身证明',
    ],
  },
}
const id = (code: string) => (code === 'n1' ? 'national-certificates/1' : `annex-3/${code}`)

for (const [method, { decides, leaves }] of Object.entries(rules)) {
  t.test(`${method} decides what differs by nothing else, and no more`, async (t) => {
    for (const [name, code] of decides) {
      const reading = read(name)
      t.equal(brief(reading), id(code), name)
      if (reading.verdict === 'decided' && method !== 'width') t.equal(reading.method, method, `${name} by ${method}`)
    }
    for (const name of leaves) t.not(read(name).verdict, 'decided', `${name} is not decided`)
  })
}

t.test('full-width characters are read as plain ones', async (t) => {
  const reading = read('中共ＸＸＸ村支部委员会', signboards)
  t.equal(brief(reading), 'annex-7/1')
})

t.test('a board is known whatever the village, and only a village’s', async (t) => {
  for (const name of ['中共平凉市崆峒区柳湖镇泾滩村支部委员会', '××村党支部', '泾滩村党总支'])
    t.equal(brief(read(name, signboards)), 'annex-7/1', name)
  for (const name of ['泾滩村村民委员会', '泾滩村委会', '某某村村委会', '村委会'])
    t.equal(brief(read(name, signboards)), 'annex-7/2', name)
  const place = read('柳湖镇泾滩村村民委员会', signboards)
  t.equal(place.verdict === 'decided' && place.method, 'place')
  for (const name of [
    '柳湖镇村民委员会',
    '共青团泾滩村支部委员会',
    '泾滩村小学党支部',
    '柳湖镇党委',
    '四十里铺镇党群服务中心',
    '村',
  ]) {
    t.not(read(name, signboards).verdict, 'decided', name)
  }
})

t.test('a name with more layers than anybody writes, or longer than any paper’s, is only compared', async (t) => {
  t.equal(brief(read(`${'请'.repeat(3)}死亡证明`)), 'annex-3/11')
  t.not(read(`${'请'.repeat(9)}死亡证明`).verdict, 'decided')
  t.not(read(`${'某'.repeat(90)}死亡证明`).verdict, 'decided')
})

t.test('the longest meaning wins', async (t) => {
  t.equal(brief(read('社区经营性用房无扰民证明')), 'annex-3/19')
  t.equal(brief(read('结婚证遗失证明')), 'annex-3/20')
  t.equal(brief(read('发票遗失证明')).startsWith('annex'), false)
  t.match(
    read('收养人婚姻状况证明'),
    { verdict: 'ask' },
    'an adopter’s marital status may be the paper that is permitted',
  )
})
