import t from 'tap'
import { openWorkbook } from '../../../../src/documents/sheet/workbook-table.ts'
import { build } from '../../../build-service.ts'
import { rowsOf } from '../../../table-rows.ts'

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const selfCheck = {
  village: '柳湖镇泾滩村',
  on: '2026-11-22',
  tasks: [{ name: '人口普查协助', department: '统计局' }],
  boards: [{ name: '村民委员会', place: 'exterior' }],
  certificates: [{ name: '婚姻状况证明', issuer: '村委会', service: '贷款', department: '某银行' }],
}

t.test('a survey says of each board what to do and of the site what is missing', async (t) => {
  const { app } = await build(t)
  const payload = {
    boards: [
      { name: '村民委员会', place: 'interior' },
      { name: '村务公开栏', working: false },
    ],
  }
  const response = await app.inject({ method: 'POST', url: '/v1/signboards/survey', payload })
  t.equal(response.statusCode, 200)
  t.match(response.json(), {
    region: '620802',
    on: '2026-11-22',
    boards: [
      { advice: 'move' },
      { advice: 'ask', grounds: [{ citation: { clause: '第三十五条' } }, { citation: { clause: '二(二)' } }] },
    ],
    counts: { move: 1, ask: 1, take_down: 0 },
    clause: { citation: { clause: '二(二)' } },
  })
  t.equal(response.json().site.missing.length, 5)
  t.strictSame(
    response.json().boards[0].answer,
    (await app.inject(`/v1/signboards/${encodeURIComponent('村民委员会')}/status`)).json(),
  )
})

t.test('a village and a neighbourhood are asked apart for what binds only one of them', async (t) => {
  const { app } = await build(t)
  const boards = [{ name: '居务公开栏' }, { name: '村务公开栏' }]
  const post = async (url: string, payload: object) => (await app.inject({ method: 'POST', url, payload })).json()
  for (const [body, advice] of [
    ['village', ['ask', 'stays']],
    ['community', ['stays', 'ask']],
  ] as const) {
    const survey = await post('/v1/signboards/survey', { body, boards })
    const ledger = await post('/v1/ledger', { body, boards })
    for (const found of [survey.boards, ledger.boards.boards]) {
      t.strictSame(
        found.map((one: { advice: string }) => one.advice),
        advice,
      )
      t.match(found, [{ answer: { query: { body } } }, { answer: { query: { body } } }])
    }
  }
  t.match(await post('/v1/ledger', { body: 'both' }), { status: 400, errors: [{ in: 'body', name: 'body' }] })
})

t.test('boards are judged by the lists of the region that is named, and by no others', async (t) => {
  const { app } = await build(t)
  const ask = async (region: string) => {
    const payload = { region, boards: [{ name: '村民委员会' }] }
    const { boards } = (await app.inject({ method: 'POST', url: '/v1/signboards/survey', payload })).json()
    const single = `/v1/signboards/${encodeURIComponent('村民委员会')}/status?region=${region}`
    t.strictSame(boards[0].answer, (await app.inject(single)).json(), region)
    return boards[0].answer.outcome
  }
  t.equal(await ask('620802'), 'permitted')
  t.equal(await ask('100000'), 'undetermined')
})

t.test('an id of a certificate is no name of a board: nothing is said of the certificate', async (t) => {
  const { app } = await build(t)
  const payload = { boards: [{ name: 'annex-3/8' }, { name: 'annex-7/1' }] }
  const [certificate, board] = (await app.inject({ method: 'POST', url: '/v1/signboards/survey', payload })).json()
    .boards
  t.match(certificate, { advice: 'ask', answer: { outcome: 'undetermined', match: null } })
  t.notMatch(certificate.answer.reason, '婚姻状况证明')
  t.match(board.answer.match, { item: 'annex-7/1', method: 'id' })
})

t.test('a wrong board is named by its place in the body', async (t) => {
  const { app } = await build(t)
  const payload = { boards: [{ name: 'x' }, { name: 'y', place: 'roof' }] }
  const response = await app.inject({ method: 'POST', url: '/v1/signboards/survey', payload })
  t.equal(response.statusCode, 400)
  t.match(response.json().errors, [{ in: 'body', name: 'boards[1].place' }])
  const elsewhere = await app.inject({
    method: 'POST',
    url: '/v1/signboards/survey',
    payload: { boards: [], region: '990000' },
  })
  t.match(elsewhere.json(), { type: 'urn:qingdan:problem:unknown-region' })
})

