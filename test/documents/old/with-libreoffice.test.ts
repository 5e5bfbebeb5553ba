import { spawnSync } from 'node:child_process'
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import t from 'tap'
import { without } from '../../../scripts/optional-tools.ts'
import { openTableFile } from '../../../src/documents/open-table-file.ts'
import { writeWorkbook } from '../../../src/reports/workbook/write-workbook.ts'
import { names, read } from '../../intake/made/lists.ts'
import { cellsOf } from '../../table-rows.ts'

/** A table as RTF has it; characters beyond ASCII are numbers there. */
function rtf(rows: readonly (readonly string[])[]): string {
  const text = (cell: string) => [...cell].map((sign) => `\\u${sign.charCodeAt(0)}?`).join('')
  const row = (cells: readonly string[]) =>
    `\\trowd${cells.map((_, at) => `\\cellx${(at + 1) * 3000}`).join('')}${cells.map((cell) => `\\intbl ${text(cell)}\\cell`).join('')}\\row\n`
  return `{\\rtf1\\ansi\n${rows.map(row).join('')}\\pard\\par}`
}

t.test('files of old formats are read as what they were made of', without('soffice'), async (t) => {
  const folder = t.testdir({
    'annex.rtf': rtf([
      ['序号', '证明名称'],
      ['1', '甲证明'],
      ['2', '乙证明'],
    ]),
  })
  const rows = () => [{ cells: ['材料名称'] }, { cells: ['收入证明'] }]
  const sheets = [{ name: '一', widths: [20], headRows: 0, rows }]
  await writeWorkbook({ title: '', day: '2026-01-01', sheets }, createWriteStream(join(folder, 'materials.xlsx')))
  const make = (from: string, kind: string) => {
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
    spawnSync('soffice', [profile, '--headless', '--convert-to', kind, '--outdir', folder, join(folder, from)])
  }
  make('annex.rtf', 'doc')
  make('annex.rtf', 'odt')
  for (const kind of ['rtf', 'doc', 'odt']) {
    const bytes = readFileSync(join(folder, `annex.${kind}`))
    t.same(names(await read(bytes, undefined, {}, `附件5.${kind}`)), ['甲证明', '乙证明'], kind)
  }
  make('materials.xlsx', 'xls')
  make('materials.xlsx', 'ods')
  for (const kind of ['xls', 'ods']) {
    const [first] = (await openTableFile(join(folder, `materials.${kind}`))).sheets
    t.strictSame(
      (await cellsOf(first)).map((row) => row.slice(0, 1)),
      [['材料名称'], ['收入证明']],
      kind,
    )
  }
  writeFileSync(join(folder, '附件5.et'), readFileSync(join(folder, 'materials.xls')))
  t.match((await openTableFile(join(folder, '附件5.et'))).sheets, { length: 1 })
})
