import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { judgeIn } from '../../src/checks/judge.ts'
import { auditRow } from '../../src/checks/materials/audit-row.ts'
import { namesNobody, unnamedMark, unnamedNote } from '../../src/checks/materials/caveat.ts'
import type { Answer } from '../../src/rulings/answer.ts'
import { build, testDay } from '../build-service.ts'
import { qingdan, workplace } from '../cli/run-qingdan.ts'
import { mergedBook, ns, sheet, workbook } from '../documents/made-workbook.ts'

const place = workplace(t)

/** Rows as platforms write them: several papers in a cell, numbers, placeholders for the issuer, forms, titles above. */
const rows: readonly (readonly string[])[] = [
  ['身份证、户口簿、婚姻状况证明', '', '', '申请人自备'],
  ['收入证明', '村委会', '证明', ''],
  ['收入证明', '', '证明', '其他'],
  ['1.未婚证明；2.居住证明', '村（社区）', '', ''],
  ['水、电费缴费凭证', '', '其他', ''],
  ['村委会出具的死亡、失踪证明', '', '', ''],
  ['无犯罪记录证明', '', '证明', '公安派出所'],
  ['星际航行凭条', '', '申请表格', ''],
  ['关系证明', '村民委员会', '', ''],
  ['赶集天气证明', '', '', ''],
  ['无', '', '', ''],
]
const header = ['材料名称', '出具单位', '材料类型', '来源渠道']
const csv = (cells: readonly (readonly string[])[]) => cells.map((row) => row.join(',')).join('\n')

async function pageOf(t: Test, file: { name: string; text: string }) {
  const { app } = await build(t)
  const payload = `--b\r\nContent-Disposition: form-data; name="file"; filename="${file.name}"\r\n\r\n${file.text}\r\n--b--\r\n`
  const headers = { 'content-type': 'multipart/form-data; boundary=b', accept: 'text/html' }
  return (await app.inject({ method: 'POST', url: '/check', headers, payload })).payload
}

/** Name, issuer, tone, conclusion and item of each line of the page's table. */
function linesOf(page: string) {
  const body = /<tbody[^>]*>([\s\S]*?)<\/tbody>/.exec(page)?.[1] ?? ''
  const text = (html: string) => html.replace(/<[^>]+>/g, '')
  return body
    .split('<tr')
    .slice(1)
    .map((row) => {
      const [, outcome = ''] = /is-(\w+)/.exec(row) ?? []
      const [, name = '', , said = '', item = ''] =
        /<td class="number">.*?<\/td><td>(.*?)<\/td>(<td[^>]*>)(.*?)<\/td><td[^>]*>(.*?)<\/td>/s.exec(row) ?? []
      const [, written = '', issuer = ''] = /^(.*?)(?:<br><small>(.*?)<\/small>)?$/s.exec(name) ?? []
      return { name: text(written), issuer, outcome, said: text(said), item: text(item) }
    })
}

t.test('a row has the same papers, outcome, item and caveat through every door', async (t) => {
  const { app, snapshot } = await build(t)
  const judge = judgeIn({ snapshot, region: '620802', on: testDay, language: 'zh' })
  const columns = { material: 0, issuer: 1, type: 2, channel: 3 }
  const judged = rows.flatMap((cells, at) => auditRow({ no: at + 4, cells }, columns, judge).judged)
  t.equal(judged.length, 14)

  const text = csv([['某区办事材料清单', '', '', ''], ['', '', '', ''], header, ...rows])
  const lines = linesOf(await pageOf(t, { name: '清单.csv', text }))
  writeFileSync(join(place.folder, '清单.csv'), text)
  qingdan(place, 'audit', '清单.csv', '-o', '清单.json', '--on', testDay)
  const audited = JSON.parse(readFileSync(join(place.folder, '清单.json'), 'utf8'))
  const materials = audited.rows.flatMap((row: { materials: object[] }) => row.materials)
  const questions = judged.flatMap(({ answer }) => (answer ? [answer.query] : []))
  const batch = (await app.inject({ method: 'POST', url: '/v1/check', payload: { questions } })).json().results

  for (const [at, { material, issuer, answer, unasked }] of judged.entries()) {
    const line = lines[at]
    t.match(materials[at], { material, ...(issuer ? { issuer } : {}), ...(unasked ? { unasked } : {}) })
    if (!answer) {
      t.match(line, { name: material, outcome: 'problem' })
      continue
    }
    t.match(line, { name: material, outcome: answer.outcome }, material)
    t.equal(line?.said.includes(unnamedMark.zh), namesNobody(answer), `${material}: the caveat`)
    t.equal(line?.item.includes(answer.findings[0]?.name ?? ''), true)
    const { query } = answer
    const asked = new URLSearchParams({ on: testDay, ...(query.issuer ? { issuer: query.issuer } : {}) })
    const path = `/v1/certificates/${encodeURIComponent(material)}/status?${asked}`
    const single: Answer = (await app.inject(path)).json()
    t.strictSame(JSON.parse(JSON.stringify(answer)), single, material)
    t.strictSame(audited.answers[materials[at].answer], single)
    t.strictSame(batch[questions.indexOf(query)].answer, single)
    const page = new URLSearchParams({
      kind: 'certificate',
      name: material,
      on: testDay,
      ...(query.issuer ? { issuer: query.issuer } : {}),
    })
    for (const door of ['/', '/slip']) {
      const { payload } = await app.inject({ url: `${door}?${page}`, headers: { accept: 'text/html' } })
      t.match(payload, `data-outcome="${single.outcome}"`, door)
      const caveat = single.allowed === false && namesNobody(single)
      t.equal(payload.includes(unnamedNote.zh), caveat, `${door} ${material}: the caveat`)
    }
  }
})