t.test('a value of another JSON type is wrong, and is not taken for what is written in it', async (t) => {
  const { app } = await build(t)
  const boards: [object, string][] = [
    [{ boards: [{ name: 5 }] }, 'boards[0].name'],
    [{ boards: [{ name: '农家书屋', count: '2' }] }, 'boards[0].count'],
    [{ boards: [{ name: '农家书屋', working: 'true' }] }, 'boards[0].working'],
    [{ boards: { name: '农家书屋' } }, 'boards'],
    [{ boards: [], region: 620802 }, 'region'],
  ]
  const ledgers: [object, string][] = [
    [{ village: 7 }, 'village'],
    [{ tasks: [{ name: true }] }, 'tasks[0].name'],
    [{ tasks: [{ name: '人口普查', department: 1 }] }, 'tasks[0].department'],
    [{ certificates: [{ name: '收入证明', issuer: null }] }, 'certificates[0].issuer'],
  ]
  const asked = [
    ...boards.map((one) => ['/v1/signboards/survey', ...one] as const),
    ...boards.slice(1).map((one) => ['/v1/ledger', ...one] as const),
    ...ledgers.map((one) => ['/v1/ledger', ...one] as const),
  ]
  for (const [url, payload, name] of asked) {
    const response = await app.inject({ method: 'POST', url, payload, headers: { 'accept-language': 'en' } })
    t.equal(response.statusCode, 400, JSON.stringify(payload))
    t.match(response.json().errors, [{ in: 'body', name, detail: /\(JSON type \w+\)$/ }])
    t.equal(response.json().errors.length, 1)
  }
  const exact = { boards: [{ name: '农家书屋', count: 2, working: true }], region: '620802' }
  for (const url of ['/v1/signboards/survey', '/v1/ledger']) {
    t.equal((await app.inject({ method: 'POST', url, payload: exact })).statusCode, 200)
  }
})

t.test('a ledger comes as JSON with every answer', async (t) => {
  const { app } = await build(t)
  const response = await app.inject({ method: 'POST', url: '/v1/ledger', payload: selfCheck })
  t.equal(response.statusCode, 200)
  t.match(response.json(), {
    village: '柳湖镇泾滩村',
    place: '甘肃省平凉市崆峒区',
    tasks: [{ name: '人口普查协助', department: '统计局', answer: { outcome: 'permitted' } }],
    boards: { boards: [{ advice: 'stays' }] },
    certificates: [{ name: '婚姻状况证明', service: '贷款', answer: { outcome: 'prohibited' } }],
    counts: { tasks: { permitted: 1 }, boards: { stays: 1 }, certificates: { prohibited: 1 } },
  })
  t.equal((await app.inject({ method: 'POST', url: '/v1/ledger', payload: { region: '100000' } })).json().place, '全国')
})

t.test('a ledger comes as the workbook to file where that is asked for', async (t) => {
  const { app } = await build(t)
  for (const [language, names, title] of [
    ['zh', ['工作事务', '机制牌子', '证明事项'], '柳湖镇泾滩村村级组织自查台账（工作事务）'],
    ['en', ['Tasks', 'Boards', 'Certificates'], '柳湖镇泾滩村 Self-check ledger of the village: Tasks'],
  ] as const) {
    const headers = { accept: workbook, 'accept-language': language }
    const response = await app.inject({ method: 'POST', url: '/v1/ledger', payload: selfCheck, headers })
    t.equal(response.headers['content-type'], workbook)
    t.equal(response.headers['content-disposition'], 'attachment; filename="ledger-620802-2026-11-22.xlsx"')
    const { sheets } = await openWorkbook(response.rawPayload)
    t.strictSame(
      sheets.map(({ name }) => name),
      names,
    )
    const rows = await rowsOf(sheets[0])
    t.equal(rows[0]?.cells[0], title)
  }
})

t.test('a ledger of any day that the calendar has can be had as a workbook', async (t) => {
  const { app } = await build(t)
  for (const on of ['0001-01-01', '1949-10-01', '1969-12-31', '2200-01-01', '9999-12-31']) {
    const payload = { ...selfCheck, on }
    const response = await app.inject({ method: 'POST', url: '/v1/ledger', payload, headers: { accept: workbook } })
    t.equal(response.statusCode, 200, on)
    t.equal((await openWorkbook(response.rawPayload)).sheets.length, 3, on)
  }
})

t.test('a ledger may leave out what was not found, and the document says so', async (t) => {
  const { app } = await build(t)
  const { tasks, boards, certificates } = (await app.inject({ method: 'POST', url: '/v1/ledger', payload: {} })).json()
  t.match({ tasks, boards: boards.boards, certificates }, { tasks: [], boards: [], certificates: [] })
  const { paths } = (await app.inject('/openapi.json')).json()
  t.equal(paths['/v1/ledger'].post.requestBody.content['application/json'].schema.required, undefined)
})
