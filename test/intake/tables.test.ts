import t from 'tap'
import type { Said } from '../../src/documents/message.ts'
import { boards, doubts, itemsOf, names, noticed, permits, prohibits, read, tasks } from './made/lists.ts'
import { docx, p, simple, tbl, top, tr, under, wide } from './made/word.ts'

const HEAD = ['序号', '证明事项名称'] as const
const fields = (reading: Awaited<ReturnType<typeof read>>) =>
  reading.report.columns.flatMap(({ columns }) => columns.map(({ field }) => field))

t.test('columns are known by what their headers mean', async (t) => {
  const of = async (headers: string[], list = permits) =>
    fields(await read(simple([headers.map((_, at) => (at === 0 ? '1' : `甲${at}证明`))], headers), list))
  t.same(
    await of([
      '序 号',
      '证明\n事项名称',
      '办理用途',
      '设定依据',
      '要求出具证明的单位',
      '办理流程',
      '所需材料',
      '办理时限',
      '证明样表',
      '备注',
    ]),
    ['no', 'name', 'use', 'basis', 'requestedBy', 'procedure', 'materials', 'timeLimit', 'form', 'note'],
  )
  t.same(
    await of([
      '编号',
      '事项名称',
      '用途',
      '法律依据',
      '要求出具单位',
      '出具程序',
      '申请材料',
      '办结时限',
      '证明式样',
      '说明',
    ]),
    ['no', 'name', 'use', 'basis', 'requestedBy', 'procedure', 'materials', 'timeLimit', 'form', 'note'],
  )
  t.same(await of(['序号', '证明名称', '使用范围', '依据', '主管部门', '例外情形', '替代方式', '又称']), [
    'no',
    'name',
    'use',
    'basis',
    'category',
    'exceptions',
    'instead',
    'subNames',
  ])
  t.same(await of(['序号', '牌子名称', '式样', '规格', '材质', '挂牌位置'], boards), [
    'no',
    'name',
    'sign',
    'size',
    'material',
    'position',
  ])
  t.same(
    await of(['序号', '事项内容', '依据'], tasks),
    ['no', 'name', 'basis'],
    'a weak word is the name where none is stronger',
  )
  t.same(
    await of(['序号', '类别', '事项名称', '具体内容'], tasks),
    ['no', 'category', 'name', undefined],
    'and not where one is',
  )
})

t.test('an unknown column with text in it stops, an empty one is passed over', async (t) => {
  const bytes = simple([['1', '甲证明', '是']], [...HEAD, '是否涉密'])
  const reading = await read(bytes)
  t.same(doubts(reading), ['unknown-column'])
  t.match(reading.report.doubts[0]?.zh, /表1 第1行 第3列.*是否涉密.*--column 3=ignore/)
  t.same(names(await read(bytes, permits, { columns: [{ column: 3, field: 'ignore' }] })), ['甲证明'])
  t.match(itemsOf(await read(bytes, permits, { columns: [{ table: '1', column: 3, field: 'note' }] })), [
    { note: { zh: '清单备注：是' } },
  ])
  t.same(
    doubts(await read(bytes, permits, { columns: [{ table: '2', column: 3, field: 'note' }] })),
    ['unknown-column'],
    'a choice for another table is none for this',
  )
  t.same(doubts(await read(simple([['1', '甲证明', '']], [...HEAD, '是否涉密']))), [])
  t.same(doubts(await read(simple([['1', '甲证明', '有']], [...HEAD, '']))), ['unknown-column'])
})

t.test('without a name column, or with two of a kind, a person must say', async (t) => {
  const none = simple([['1', '甲证明', 'x']], ['序号', '开具什么', '备注'])
  t.same(doubts(await read(none)), ['unknown-column', 'no-name-column'])
  t.same(names(await read(none, permits, { columns: [{ column: 2, field: 'name' }] })), ['甲证明'])
  t.same(doubts(await read(simple([['1', '甲证明', '乙', '丙']], [...HEAD, '依据', '设定依据']))), ['same-columns'])
  const [, { zh, en }] = (await read(none)).report.doubts as [Said, Said]
  t.match(zh, '（“序号、开具什么、备注”）')
  t.match(en, '("序号、开具什么、备注")')
  const parts = docx(
    tbl([
      tr([top('序号'), top('证明名称'), wide('设定依据', 2)]),
      tr([under(), under(), '名称', '条款']),
      ['1', '甲证明', '《甲法》', '第一条'],
    ]),
  )
  t.match(itemsOf(await read(parts)), [{ guide: { basis: '《甲法》\n第一条' } }], 'parts of one header belong together')
})

