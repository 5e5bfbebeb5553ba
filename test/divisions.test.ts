import t from 'tap'
import { divisions, divisionsText } from '../scripts/divisions-file.ts'

const head = { current: 'code\tname', replaced: 'old_code\told_name\tnew_codes', history: '\uFEFF代码,,,,,,,,' }

/** What is made of tables with these rows; a row of history is written code,name,since,until,successors. */
function made({ current, replaced = [], history = [] }: Record<string, readonly string[]> & { current: string[] }) {
  const lives = history.map((row) => {
    const [code, name, since, until = '', to = ''] = row.split(',')
    return `${code},某省,某市,${name},县级,${until === '' ? '在用' : '弃用'},${since},${until},${to}`
  })
  const text = (first: string, rows: readonly string[]) => `${[first, ...rows].join('\r\n')}\r\n`
  return {
    current: text(head.current, current),
    replaced: text(head.replaced, replaced),
    history: text(head.history, lives),
  }
}

const counties = ['620000\t甘肃省', '620800\t平凉市', '620802\t崆峒区', '620821\t泾川县', '620822\t灵台县']

/** The successors of each replaced code. */
const successors = (replaced: string[], history: string[]) =>
  Object.fromEntries(
    divisions(made({ current: counties, replaced, history })).replaced.map(({ code, to }) => [code, to]),
  )

t.test('what lies above a place follows from the codes in force', async (t) => {
  const current = [
    ...['110000\t北京市', '110101\t东城区', '410000\t河南省', '419001\t济源市', '440000\t广东省', '441900\t东莞市'],
    ...counties,
  ]
  const { regions } = divisions(made({ current, history: ['620802,崆峒区,2002', '620802,别区,1950,1960,620821'] }))
  t.same(Object.fromEntries(regions.map(({ code, parent }) => [code, parent])), {
    100000: undefined,
    110000: '100000',
    110101: '110000',
    410000: '100000',
    419001: '410000',
    440000: '100000',
    441900: '440000',
    620000: '100000',
    620800: '620000',
    620802: '620800',
    620821: '620800',
    620822: '620800',
  })
  t.equal(regions.find(({ code }) => code === '620802')?.since, 2002, 'from when it stands for this place')
  t.equal(regions.find(({ code }) => code === '620821')?.since, undefined)
})

t.test('a replaced code leads to what is in force, however often it was replaced', async (t) => {
  const { replaced } = divisions(
    made({
      current: counties,
      replaced: ['622700\t平凉地区\t620800', '622799\t某县\t622798', '622798\t某县\t620821', '620801\t市辖区\t620802'],
      history: ['622701,平凉市,1983,2002,620802', '622720,平凉县,1981,1983,622701', '622700,平凉地区,1981,2002'],
    }),
  )
  t.strictSame(replaced, [
    { code: '622700', name: '平凉地区', since: 1981, until: 2002, to: ['620800'] },
    { code: '622701', name: '平凉市', since: 1983, until: 2002, to: ['620802'] },
    { code: '622720', name: '平凉县', since: 1981, until: 1983, to: ['620802'] },
    { code: '622798', name: '某县', to: ['620821'] },
    { code: '622799', name: '某县', to: ['620821'] },
  ])
})

t.test('a code that was used again means what it stood for when it took over', async (t) => {
  const history = [
    '622701,老县,1950,1960,620821',
    '622701,新市,1970,2002,620802',
    '622710,一县,1945,1955,622701',
    '622711,二县,1960,1975,622701',
  ]
  t.same(successors([], history), { 622701: ['620802'], 622710: ['620821'], 622711: ['620802'] })
})

t.test('a part that went elsewhere before is no successor', async (t) => {
  t.same(successors([], ['622702,某县,1981,2002,620822[1990];620821']), { 622702: ['620821'] })
})

t.test('what leads nowhere is left out', async (t) => {
  t.same(successors(['622702\t甲\t622703', '622703\t乙\t622702', '622704\t\t620802', '620802\t崆峒区\t133100'], []), {})
  t.same(successors([], ['710000,某省,1981']), {})
})

t.test('a code that only the older table takes for in force is followed by the newer', async (t) => {
  t.same(successors(['620803\t某区\t620802'], ['620803,某区,1997', '622705,某县,1981,1997,620803']), {
    620803: ['620802'],
    622705: ['620802'],
  })
})

t.test('tables that contradict each other', async (t) => {
  const both = (dated: string, undated: string) =>
    successors([`620899\t某县\t${undated}`], [`620899,某县,1981,2002,${dated}`])['620899']
  t.same(both('620821', '620821'), ['620821'])
  t.same(both('620821', '620800'), ['620821'], 'the more exact one is taken, here the dated')
  t.same(both('620800', '620821'), ['620821'], 'there the undated')
  t.same(both('620821', '620822'), ['620821', '620822'], 'none is chosen of two that are as good')
  t.same(both('620821', '620000|620822'), ['620000', '620821', '620822'], 'nor where one names several')
  t.same(both('620821;620822', '620802'), ['620821', '620822'], 'a division that is dated is believed')
  const far = [...counties, '630000\t青海省', '630102\t城东区']
  const { replaced } = divisions(
    made({ current: far, replaced: ['620899\t某区\t630102'], history: ['620899,某区,1981,2002,620821'] }),
  )
  t.same(replaced[0]?.to, ['620821'], 'a namesake far away is none')
})

t.test('the file has one region a line', async (t) => {
  const tables = made({ current: ['620000\t甘肃省'], history: ['640000,某省,1981,1990,620000'] })
  t.equal(
    divisionsText('某处', tables),
    `{
  "source": "某处",
  "regions": [
    { "code": "100000", "name": "全国" },
    { "code": "620000", "name": "甘肃省", "parent": "100000" }
  ],
  "replaced": [
    { "code": "640000", "name": "某省", "since": 1981, "until": 1990, "to": ["620000"] }
  ]
}
`,
  )
})
