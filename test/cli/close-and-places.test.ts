import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { buildApp } from '../../src/app.ts'
import { openCatalogue } from '../../src/catalogue/read-snapshot.ts'
import { run } from '../../src/cli/program.ts'
import { ask } from '../ask-service.ts'
import { type Data, listOf, reviewedData, writeData } from '../data-folder.ts'

const own = listOf({
  id: '610102-prohibited-certificates',
  effect: 'prohibits',
  title: '新城区不应出具证明事项清单',
  region: '610102',
  source: { document: 'xincheng-2024' },
  custodian: { name: '新城区民政局', source: { document: 'xincheng-2024' } },
  items: [{ no: 1, name: '停车位证明' }],
})

/** The reviewed data with a list of one county more. */
function county(t: Test, change: (data: Data) => void = () => {}) {
  const data = reviewedData()
  data.lists[own.id] = own
  data.documents.push({
    id: 'xincheng-2024',
    title: '关于规范证明事项的通知',
    number: '新民发〔2024〕12号',
    issued: '2024-05-10',
    clauses: [{ no: '三', text: '清单之外的证明，一律不得要求村（社区）出具。' }],
  })
  change(data)
  const location = writeData(t, data)
  const qingdan = async (...args: string[]) => {
    const out: string[] = []
    const error: string[] = []
    const code = await run(
      args,
      { DATA_DIR: location.dataDir, DATABASE_PATH: location.databasePath, LANG: 'zh_CN.UTF-8' },
      { out: (text) => void out.push(text), error: (text) => void error.push(text) },
    )
    return { code, out: out.join(''), error: error.join('\n') }
  }
  const rules = () => JSON.parse(readFileSync(join(location.dataDir, 'rules.json'), 'utf8')) as Data['rules']
  return {
    location,
    qingdan,
    rules,
    closing: (...more: string[]) => qingdan('close', '610102', '--kind', 'certificate', ...more),
  }
}

const cited = ['--document', 'xincheng-2024', '--clause', '三']
const whole = ['--without', 'national-certificates']

t.test('silence speaks at a place once somebody says by which document', async (t) => {
  const { location, qingdan, rules, closing } = county(t)
  const open = await qingdan('places', '610102')
  t.match(open, { code: 0, out: /陕西省西安市新城区 610102\n {2}证明：未列入的没有结论（undetermined）：没有规定/ })
  const before = rules()
  const all = await closing(...cited, '--dry-run')
  t.match(
    all.out,
    /national-certificates（.*）：部分收录[\s\S]*national-certificates 还不完整：在此之前.*undetermined[\s\S]*预览：/,
  )
  t.match(await closing(...cited, ...whole, '--dry-run', '--lang', 'en'), {
    out: /All of them are complete[\s\S]*Dry run/,
  })
  t.same(rules(), before, 'a dry run writes nothing')
  t.match(await closing(...cited, ...whole), { code: 0, out: /都完整：.*not_listed。\n已写入/ })
  const made = rules().at(-1)
  t.match(made, {
    id: 'default-certificate-610102',
    purpose: 'default',
    region: '610102',
    from: '2024-05-10',
    grade: 'editorial',
    source: { document: 'xincheng-2024', clause: '三' },
    text: {
      zh: '依《关于规范证明事项的通知》（新民发〔2024〕12号）三：清单之外的证明，不得要求村（居）民委员会出具。',
    },
  })
  t.same(made?.lists, [own.id, 'annex-3'])
  const closed = await qingdan('places', '610102')
  t.match(closed.out, /证明：未列入的不得要求（not_listed）\n {4}610102-prohibited-certificates {2}完整，1 项\n/)
  t.match(closed.out, /annex-3 {2}完整，20 项，来自全国[\s\S]*规定 default-certificate-610102：依《/)
  const app = await buildApp({ snapshot: await openCatalogue(location).then((snapshot) => () => snapshot) })
  t.teardown(() => app.close())
  t.match(await ask(app, 'certificate', '红白喜事用车证明', { region: '610102' }), {
    outcome: 'not_listed',
    allowed: false,
  })
  t.match(await ask(app, 'certificate', '红白喜事用车证明', { region: '610103' }), {
    outcome: 'undetermined',
    allowed: null,
  })
})

t.test('the words of the clause are quoted, and those of the data are held against it', async (t) => {
  const { rules, closing } = county(t)
  const words = '一律不得要求村（社区）出具'
  t.equal((await closing(...cited, ...whole, '--text', words, '--from', '2025-01-01')).code, 0)
  t.match(rules().at(-1), {
    grade: 'official',
    from: '2025-01-01',
    text: {
      zh: `《关于规范证明事项的通知》（新民发〔2024〕12号）三规定：“${words}”。`,
      en: /says \(in Chinese\): "一律不得/,
    },
  })
  const count = rules().length
  t.match(await closing(...cited, '--text', '可以要求'), { code: 2, error: /里没有这句话/ })
  t.equal((await closing('--document', 'xincheng-2024', '--clause', '四', '--text', '另有规定')).code, 0)
  t.match(rules().at(-1), { grade: 'reference', source: { clause: '四' } })
  t.equal(rules().length, count, 'a rule of the same place and kind takes the place of the other')
})

