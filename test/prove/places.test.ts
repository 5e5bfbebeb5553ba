import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import t from 'tap'
import { daysOf, holdsOn } from '../../src/lists/bases.ts'
import type { ListFile } from '../../src/lists/list.ts'
import { meet } from '../../src/lists/region.ts'
import { ask } from '../ask-service.ts'
import { build, testDay } from '../build-service.ts'
import { type Data, reviewedData } from '../data-folder.ts'
import { conclusionBreaches } from './allowed.ts'
import { everyName } from './every-name.ts'

const home = '620802'
const data = reviewedData()
const documents = new Map(data.documents.map((document) => [document.id, document]))
const elsewhere = (some: Data) => Object.values(some.lists).filter(({ region }) => !meet(region, home))
const codes = data.regions.regions.map(({ code }) => code)

/** A county within the place of a list, and one where the list is none: of its own province where there is one. */
function counties({ region }: ListFile) {
  const county = (code: string) => /[1-9]\d?$/.test(code.slice(4))
  const inside = codes.find((code) => county(code) && meet(code, region))
  const outside = codes.filter((code) => county(code) && !meet(code, region))
  const beside = outside.find((code) => code.startsWith(region.slice(0, 2))) ?? outside[0]
  if (!inside || !beside) throw new Error(`no county in and beside ${region}`)
  return { inside, beside }
}

t.test('the lists of other places are those that our sources have, with as many items', (t) => {
  t.same(Object.fromEntries(elsewhere(data).map(({ id, region, items }) => [`${region} ${id}`, items.length])), {
    '420000 hubei-prohibited-certificates': 21,
    '421200 xianning-prohibited-certificates': 37,
    '230100 haerbin-prohibited-certificates': 13,
    '140000 shanxi-permitted-certificates': 5,
    '140000 shanxi-prohibited-tasks': 7,
    '420600 xiangyang-permitted-certificates': 8,
    '420600 xiangyang-prohibited-certificates': 12,
    '130700 zhangjiakou-permitted-certificates': 5,
    '640000 ningxia-permitted-signboards': 6,
    '510525 gulin-permitted-signboards': 6,
  })
  for (const { id, grade, completeness } of elsewhere(data))
    t.strictSame([grade, completeness], ['reference', 'partial'], `${id}: no original was read`)
  t.end()
})

t.test('every item of every list cites itself in its place, in a county of it too, and nowhere else', async (t) => {
  const { app } = await build(t)
  for (const list of Object.values(data.lists)) {
    if (list.items.length === 0) continue
    const places = list.region === '100000' ? undefined : counties(list)
    for (const item of list.items) {
      const id = `${list.id}/${item.no}`
      const span = daysOf(documents, item)
      const on = [testDay, span.from, span.to].find((day) => day && holdsOn(list, day) && holdsOn(span, day))
      if (on === undefined) continue
      for (const region of [list.region, places?.inside ?? home]) {
        const answer = await ask(app, list.kind, item.name, { region, on })
        const said = `${item.name} in ${region} on ${on}`
        const found = answer.findings.find((one) => one.item === id)
        if (!found) {
          t.fail(`${said} does not cite ${id} but is ${answer.outcome}`)
          continue
        }
        t.match(found, { name: item.name, citation: { list: list.id, no: item.no, grade: item.grade ?? list.grade } })
        t.same(conclusionBreaches(answer), [], said)
        const effects = new Set(answer.findings.map(({ effect }) => effect === 'prohibits'))
        const [no] = effects
        t.equal(answer.outcome, effects.size === 2 ? 'conflicting' : no ? 'prohibited' : 'permitted', said)
      }
      if (!places) continue
      const { findings, match } = await ask(app, list.kind, item.name, { region: places.beside, on })
      t.notOk(
        findings.some((one) => one.item === id),
        `${item.name} is not of ${places.beside}`,
      )
      t.not(match?.item, id)
      const byId = await ask(app, list.kind, id, { region: places.beside, on })
      t.strictSame([byId.match, byId.findings], [null, []], `${id} is nothing in ${places.beside}`)
    }
  }
})

t.test('the list of a place adds its own items and takes none of the lists above it away', async (t) => {
  const lists = elsewhere(data)
  const { app } = await build(t)
  const without = await build(t, {
    change: (changed) => {
      for (const { id } of lists) delete changed.lists[id]
    },
  })
  const own = new Set(lists.map(({ id }) => id))
  for (const { kind, region, items } of lists) {
    for (const { name } of items) {
      const [answer, bare] = [await ask(app, kind, name, { region }), await ask(without.app, kind, name, { region })]
      const above = answer.findings.filter(({ citation }) => !own.has(citation.list))
      t.same(above, bare.findings, `${name} in ${region}`)
    }
  }
})