t.test('headers in two rows, merged or not', async (t) => {
  const bytes = docx(
    tbl([
      tr(['序号', '证明名称', wide('办事指南', 2)]),
      tr(['', '', '办理用途', '说明']),
      ['1', '甲证明', '入学', '即办'],
    ]),
  )
  t.match(itemsOf(await read(bytes)), [{ name: '甲证明', guide: { use: '入学' }, note: { zh: '清单备注：即办' } }])
  const flow = docx(
    tbl([
      tr([top('序号'), top('证明名称'), wide('办理流程', 2)]),
      tr([under(), under(), '说明', '步骤']),
      ['1', '甲证明', '先', '后'],
    ]),
  )
  t.match(
    itemsOf(await read(flow)),
    [{ guide: { procedure: '先\n后' } }],
    'a word that says nothing by itself takes its parent’s meaning',
  )
  const lone = docx(tbl([tr(['序号', wide('证明名称', 2)]), ['1', wide('甲证明', 2)], ['2', wide('乙证明', 2)]]))
  t.same(names(await read(lone)), ['甲证明', '乙证明'], 'a wide header with items right below it')
  t.same(doubts(await read(docx(tbl([tr(['序号', wide('证明名称', 2)])])))), ['empty-list'])
})

t.test('a header that says nothing of its own takes the meaning of the one above, or its own', async (t) => {
  const bytes = docx(
    tbl([
      tr([top('序号'), wide('基本信息', 2), wide('办理流程', 2)]),
      tr([under(), '名称', '类别', '甲步', '乙步']),
      ['1', '甲证明', '民政', '申请', '核实'],
    ]),
  )
  t.match(itemsOf(await read(bytes)), [{ name: '甲证明', category: '民政', guide: { procedure: '申请\n核实' } }])
})

t.test('title rows, repeated headers, totals, notes and empty rows are no items', async (t) => {
  const reading = await read(
    docx(
      tbl([
        tr([wide('平凉市拟保留证明清单', 2)]),
        ['填报单位：甲局', '2022年'],
        ['', ''],
        HEAD,
        ['1', '甲证明'],
        ['', ''],
        ['序 号', '证明事项名称'],
        ['2', '乙证明'],
        ['合计', '2'],
        tr([wide('注：1.甲', 2)]),
        tr([wide('2.乙', 2)]),
      ]),
    ),
  )
  t.same(names(reading), ['甲证明', '乙证明'])
  t.same(
    noticed(reading).sort(),
    ['dropped-note', 'not-read', 'note-text', 'note-text', 'repeated-header', 'title-differs', 'total-row'].sort(),
  )
  t.same(names(await read(docx(tbl([HEAD, ['1', '甲证明'], ['', '合计：1项']])))), ['甲证明'])
})

t.test('group rows and merged cells give the category', async (t) => {
  const groups = tbl([
    HEAD,
    tr([wide('一、民政部门（2项）', 2)]),
    ['1', '甲证明'],
    tr([wide('（一）社会救助', 2)]),
    ['2', '乙证明'],
    tr([wide('公安部门', 2)]),
    ['3', '丙证明'],
    ['四、', '司法部门'],
    ['4', '丁证明'],
  ])
  t.same(
    itemsOf(await read(docx(groups))).map((item) => item.category),
    ['民政部门', '民政部门 / 社会救助', '公安部门', '司法部门'],
  )
  const merged = tbl([
    ['部门', ...HEAD],
    tr([top('民政局'), '1', '甲证明']),
    tr([under(), '2', '乙证明']),
    ['公安局', '1', '丙证明'],
  ])
  const reading = await read(docx(merged))
  t.same(
    itemsOf(reading).map((item) => [item.no, item.category]),
    [
      [1, '民政局'],
      [2, '民政局'],
      [3, '公安局'],
    ],
  )
  t.ok(noticed(reading).includes('renumbered'), 'numbers that start anew are numbered through, and it is said')
  t.match(
    names(await read(docx(tbl([HEAD, ['一', '甲证明'], ['二', '乙证明']])))),
    ['甲证明', '乙证明'],
    'Chinese numerals may number items too',
  )
  t.same(
    doubts(
      await read(docx(tbl([HEAD, tr([wide('以下各项由县级人民政府有关部门根据实际情况确定。', 2)]), ['1', '甲证明']]))),
    ),
    ['odd-row'],
    'a sentence across the table is no group',
  )
})