t.test('a document that is not there yet is written with the rule', async (t) => {
  const { location, rules, closing } = county(t)
  const other = ['--document', 'xincheng-2025', '--clause', '二']
  t.match(await closing(...other), { code: 2, error: /没有文件 xincheng-2025/ })
  t.match(await closing(...cited, '--number', '新民发〔2025〕1号'), { code: 2, error: /已有文件 xincheng-2024/ })
  t.match(await closing(...cited, '--title', '通知'), { code: 2, error: /已有文件 xincheng-2024/ })
  const said = [
    '--title',
    '关于清单的通知',
    '--number',
    '新民发〔2025〕1号',
    '--issuer',
    '新城区民政局',
    '--issued',
    '2025-03',
  ]
  t.equal((await closing(...other, ...said)).code, 0)
  const documents = JSON.parse(readFileSync(join(location.dataDir, 'documents.json'), 'utf8'))
  t.strictSame(documents.at(-1), {
    id: 'xincheng-2025',
    title: '关于清单的通知',
    number: '新民发〔2025〕1号',
    issuer: '新城区民政局',
    issued: '2025-03',
  })
  t.notHas(rules().at(-1), 'from', 'a month is no first day')
  await t.resolves(openCatalogue(location))
  t.equal((await closing('--document', 'bare', '--clause', '一', '--title', '无号的通知')).code, 0)
  t.match(rules().at(-1)?.text.zh, /^依《无号的通知》一：/)
})

t.test('a document of the places above closes nothing by itself', async (t) => {
  const { qingdan, rules, closing } = county(t)
  const before = rules()
  const national = ['--document', 'minfa-2020-20', '--clause', '二']
  t.match(await closing(...national), { code: 2, error: /只是别处（或上级）清单的文件，没有说新城区的清单之外如何/ })
  t.match(await qingdan('close', '100000', '--kind', 'certificate', ...national), {
    code: 2,
    error: /民发〔2020〕20号要求各地制定清单，本身不使任何清单封闭/,
  })
  t.match(await closing(...cited, '--without', 'annex-4'), {
    code: 2,
    error: /annex-4 不是当地适用的清单；适用的有：610102-/,
  })
  t.match(await closing(...cited, '--without', `${own.id},annex-3`, ...whole), { code: 2, error: /没有这一类的清单/ })
  t.match(await qingdan('close', '610102', '--kind', 'signboard', ...cited), { code: 2, error: /没有这一类的清单/ })
  for (const wrong of [
    ['close', '6101', '--kind', 'certificate', ...cited],
    ['close', '999999', '--kind', 'certificate', ...cited],
    ['close', '610102', ...cited],
    ['close', '610102', '--kind', 'certificate', ...cited, '--issued', 'unknown'],
  ])
    t.equal((await qingdan(...wrong)).code, 2, wrong.join(' '))
  t.same(rules(), before)
})

t.test('a rule that cannot be written is told', async (t) => {
  const { location } = county(t)
  const error: string[] = []
  const code = await run(
    ['close', '610102', '--kind', 'certificate', ...cited],
    { DATA_DIR: location.dataDir },
    { out: () => rmSync(location.dataDir, { recursive: true, force: true }), error: (text) => void error.push(text) },
  )
  t.match([code, error.join('')], [1, /rules\.json 没有写成/])
})

t.test('places are shown by name too, and without one those that have lists or rules', async (t) => {
  const { qingdan } = county(t)
  const all = await qingdan('places')
  for (const place of ['全国 100000', '甘肃省平凉市崆峒区 620802', '湖北省 420000', '陕西省西安市新城区 610102'])
    t.match(all.out, place)
  t.notMatch(all.out, '110101')
  t.match(all.out, /甘肃省平凉市崆峒区 620802\n {2}证明：未列入的尚无结论（undetermined）：附件4、附件5、附件6不完整/)
  const named = await qingdan('places', '夷陵', '--on', '2026-11-22', '--lang', 'en')
  t.match(
    named.out,
    /湖北省宜昌市夷陵区 420506\n {2}certificates: no conclusion on what is not listed \(undetermined\): no rule/,
  )
  t.match(named.out, /hubei-prohibited-certificates {2}in part, 21 items, of 湖北省/)
  t.match(named.out, /boards: no list, no conclusion \(undetermined\)/)
  t.match((await qingdan('places', '622701')).out, /^甘肃省平凉市崆峒区 620802/, 'a replaced code is its successor')
  t.match(
    (await qingdan('places', '新城区')).out,
    /内蒙古.*新城区 150102[\s\S]*陕西省西安市新城区 610102/,
    'of several none is chosen',
  )
  t.match(await qingdan('places', '没有这里'), { code: 2, error: '没有叫“没有这里”的地方。' })
  t.match(await qingdan('places', '999999'), { code: 2, error: '没有叫“999999”的地方。' })
})

t.test('the page of the data shows how the places stand', async (t) => {
  const { location } = county(t, (data) => {
    for (const [at, { code }] of data.regions.regions.slice(100, 160).entries())
      data.lists[`more-${at}`] = { ...own, id: `more-${at}`, region: code }
  })
  const snapshot = await openCatalogue(location)
  const app = await buildApp({ snapshot: () => snapshot })
  t.teardown(() => app.close())
  const { body } = await app.inject('/data')
  t.match(body, '<th scope="row"><a href="/lists?region=100000" lang="zh-CN">全国</a></th>')
  t.match(body, /另有 \d+ 个地方。/)
  const few = await openCatalogue(county(t).location)
  const plain = await buildApp({ snapshot: () => few })
  t.teardown(() => plain.close())
  const page = (await plain.inject('/data')).body
  t.match(
    page,
    /陕西省西安市新城区<\/a><\/th><td>3 份清单；未列入的没有结论（undetermined）：没有规定清单之外如何<\/td>/,
  )
  t.notMatch(page, '另有')
  t.match((await plain.inject({ url: '/data', headers: { 'accept-language': 'en' } })).body, '1 list; no conclusion')
})