t.test('at home nothing changes by lists of other places', async (t) => {
  const { app } = await build(t)
  const without = await build(t, {
    change: (changed) => {
      for (const { id } of elsewhere(changed)) delete changed.lists[id]
    },
  })
  for (const { kind, name } of everyName(data)) {
    const [one, other] = [await ask(app, kind, name), await ask(without.app, kind, name)]
    const same = (answer: object) => JSON.stringify({ ...answer, dataset: null })
    if (same(one) !== same(other)) t.same(one, { ...other, dataset: one.dataset }, name)
  }
  t.pass('every name was asked')
})

t.test('婚姻状况证明 is answered from the national list in every county of the country', async (t) => {
  const { app } = await build(t)
  const counties = codes.filter((code) => !code.endsWith('00') || ['441900', '460400'].includes(code))
  t.ok(counties.length > 2800, `${counties.length} counties`)
  const others: string[] = []
  for (const region of counties) {
    const { outcome, match } = await ask(app, 'certificate', '婚姻状况证明', { region })
    if (outcome !== 'prohibited' || match?.item !== 'annex-3/8') others.push(region)
  }
  t.same(others, [])
})

t.test(
  '健在证明: the national list says no in both, and the list of Hubei has it not, as that of Xianning has',
  async (t) => {
    const { app } = await build(t)
    const asked = async (region: string) => {
      const { outcome, findings, consulted } = await ask(app, 'certificate', '健在证明', { region })
      return {
        outcome,
        items: findings.map(({ item }) => item),
        hubei: consulted.find(({ list }) => /^hubei/.test(list)),
      }
    }
    t.strictSame(await asked('620102'), { outcome: 'prohibited', items: ['annex-3/10'], hubei: undefined })
    t.match(await asked('420506'), {
      outcome: 'prohibited',
      items: ['annex-3/10'],
      hubei: { matched: false, items: 21 },
    })
    t.match((await asked('421224')).items, ['annex-3/10', 'xianning-prohibited-certificates/28'])
    const marriage = await ask(app, 'certificate', '婚姻状况证明', { region: '420506' })
    t.match(marriage.findings, [{ item: 'annex-3/8' }, { item: 'hubei-prohibited-certificates/8' }])
  },
)

t.test('招商引资 in Shanxi is refused as a responsibility of the village, and not as help', async (t) => {
  const { app } = await build(t)
  const shanxi = (name: string, language = 'zh') => ask(app, 'task', name, { region: '140106', language })
  for (const name of ['招商引资', '拆迁拆违', '行政执法', '安全生产', '招商引资责任主体']) {
    const answer = await shanxi(name)
    t.match(answer, { outcome: 'prohibited', allowed: false, findings: [{ item: 'shanxi-prohibited-tasks/2' }] }, name)
    t.match(answer.reason, '不得由村级组织作为责任主体承担（村级组织能否协助，这一项没有规定）')
  }
  t.match((await shanxi('招商引资', 'en')).reason, 'whether it may assist, this item does not say')
  for (const name of ['协助招商引资', '配合做好招商引资工作'])
    t.match(await shanxi(name), { outcome: 'ambiguous', allowed: null, findings: [] }, name)
  t.match(await ask(app, 'task', '招商引资'), { outcome: 'undetermined', findings: [], candidates: [] }, 'at home')
})

t.test('what the page, the slip and the list say of work that must not be given to a village', async (t) => {
  const { app } = await build(t)
  const page = async (path: string, query: Record<string, string>) => (await app.inject({ url: path, query })).payload
  const question = { kind: 'task', name: '招商引资', region: '140106', on: testDay }
  t.match(await page('/', question), /data-outcome="prohibited"[\s\S]*不得交由村级组织承担[\s\S]*山西省太原市迎泽区/)
  t.match(await page('/slip', question), /不得交由村级组织承担/)
  t.match(await page('/lists', { region: '140106' }), /列入的不得交办/)
  t.match(await page('/lists/shanxi-prohibited-tasks', {}), /列入的不得交办[\s\S]*不得将村级组织作为/)
  const list = await app.inject(`/v1/tasks?region=140106&effect=prohibits&q=${encodeURIComponent('责任主体')}`)
  t.match(list.json(), { total: 1, items: [{ list: 'shanxi-prohibited-tasks', no: 2, effect: 'prohibits' }] })
})

t.test('no place is named in the program: the usual home stands in package.json', (t) => {
  const src = resolve(import.meta.dirname, '../../src')
  const named = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|js|eta)$/.test(path))
    .flatMap((path) =>
      readFileSync(join(src, path), 'utf8')
        .split('\n')
        .filter((line) => /620802|崆峒|平凉|Kongtong/.test(line.replace(/^\s*(\*|\/\*\*|\/\/).*|\/\*\*.*\*\//, '')))
        .map((line) => `${path}: ${line.trim()}`),
    )
  t.same(named, [])
  t.end()
})