t.test('a group without items may be an item itself', async (t) => {
  const bytes = docx(
    tbl([HEAD, tr([wide('民政部门', 2)]), tr([wide('公安部门', 2)]), ['1', '甲证明'], tr([wide('三、司法部门', 2)])]),
  )
  t.same(doubts(await read(bytes)), ['bare-heading', 'bare-heading'])
  t.match(itemsOf(await read(bytes, permits, { keep: ['T1R2', 'T1R5'] })), [{ category: '公安部门' }])
})

t.test('an empty category cell is doubted, or filled on request', async (t) => {
  const bytes = docx(
    tbl([
      ['类别', ...HEAD],
      ['民政', '1', '甲证明'],
      ['', '2', '乙证明'],
    ]),
  )
  t.same(doubts(await read(bytes)), ['no-category'])
  t.same(
    itemsOf(await read(bytes, permits, { fillDown: true })).map((item) => item.category),
    ['民政', '民政'],
  )
  t.same(
    itemsOf(await read(bytes, permits, { keep: ['T1R3'] })).map((item) => item.category),
    ['民政', undefined],
  )
})

t.test('several tables are batches of one list', async (t) => {
  const two = docx(
    p('第一批') + tbl([HEAD, ['1', '甲证明'], ['2', '乙证明']]) + p('第二批') + tbl([HEAD, ['1', '丙证明']]),
  )
  t.same(
    itemsOf(await read(two)).map((item) => [item.no, item.category]),
    [
      [1, '第一批'],
      [2, '第一批'],
      [3, '第二批'],
    ],
  )
  const within = docx(
    tbl([
      tr([wide('保留清单（第一批）', 2)]),
      HEAD,
      ['1', '甲证明'],
      tr([wide('保留清单（第二批）', 2)]),
      HEAD,
      ['1', '乙证明'],
    ]),
  )
  t.same(
    itemsOf(await read(within)).map((item) => item.category),
    ['第一批', '第二批'],
  )
  t.match((await read(two)).list?.provenance, { batch: '第一批、第二批' })
  const empty = await read(docx(p('第一批') + tbl([HEAD, ['1', '甲证明']]) + p('第二批') + p('一、民政') + p('其他')))
  t.ok(noticed(empty).includes('empty-batch'))
})

t.test('a table without headers goes on with the one before, or is doubted', async (t) => {
  const first = tbl([HEAD, ['1', '甲证明']])
  const on = await read(
    docx(
      first +
        tbl([
          ['2', '乙证明'],
          ['3', '丙证明'],
        ]),
    ),
  )
  t.same(names(on), ['甲证明', '乙证明', '丙证明'])
  t.ok(noticed(on).includes('continued-table'))
  const form = docx(
    first +
      tbl([
        ['姓名', '张三'],
        ['住址', '甲村'],
      ]),
  )
  t.same(doubts(await read(form)), ['unknown-table'])
  const skipped = await read(form, permits, { skip: ['T2'] })
  t.same(names(skipped), ['甲证明'])
  t.ok(noticed(skipped).includes('skipped-table'))
  t.same(doubts(await read(docx(first + tbl([['5', '乙证明']])))), ['unknown-table'], 'numbers that do not go on')
  t.same(
    doubts(await read(docx(tbl([['证明名称'], ['甲证明']]) + tbl([['5', '乙证明']])))),
    ['unknown-table'],
    'or are not there',
  )
  const bare = docx(
    tbl([
      ['1', '甲证明'],
      ['2', '乙证明'],
    ]),
  )
  t.same(doubts(await read(bare)), ['unknown-table'])
  t.same(
    names(
      await read(bare, permits, {
        columns: [
          { column: 1, field: 'no' },
          { column: 2, field: 'name' },
        ],
      }),
    ),
    ['甲证明', '乙证明'],
  )
  const odd = docx(tbl([tr([wide('某某表', 2)]), ['代号', '开具什么'], ['1', '甲证明']]))
  t.same(
    names(
      await read(odd, permits, {
        columns: [
          { column: 1, field: 'no' },
          { table: '1', column: 2, field: 'name' },
        ],
      }),
    ),
    ['甲证明'],
  )
  t.same(names(await read(docx(tbl([['甲证明'], ['乙证明']])), permits, { columns: [{ column: 1, field: 'name' }] })), [
    '甲证明',
    '乙证明',
  ])
})