t.test('wherever an item is shown, the name in its brackets that was recognised is shown with it', async (t) => {
  const { app } = await build(t)
  const asked = new URLSearchParams({ name: '收入证明', on: testDay })
  const single: Answer = (
    await app.inject(`/v1/certificates/${encodeURIComponent('收入证明')}/status?on=${testDay}`)
  ).json()
  t.match(single.findings[0], { name: '居民财产证明', subName: '收入证明' })
  t.match(single.reason, '第17项“居民财产证明”（括注“收入证明”）')
  for (const door of ['/', '/slip']) {
    for (const [language, words] of [
      ['zh', '（括注“收入证明”）'],
      ['en', '(names “收入证明”)'],
    ] as const) {
      const { payload } = await app.inject({
        url: `${door}?${asked}&lang=${language}`,
        headers: { accept: 'text/html' },
      })
      t.match(payload.replace(/<[^>]+>/g, ''), words, `${door} ${language}`)
    }
  }
  const [line] = linesOf(await pageOf(t, { name: 'a.txt', text: '收入证明' }))
  t.match(line?.item, '附件3第17项 居民财产证明（括注“收入证明”）')
  const main: Answer = (await app.inject(`/v1/certificates/${encodeURIComponent('居民财产证明')}/status`)).json()
  t.notOk('subName' in (main.findings[0] ?? {}), 'an item that was asked for by its own name has none')
})

t.test('the page says which columns it took for what, and takes others', async (t) => {
  const { app } = await build(t)
  const post = async (fields: Record<string, string>) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' }
    return app.inject({ method: 'POST', url: '/check', headers, payload: new URLSearchParams(fields).toString() })
  }
  const plain = (html: string) => html.replace(/<[^>]+>/g, '')
  const page = await pageOf(t, {
    name: 'a.csv',
    text: csv([
      ['序号', '事项名称', ...header],
      ['1', '某事', ...(rows[1] as string[])],
    ]),
  })
  t.match(plain(page), '列的认定：材料名称 = 材料名称；出具单位 = 出具单位；来源渠道 = 来源渠道；材料类型 = 材料类型')
  t.notMatch(page, '名称 = 序号')

  const odd = '要的东西\t谁开\t"备\n注"\n收入证明\t村委会\t甲'
  const unknown = await post({ text: `某单位清单\n${odd}` })
  t.equal(unknown.statusCode, 400)
  t.match(plain(unknown.payload), '没有认出哪一列是“材料名称”，没有核查')
  t.match(
    unknown.payload,
    /<details open>[\s\S]*<option value="0">要的东西<\/option><option value="1">谁开<\/option><option value="2">备 注/,
  )
  const again = /<textarea name="text" hidden>([\s\S]*?)<\/textarea>/.exec(unknown.payload)?.[1] ?? ''
  t.equal(again.replaceAll('&quot;', '"').trim(), odd)
  const chosen = await post({ text: odd, 'column-material': '0', 'column-issuer': '1' })
  t.match(linesOf(chosen.payload), [{ name: '收入证明', issuer: '村委会', outcome: 'prohibited' }])
  t.match(chosen.payload, '<input type="hidden" name="column-issuer" value="1">', 'and a download takes them too')
  t.match(linesOf((await post({ text: odd, 'column-material': '0' })).payload), [{ issuer: '' }])
  t.equal((await post({ text: odd, 'column-material': '9' })).statusCode, 400, 'a column that is not there')
  t.equal((await post({ text: '', 'column-material': '0' })).statusCode, 400)
  t.match(plain((await post({ kind: 'signboard', text: '甲\t乙\n丙\t丁' })).payload), '没有认出哪一列是“牌子名称”')
  t.match(linesOf((await post({ kind: 'signboard', text: '牌子\t数量\n农家书屋\t1\n#REF!\t1' })).payload), [
    { name: '农家书屋' },
    { outcome: 'problem', said: /公式出错/ },
  ])
  t.match(linesOf((await post({ text: '收入证明\t村委会\n未婚证明' })).payload), [{ issuer: '村委会' }, { issuer: '' }])
  t.match(linesOf((await post({ text: '"收入证明\n未婚证明' })).payload), { length: 2 }, 'a quote that nobody closed')
  t.match(
    (await post({ text: `材料名称\n${Array.from({ length: 600 }, () => '身份证、户口簿').join('\n')}` })).payload,
    /一格里写有几项的按几项计，合计超过 1000 项/,
  )
  const headless = await post({ text: `${'长'.repeat(31)}\t\t备注\n甲\t乙\t丙` })
  t.match(headless.payload, `<option value="0">${'长'.repeat(30)}…</option><option value="1">B</option>`)
  t.match(
    (await post({ text: Array.from({ length: 1001 }, (_, at) => `第${at}号证明`).join('\n') })).payload,
    /一次最多核查 1000 行/,
  )
  const english = await post({ text: odd, 'column-material': '0', lang: 'en' })
  t.equal(english.statusCode, 200)
})

