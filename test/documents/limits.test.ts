import t, { type Test } from 'tap'
import { read } from '../intake/made/lists.ts'
import { docx, p, raw, tbl, tr, wide, wordParts } from '../intake/made/word.ts'
import { zip } from '../intake/made/zip.ts'
import { ns, sheet, workbook } from './made-workbook.ts'

/** What is said of a file that is refused for its size: where, and what is too large. */
async function refusedFor(t: Test, bytes: Buffer, said: RegExp, name = '附件5.docx'): Promise<void> {
  const { list, report } = await read(bytes, undefined, {}, name)
  t.notOk(list, 'nothing to write')
  t.match(
    report.doubts.map(({ zh }) => zh),
    [said],
  )
}
const xlsxRefusedFor = (t: Test, bytes: Buffer, said: RegExp) => refusedFor(t, bytes, said, '附件5.xlsx')

t.test('a paragraph, a cell or all of them may not be longer than any office writes', async (t) => {
  const long = 'x'.repeat(32_768)
  await refusedFor(t, docx(p('标题') + p(long)), /^第 2 段：有一格（段）超过 32767 个字符/)
  await refusedFor(t, docx(p('标题') + tbl([['序号'], [long]])), /^表1 第 2 行：有一格（段）超过 32767 个字符/)
  const shared = `<sst ${ns}><si><t>${'x'.repeat(30_000)}</t></si></sst>`
  const rows = '<row><c t="s"><v>0</v></c></row>'.repeat(700)
  await xlsxRefusedFor(t, await workbook({ sheet: sheet(rows), strings: shared }), /至此文字已超过 20000000 个字符/)
  const unclosed = Buffer.from(`序号,名称\n1,"${'x'.repeat(2 ** 21)}`)
  await refusedFor(t, unclosed, /^第 2 行：一行超过 1048576 个字符/, '附件5.csv')
})

t.test('a table may not be wider than any office makes it, wherever that is said', async (t) => {
  const widths = Array.from({ length: 501 }, () => 1)
  await refusedFor(t, docx(tbl([['序号']], widths)), /^表1 第 0 行：超过 500 列/)
  await refusedFor(t, docx(tbl([['序号'], tr([wide('x', 501)])])), /^表1 第 2 行：超过 500 列/)
  const columns = `<cols>${'<col min="1" max="1"/>'.repeat(16_385)}</cols>`
  await xlsxRefusedFor(t, await workbook({ sheet: sheet('', columns) }), /超过 16384 列/)
})

t.test('a workbook may not have more sheets or merged areas than a person makes', async (t) => {
  const sheets = Array.from({ length: 501 }, (_, at) => `<sheet name="${at}" sheetId="${at}" r:id="x${at}"/>`).join('')
  await xlsxRefusedFor(t, await workbook({ sheets, sheet: sheet('') }), /^文件内部：超过 500 个工作表/)
  const merged = `<mergeCells>${'<mergeCell ref="A1:B1"/>'.repeat(200_001)}</mergeCells>`
  const many = sheet('').replace('</worksheet>', `${merged}</worksheet>`)
  await xlsxRefusedFor(t, await workbook({ sheet: many }), /合并单元格超过 200000 处/)
})

t.test('what is inside a file may not nest, inherit or be described without end', async (t) => {
  const attributes = Array.from({ length: 501 }, (_, at) => `a${at}="1"`).join(' ')
  await refusedFor(t, zip(wordParts(`<w:p ${attributes}/>`)), /^文件内部：一个元素的属性超过 500 个/)
  const style = (at: number) =>
    `<w:style w:type="paragraph" w:styleId="s${at}"><w:basedOn w:val="s${at + 1}"/></w:style>`
  const styles = `<w:styles>${Array.from({ length: 60 }, (_, at) => style(at)).join('')}</w:styles>`
  const styled = docx(raw('', '<w:pStyle w:val="s0"/>') + p('x', '<w:pStyle w:val="s0"/>'), { 'styles.xml': styles })
  await refusedFor(t, styled, /^文件内部：嵌套超过 50 层/)
  const fields = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(51)
  await refusedFor(t, docx(raw(fields)), /嵌套超过 50 层/)
})