t.test('a row that cannot be read stops, and can be left out', async (t) => {
  const bytes = docx(
    tbl([
      [...HEAD, '用途'],
      ['1', '甲证明', 'x'],
      ['2', '', '入学'],
      ['3', '丙证明', 'y'],
    ]),
  )
  const reading = await read(bytes)
  t.same(doubts(reading).sort(), ['missing-number', 'no-name'])
  t.match(reading.report.doubts.find(({ code }) => code === 'no-name')?.zh, /表1 第3行 第2列.*--skip-row T1R3/)
  const skipped = await read(bytes, permits, { skip: ['T1R3'] })
  t.same(names(skipped), ['甲证明', '丙证明'])
  t.ok(noticed(skipped).includes('skipped-row'), 'what is left out is said')
  t.same(
    doubts(await read(bytes, permits, { skip: ['T1R3', 'T1R99'] })),
    ['unmet-option'],
    'a row that is not there is a slip',
  )
  t.same(
    doubts(
      await read(
        docx(
          tbl([
            [...HEAD, '用途'],
            ['1', '甲证明', 'x'],
            ['', '', '入学'],
          ]),
        ),
      ),
    ),
    ['no-name'],
  )
  t.same(
    doubts(
      await read(
        docx(
          tbl([
            [...HEAD, '用途'],
            ['1', '甲证明', 'x'],
            ['2', '', ''],
          ]),
        ),
      ),
    ),
    ['no-name'],
  )
  for (const signs of ['。', '（）', '？', '《》'])
    t.same(
      doubts(await read(simple([['1', signs]]))),
      ['no-name'],
      `${signs} would be found in every name of signs alone`,
    )
  t.same(
    doubts(
      await read(
        docx(
          tbl([
            ['类别', ...HEAD],
            ['民政', '1', '甲证明'],
            ['公安', '', ''],
          ]),
        ),
      ),
    ),
    ['odd-row'],
  )
})

t.test('a cell across several columns, or outside them, stops', async (t) => {
  const across = docx(
    tbl([[...HEAD, '用途', '依据'], tr(['1', '甲证明', wide('详见附表', 2)]), tr(['2', '乙证明', wide('', 2)])]),
  )
  t.same(doubts(await read(across)), ['spanning-cell'])
  t.match(itemsOf(await read(across, permits, { keep: ['T1R2'] })), [
    { guide: { use: '详见附表', basis: '详见附表' } },
    { name: '乙证明' },
  ])
  const out = docx(tbl([HEAD, ['1', '甲证明', '多余'], ['2', '乙证明', '']]))
  t.same(doubts(await read(out)), ['outside-columns'])
  t.same(names(await read(out, permits, { keep: ['T1R2'] })), ['甲证明', '乙证明'])
  t.same(
    doubts(
      await read(
        docx(
          tbl([
            HEAD,
            ['1', '甲证明'],
            tr([wide('二者皆是某某长名称其内容很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长', 2)]),
          ]),
        ),
      ),
    ),
    ['odd-row'],
  )
})

t.test('a name merged over rows is one item, unless the rows have numbers of their own', async (t) => {
  const rows = (second: string) =>
    docx(
      tbl([
        [...HEAD, '用途'],
        tr([top('1'), top('甲证明'), '入学']),
        tr([second === '' ? under() : second, under(), '落户']),
      ]),
    )
  const reading = await read(rows(''))
  t.match(itemsOf(reading), [{ no: 1, name: '甲证明', guide: { use: '入学\n落户' } }])
  t.match(reading.report.rows, [{ place: { row: 2, lastRow: 3 } }])
  t.ok(noticed(reading).includes('merged-rows'))
  t.same(doubts(await read(rows('2'))), ['merged-name'])
  t.match(
    itemsOf(await read(rows('2'), permits, { keep: ['T1R2'] })),
    [{ no: 1, name: '甲证明' }],
    'the first number is the item’s',
  )
})

t.test('who issues is left out where it is the village, and stops where it is not', async (t) => {
  const bytes = (issuer: string) => simple([['1', '甲证明', issuer]], [...HEAD, '出具单位'])
  t.same(names(await read(bytes('村（居）委会'))), ['甲证明'])
  t.same(doubts(await read(bytes('派出所'))), ['other-issuer'])
  t.same(names(await read(bytes('派出所'), permits, { keep: ['T1R2'] })), ['甲证明'])
})

