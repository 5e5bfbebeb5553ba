import t from 'tap'
import { bracketChoice, columnChoice, day, keptNames, rowNames, tableNames } from '../../src/cli/import-options.ts'
import { cut, textTable } from '../../src/cli/text-table.ts'

t.test('a column is named by field, by its Chinese word, or by any known header', async (t) => {
  t.same(columnChoice('3=name'), [{ column: 3, field: 'name' }])
  t.same(columnChoice('T2C3=依据', columnChoice('1=no')), [
    { column: 1, field: 'no' },
    { table: '2', column: 3, field: 'basis' },
  ])
  t.same(columnChoice('t1.1c3=证明事项名称'), [{ table: '1.1', column: 3, field: 'name' }])
  t.same(columnChoice('4=悬挂位置'), [{ column: 4, field: 'position' }])
  t.same(columnChoice('4=挂牌位置'), [{ column: 4, field: 'position' }])
  for (const text of ['name', '3=', 'x=name', '3=frob']) t.throws(() => columnChoice(text), text)
})

t.test('rows, paragraphs and tables, with ranges and commas', async (t) => {
  t.same(rowNames('T1R5,t2r3-r5，P7', ['P1']), ['P1', 'T1R5', 'T2R3', 'T2R4', 'T2R5', 'P7'])
  t.same(rowNames('T1.1R5-6,P7-P8'), ['T1.1R5', 'T1.1R6', 'P7', 'P8'])
  t.same(tableNames('T2-T4,T5-6,T7.1,T9'), ['T2', 'T3', 'T4', 'T5', 'T6', 'T7.1', 'T9'])
  for (const text of ['R5', 'T1', 'T1R5-R4', 'T1R1-R99999', '']) t.throws(() => rowNames(text), text)
  t.same(keptNames('T2,T1R3-R4,p7', ['P1']), ['P1', 'T2', 'T1R3', 'T1R4', 'P7'])
  for (const text of ['2', 'T3-T2', 'T1R2']) t.throws(() => tableNames(text), text)
})

t.test('brackets and days', async (t) => {
  t.same(
    [...bracketChoice('p7=NOTE', bracketChoice('T1R5=names'))],
    [
      ['T1R5', 'names'],
      ['P7', 'note'],
    ],
  )
  t.throws(() => bracketChoice('T1R5=maybe'))
  t.equal(day('2024-02-29'), '2024-02-29')
  for (const text of ['2023-02-29', '2023-2-1', 'today', '2023-13-01', '2023-02']) t.throws(() => day(text), text)
})

t.test('columns line up where characters are two places wide', async (t) => {
  t.equal(
    textTable(
      [
        ['a', '序'],
        ['中文', 'b'],
      ],
      9,
    ),
    'a     序\n中文  b',
  )
  t.equal(cut('中文字', 6), '中文字')
  t.equal(cut('中文字', 5), '中文…')
  t.equal(textTable([['a'], ['b', 'c']], 9), 'a\nb  c')
})