t.test(
  'a report of ours is read again by its rows, and files that are no tables are told in words of this page',
  async (t) => {
    writeFileSync(join(place.folder, 'own.csv'), csv([header, ['身份证、收入证明', '村委会', '', '']]))
    qingdan(place, 'audit', 'own.csv', '-o', 'own.xlsx', '--on', testDay)
    const { app } = await build(t)
    const upload = async (name: string, bytes: Buffer) => {
      const payload = Buffer.concat([
        Buffer.from(`--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`),
        bytes,
        Buffer.from('\r\n--b--\r\n'),
      ])
      const headers = { 'content-type': 'multipart/form-data; boundary=b', accept: 'text/html' }
      return (await app.inject({ method: 'POST', url: '/check', headers, payload })).payload
    }
    const page = await upload('own.xlsx', readFileSync(join(place.folder, 'own.xlsx')))
    t.match(
      linesOf(page).map(({ name, outcome }) => [name, outcome]),
      [
        ['身份证', 'not_applicable'],
        ['收入证明', 'prohibited'],
      ],
    )
    for (const name of ['a.xls', 'a.docx', 'a.pdf'])
      t.match(await upload(name, Buffer.from('x')), `“${name}”不是 .xlsx、.csv 或 .txt 文件`)
    t.match(await upload(`${'长'.repeat(1000)}.pdf`, Buffer.from('x')), /“长{251}\.pdf”不是/)
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('Workbook', 'utf16le')])
    t.match(await upload('a.xlsx', old), '旧格式的 Excel 文件')
    const merged = await mergedBook(
      [
        ['材料名称', '出具单位'],
        ['收入证明', '村委会'],
        ['未婚证明', ''],
        ['', '某局'],
      ],
      'B2:B3',
    )
    t.match(linesOf(await upload('merged.xlsx', merged)), [
      { name: '收入证明', issuer: '村委会' },
      { name: '未婚证明', issuer: '村委会' },
    ])
    const rows = sheet(
      '<row><c t="inlineStr"><is><t>材料名称</t></is></c></row><row><c t="inlineStr"><is><t>收入证明</t></is></c></row>',
    )
    const sheets = '<sheet name="一" sheetId="1" r:id="r1"/><sheet name="二" sheetId="2" r:id="r2"/>'
    t.match(
      (await upload('two.xlsx', await workbook({ sheets, sheet: rows, second: rows }))).replace(/<[^>]+>/g, ''),
      '这些工作表也有所需的列，没有读：二',
    )
    // Some kilobytes of a file that say one long text in every cell.
    const cells = (rows: number, first: string) => {
      const row = '<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>'
      const strings = `<sst ${ns}><si><t>${'长'.repeat(32_000)}</t></si></sst>`
      return workbook({ sheet: sheet(first + row.repeat(rows)), strings })
    }
    const head = '<row><c t="inlineStr"><is><t>材料名称</t></is></c></row>'
    for (const first of ['', head])
      t.match(await upload('same.xlsx', await cells(500, first)), '表中文字过多。请只保留材料名称')
    const hidden = '<sheet name="一" sheetId="1" state="hidden" r:id="r1"/>'
    t.match(await upload('hidden.xlsx', await workbook({ sheets: hidden, sheet: rows })), '没有要核查的名称')
    t.match(
      await upload(
        'long.csv',
        Buffer.from(`材料名称\n${Array.from({ length: 1001 }, (_, at) => `第${at}号证明\n`).join('')}`),
      ),
      /一次最多核查 1000 行/,
    )
    t.match(
      (
        await upload(
          'wide.csv',
          Buffer.from(`材料名称,备注,出具单位\n${`收入证明,${'长'.repeat(30_000)},村委会\n`.repeat(15)}未婚证明`),
        )
      ).replace(/<[^>]+>/g, ''),
      '材料名称 = 材料名称',
    )
  },
)