t.test('the title, the attachment and the document number are kept as printed', async (t) => {
  const made = async (lines: string[], list = permits, options = {}) =>
    read(docx(lines.map((line) => p(line)).join('') + tbl([HEAD, ['1', '甲证明']])), list, options)
  const full = await made([
    '附件5',
    '平市民〔2022〕230号',
    '平凉市民政局',
    '平凉市各部门拟保留的',
    '基层群众性自治组织出具证明事项清单',
    '（第一批）',
  ])
  t.match(full.list?.provenance, {
    printedTitle: '平凉市各部门拟保留的基层群众性自治组织出具证明事项清单（第一批）',
    batch: '第一批',
    number: '平市民〔2022〕230号',
    imported: '2026-11-22',
  })
  t.notOk(
    (await made(['根据民发〔2020〕20号文件制定清单'])).list?.provenance?.number,
    'a number that the text cites is not its own',
  )
  t.same(doubts(await made(['附件6'])), ['other-annex'])
  t.same(doubts(await made(['不应由村级组织出具证明事项清单'])), ['other-effect'])
  t.same(doubts(await made(['拟保留证明事项清单'], prohibits)), ['other-effect'])
  t.same(doubts(await made(['附件6', '不应由村级组织出具证明事项清单'], permits, { acceptAnnex: true })), [])
  t.same(doubts(await made(['保留证明事项清单（样例）'])), ['sample'])
})

t.test('numbers typed before names are numbers where every name has one', async (t) => {
  const made = (first: string) =>
    simple(
      [
        [first, '《甲法》'],
        ['2、乙证明', '《乙法》'],
      ],
      ['证明事项', '设定依据'],
    )
  t.match(itemsOf(await read(made('1.甲证明'))), [
    { no: 1, name: '甲证明' },
    { no: 2, name: '乙证明' },
  ])
  t.same(
    names(await read(made('80岁老人证明'))),
    ['80岁老人证明', '2、乙证明'],
    'and part of the name where one has none',
  )
})

t.test('the column 出处, which our own export writes, is known and not read', async (t) => {
  const reading = await read(simple([['1', '甲证明', '《甲法》']], [...HEAD, '出处']))
  t.same(itemsOf(reading), [{ no: 1, name: '甲证明' }])
  t.match(reading.report.notices.find(({ code }) => code === 'source-column')?.zh, /表1 第1行 第3列.*出处/)
  const asked = await read(simple([['1', '甲证明', '《甲法》']], [...HEAD, '出处']), permits, {
    columns: [{ column: 3, field: 'ignore' }],
  })
  t.notOk(noticed(asked).includes('source-column'), 'nor said where a person said it')
  t.match(itemsOf(await read(simple([['1', '甲证明', '《甲法》']], [...HEAD, '依据'])))[0], {
    guide: { basis: '《甲法》' },
  })
})

t.test('several cells under one header stop', async (t) => {
  t.same(doubts(await read(docx(tbl([tr(['序号', wide('证明事项名称', 2)]), ['1', '居住类', '居住证明']])))), [
    'crowded-column',
  ])
  t.same(
    names(await read(docx(tbl([tr(['序号', wide('证明事项名称', 2)]), ['1', '', '居住证明'], ['2', '甲证明', '']])))),
    ['居住证明', '甲证明'],
  )
})

t.test('无 and 同上 are no names', async (t) => {
  for (const name of ['无', '同上', '/'])
    t.same(
      doubts(
        await read(
          simple([
            ['1', '甲证明'],
            ['2', name],
          ]),
        ),
      ),
      ['no-name'],
      name,
    )
  t.same(names(await read(simple([['1', '无犯罪记录证明']]))), ['无犯罪记录证明'])
})

t.test('headings of another part of the document are not those of the table', async (t) => {
  const reading = await read(
    docx(p('一、总体要求') + p('1.各部门要严格执行。') + tbl([HEAD, ['1', '甲证明']]) + p('二、其他') + p('注：无')),
    permits,
    { skip: ['P2'] },
  )
  t.notOk(itemsOf(reading)[0]?.category)
  t.same(
    noticed(reading)
      .filter((code) => /not-read|skipped/.test(code))
      .sort(),
    ['not-read', 'not-read', 'skipped-row'],
  )
})

t.test('an item that left its table stops, wherever it stands', async (t) => {
  const table = tbl([HEAD, ['1', '甲证明']])
  const of = (before: readonly string[], after: readonly string[] = []) =>
    docx(before.map((text) => p(text)).join('') + table + after.map((text) => p(text)).join(''))
  const stopped = async (bytes: Buffer) =>
    (await read(bytes)).report.doubts.map(({ code, zh }) => `${code} ${/P\d+/.exec(zh)}`)
  t.same(await stopped(of(['一、民政部门', '1.收养证明', '2.贫困证明', '二、其他部门'])), [
    'item-beside-table P2',
    'item-beside-table P3',
  ])
  t.same(await stopped(of([], ['2.贫困证明', '（3）死亡证明', '④居住证明'])), [
    'item-beside-table P1',
    'item-beside-table P2',
    'item-beside-table P3',
  ])
  t.same(await stopped(docx(table + p('2.贫困证明') + tbl([HEAD, ['2', '乙证明']]))), ['item-beside-table P1'])
  t.same(
    await stopped(of(['一、收养证明', '二、贫困证明'])),
    ['item-beside-table P1'],
    'a heading with nothing below it',
  )
  t.same(await stopped(of([], ['二、贫困证明'])), ['item-beside-table P1'])
  t.same(await stopped(of(['一、收养证明；'])), ['item-beside-table P1'])
  const left = await read(of(['1.收养证明'], ['2.贫困证明']), permits, { skip: ['P1', 'P2'] })
  t.same(names(left), ['甲证明'])
  t.equal(noticed(left).filter((code) => code === 'skipped-row').length, 2)
  t.same(await stopped(of(['一、民政', '（一）救助'])), [], 'a heading within a heading stands above the table')
})

t.test('the points of a note are no items, but what does not go on with them may be one', async (t) => {
  const of = (...after: string[]) => read(docx(tbl([HEAD, ['1', '甲证明']]) + after.map((text) => p(text)).join('')))
  t.same(names(await of('注：1.甲', '2.乙', '3.丙')), ['甲证明'])
  t.same(names(await of('说明：', '①甲', '②乙')), ['甲证明'])
  t.same(doubts(await of('说明：', '2.贫困证明')), ['item-beside-table'])
  t.same(doubts(await of('注：动态调整。', '2.贫困证明')), ['item-beside-table'])
  t.same(doubts(await of('注：1.甲', '另', '2.贫困证明')), ['item-beside-table'])
})

t.test('what stands above a table and is no title, attachment, batch or document number is said', async (t) => {
  const above = [
    '附件5',
    '民发〔2020〕20号',
    permits.title,
    '（第一批）',
    '各县区民政局',
    '一、为进一步规范基层群众性自治组织出具证明工作，切实减轻负担，现将有关事项通知如下并请遵照执行，请各地认真落实。',
  ]
  const reading = await read(docx(above.map((text) => p(text)).join('') + tbl([HEAD, ['1', '甲证明']])))
  t.same(
    reading.report.notices.filter(({ code }) => code === 'not-read').map(({ zh }) => /第(\d+)段/.exec(zh)?.[1]),
    ['5', '6'],
  )
})

t.test('where all tables are left out, the paragraphs are the list', async (t) => {
  const reading = await read(docx(p('1.居住证明') + tbl([['姓名', '张三']])), permits, { skip: ['T1'] })
  t.same(names(reading), ['居住证明'])
  t.ok(noticed(reading).includes('skipped-table'))
})

t.test('a number typed on the first of a name’s lines', async (t) => {
  t.match(itemsOf(await read(simple([['1.甲情况\n证明'], ['2.乙证明']], ['证明事项']))), [
    { no: 1, name: '甲情况证明' },
    { no: 2 },
  ])
})

t.test('a numbered group right above one without a number has no items', async (t) => {
  t.same(
    doubts(await read(docx(tbl([HEAD, tr([wide('一、民政部门', 2)]), tr([wide('公安部门', 2)]), ['1', '甲证明']])))),
    ['bare-heading'],
  )
})

t.test('a group within a group needs no items in between', async (t) => {
  t.match(
    itemsOf(await read(docx(tbl([HEAD, tr([wide('一、民政', 2)]), tr([wide('（一）救助', 2)]), ['1', '甲证明']])))),
    [{ category: '民政 / 救助' }],
  )
})
