import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import t, { type Test } from 'tap'
import { applicationId } from '../../src/catalogue/database-file.ts'
import { run } from '../../src/cli/program.ts'
import type { ListFile } from '../../src/lists/list.ts'
import { listIn, reviewedData, writeData } from '../data-folder.ts'
import { everyField } from '../every-field.ts'

interface Outcome {
  readonly code: number
  readonly out: string
  readonly error: string
}

async function qingdan(...args: string[]): Promise<Outcome> {
  let out = ''
  let error = ''
  const code = await run(
    args,
    {},
    {
      out: (text) => {
        out += text
      },
      error: (text) => {
        error += `${text}\n`
      },
    },
  )
  return { code, out, error }
}

function place(t: Test) {
  const { dataDir, databasePath } = writeData(t, reviewedData())
  return { dataDir, databasePath, folder: join(dataDir, '..'), at: ['--data', dataDir, '--database', databasePath] }
}

t.test('load builds the file and says what is in it; verify finds it equal to the data', async (t) => {
  const { at } = place(t)
  t.match(await qingdan('load', ...at), {
    code: 0,
    out: /^数据集 2026-12-01\.[0-9a-f]{8}：19 份清单，\d+ 项。\n$/,
    error: '',
  })
  t.match(await qingdan('verify', ...at), { code: 0, out: /数据可用：.*\nSQLite 文件与数据一致。\n$/, error: '' })
  t.match(await qingdan('verify', ...at, '--lang', 'en'), { code: 0, out: /holds exactly these data/ })
})

t.test('verify names what is missing, what differs, what is too much, and which version is held', async (t) => {
  const { databasePath, at } = place(t)
  await qingdan('load', ...at)
  const database = new Database(databasePath)
  database.exec("DELETE FROM items WHERE list = 'annex-3' AND no = 4")
  database.exec("UPDATE items SET name = '某证明' WHERE list = 'annex-3' AND no = 5")
  database.exec("INSERT INTO regions (code, name) VALUES ('999999', '某区')")
  database.exec("UPDATE recorded_names SET grade = 'official' WHERE id = 1")
  database.exec('DELETE FROM statutory_boards WHERE id = (SELECT min(id) FROM statutory_boards)')
  database.exec("UPDATE dataset SET version = '2000-01-01.00000000'")
  database.close()
  const { code, error } = await qingdan('verify', ...at)
  t.equal(code, 2)
  t.match(error, /有 6 处不同。运行 qingdan load 重建/)
  t.match(error, 'items: annex-3/4 is missing')
  t.match(error, 'items: annex-3/5 differs')
  t.match(error, 'regions: 999999 is not in the data')
  t.match(error, /statutory_boards: [a-z-]+ is missing/)
  t.match(error, /recorded_names: .* differs/)
  t.match(error, /dataset: holds 2000-01-01\.00000000, the data are 2026-12-01/)
})

t.test('verify lists the first fifty differences and counts the rest', async (t) => {
  const { databasePath, at } = place(t)
  await qingdan('load', ...at)
  const database = new Database(databasePath)
  database.exec('DELETE FROM regions')
  database.close()
  const { error } = await qingdan('verify', ...at, '--lang', 'en')
  t.match(error, /differs from the data in 3212 places/)
  t.match(error, 'and 3162 more')
})

t.test('verify tells of a file that is missing or broken, and like load of one that is not ours', async (t) => {
  const { databasePath, at } = place(t)
  t.match(await qingdan('verify', ...at), { code: 2, error: /qingdan\.sqlite: unable to open/ })
  const foreign = { code: 2, error: /^\S+qingdan\.sqlite is no SQLite file of Qingdan and is not replaced by one; set/ }
  for (const put of [
    () => new Database(databasePath).exec('CREATE TABLE other (a)').close(),
    () => writeFileSync(databasePath, 'not SQLite, and long enough to be looked at as a header'.repeat(20)),
  ]) {
    put()
    for (const command of ['verify', 'load']) t.match(await qingdan(command, ...at), foreign, command)
    rmSync(databasePath)
  }
  new Database(databasePath).exec(`PRAGMA application_id = ${applicationId}; CREATE TABLE a (b)`).close()
  t.match(await qingdan('verify', ...at), { code: 2, error: /no such table: dataset/ })
  await qingdan('load', ...at)
  new Database(databasePath).exec('DELETE FROM dataset').close()
  t.match(await qingdan('verify', ...at), { code: 2, error: /dataset: holds no version, the data are/ })
  await qingdan('load', ...at)
  writeFileSync(databasePath, 'x', { flag: 'a' })
  t.match(await qingdan('verify', ...at), { code: 2, error: /qingdan\.sqlite: is not as it was built/ })
  await qingdan('load', ...at)
  t.match(await qingdan('verify', ...at), { code: 0, error: '' })
  const bytes = readFileSync(databasePath)
  writeFileSync(databasePath, Buffer.concat([bytes.subarray(0, 8192), Buffer.alloc(bytes.length - 8192, 7)]))
  t.match(await qingdan('verify', ...at), { code: 2, error: /qingdan\.sqlite: / })
})

t.test('data that cannot be used are told by file and field', async (t) => {
  const { dataDir, at } = place(t)
  writeFileSync(join(dataDir, 'rules.json'), '[{}]')
  for (const command of ['load', 'verify']) {
    t.match(await qingdan(command, ...at), { code: 2, error: /rules\.json: \[1\]/ }, command)
  }
})

t.test('what is configured for the service alone stops no command', async (t) => {
  const { at } = place(t)
  const said: string[] = []
  const say = (text: string) => said.push(text)
  const configured = { PORT: 'x', TRUST_PROXY: 'y', RATE_LIMIT: 'z' }
  for (const command of ['load', 'verify'])
    t.equal(await run([command, ...at], configured, { out: say, error: say }), 0)
  t.match(said.at(-1), '一致')
})

t.test(
  'what stands in the place of a data file or an annex and cannot be read is named, all of it at once',
  async (t) => {
    const { dataDir, folder, at } = place(t)
    const annexes = join(folder, 'annexes')
    mkdirSync(join(annexes, '附件5.docx'), { recursive: true })
    mkdirSync(join(dataDir, 'lists/x.json'))
    symlinkSync('nowhere', join(dataDir, 'names/y.json'))
    for (const command of [['load'], ['verify'], ['export', 'annex-3']]) {
      const { code, error } = await qingdan(...command, ...at, '--annexes', annexes)
      t.equal(code, 2, command.join(' '))
      for (const file of [
        'data/lists/x.json is no regular file',
        'data/names/y.json: ENOENT',
        'annexes/附件5.docx is no regular file',
      ])
        t.match(error, `${join(folder, file)}`, command.join(' '))
      t.match(error, '; it must be a file that the user who runs this may read')
    }
    const annex = join(folder, 'a.csv')
    writeFileSync(annex, '序号,证明事项名称\n1,林木采伐申请证明\n')
    const importing = ['import', annex, '--list', 'annex-5', '--data', dataDir, '--lang', 'en']
    t.match(await qingdan(...importing), { code: 2, error: /list file x\.json cannot be read or is not valid/ })
    rmSync(join(dataDir, 'lists/x.json'), { recursive: true })
    t.match(await qingdan(...importing), { code: 2, error: /names\/y\.json cannot be read or is not valid/ })
    rmSync(join(dataDir, 'names/y.json'))
    t.match(await qingdan(...importing), { code: 0, error: '' })
    t.match(await qingdan('load', ...at), { code: 0, error: '' })
  },
)

t.test('a data file given as the database stays what it was', async (t) => {
  const { dataDir } = place(t)
  const file = join(dataDir, 'documents.json')
  const text = readFileSync(file, 'utf8')
  const { code, error } = await qingdan('load', '--data', dataDir, '--database', file)
  t.match({ code, error }, { code: 2, error: `${file} is no SQLite file of Qingdan and is not replaced by one` })
  t.equal(readFileSync(file, 'utf8'), text)
})

t.test('what the machine refuses is told without a stack, with exit code 1', async (t) => {
  const { folder, at } = place(t)
  const { code, error } = await qingdan('export', 'annex-3', '-o', join(folder, 'nowhere/a.csv'), ...at)
  t.equal(code, 1)
  t.match(error, `没有完成：ENOENT: no such file or directory, open '${join(folder, 'nowhere/a.csv')}'。\n`)
  t.notMatch(error, /\n\s+at /)
})

t.test('export writes CSV that a spreadsheet opens, in Chinese, with what the list has', async (t) => {
  const { at } = place(t)
  const { code, out } = await qingdan('export', 'annex-3', ...at)
  t.equal(code, 0)
  t.match(out, /^\uFEFF序号,证明事项名称\r\n1,亲属关系证明\r\n/, 'what we recorded beside it is no part of it')
  t.match(
    out,
    '\r\n17,居民财产证明（经济状况证明、收入证明、偿还能力证明、房产证明、银行存款证明、投资情况证明、车辆所有权证明等）\r\n',
  )
  const boards = await qingdan('export', 'annex-7', '--format', 'csv', ...at)
  t.match(boards.out, '\r\n1,村党组织,外部,标牌,外部显著位置,')
  t.match((await qingdan('export', 'annex-2', ...at)).out, /《消防法》（2021-04-29）第六条/)
})

t.test('a cell that looks like a formula stays text', async (t) => {
  const data = reviewedData()
  const [item] = data.lists['annex-7']?.items ?? []
  if (item) item.name = '=HYPERLINK("a")'
  const { dataDir } = writeData(t, data)
  t.match((await qingdan('export', 'annex-7', '--data', dataDir)).out, `1,"'=HYPERLINK(""a"")",外部`)
})

t.test('export gives the list file as JSON, byte for byte what the service reads', async (t) => {
  const { dataDir, folder, at } = place(t)
  const file = join(folder, 'a.json')
  t.match(await qingdan('export', 'annex-3', '-o', file, ...at), { code: 0, out: /已写入 .*a\.json（20 项）/ })
  const list = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as ListFile
  t.same(list(file), list(join(dataDir, 'lists/annex-3.json')))
})

t.test('a Word table can be imported again', async (t) => {
  const { folder, at, dataDir } = place(t)
  const file = join(folder, '附件2.docx')
  t.equal((await qingdan('export', 'annex-2', '-o', file, ...at)).code, 0)
  const again = ['import', file, '--list', 'annex-2', '--data', dataDir, '--dry-run', '--column', '5=ignore']
  const { code, out } = await qingdan(...again)
  t.equal(code, 0)
  t.match(out, '新增 0')
  t.match(out, '删除 0')
  t.match(await qingdan('export', 'annex-3', '--format', 'docx', ...at), { code: 2, error: /须写入文件/ })
})

t.test('an unknown list is told with those there are', async (t) => {
  const { at } = place(t)
  t.match(await qingdan('export', 'annex-8', ...at), { code: 2, error: /annex-8.*annex-1、annex-2/ })
  const english = await qingdan('export', 'annex-8', ...at, '--lang', 'en')
  t.match(english, { code: 2, error: 'There is no list "annex-8"; there are: annex-1, annex-2, ' })
})

t.test('an annex folder is read on top', async (t) => {
  const { folder, at } = place(t)
  const annexes = join(folder, 'annexes')
  mkdirSync(annexes)
  writeFileSync(join(annexes, 'annex-5.csv'), '序号,证明事项名称\n1,林木采伐申请证明\n')
  t.match((await qingdan('export', 'annex-5', ...at, '--annexes', annexes)).out, '1,林木采伐申请证明')
})

t.test('a doubt about an annex is told in the language that is asked for, with the way out', async (t) => {
  const { folder, dataDir, at } = place(t)
  const annexes = join(folder, 'annexes')
  const file = join(annexes, '附件5.csv')
  mkdirSync(annexes)
  writeFileSync(file, '序号,证明事项名称\n1,林木采伐申请证明\n3,居住证明\n')
  const zh = await qingdan('load', ...at, '--annexes', annexes)
  t.match(zh, { code: 2, out: '', error: /附件5\.csv：表1 第3行：序号中断.*（“1 → 3”）.*--keep-row T1R3/ })
  t.match(zh.error, '附件5.csv：这些是 qingdan import 的选项')
  for (const command of [['load'], ['export', 'annex-3'], ['survey', file, '--column', 'board=B']]) {
    const { code, error } = await qingdan(...command, ...at, '--annexes', annexes, '--lang', 'en')
    t.equal(code, 2)
    t.match(error, /附件5\.csv: table 1, row 3: the numbers jump.*\("1 → 3"\)\. If none is: --keep-row T1R3/)
    t.match(
      error,
      '附件5.csv: These are options of qingdan import: run qingdan import 附件5.csv --list annex-5 with them',
    )
    t.notMatch(error, /[，。：]/)
  }
  t.equal((await qingdan('import', file, '--list', 'annex-5', '--keep-row', 'T1R3', '--data', dataDir)).code, 0)
  rmSync(file)
  t.equal((await qingdan('load', ...at, '--annexes', annexes)).code, 0)
  t.match((await qingdan('export', 'annex-5', ...at, '--annexes', annexes)).out, '3,居住证明', 'the way out leads out')
})

t.test('what an annex prints beside an item is exported in its own words', async (t) => {
  const data = reviewedData()
  const printed = (zh: string, en: string) => ({ zh, en: `${en} (in Chinese): x` })
  const own = { text: { zh: '我们的', en: 'ours' }, grade: 'editorial', source: { document: 'minfa-2020-20' } }
  Object.assign(listIn(data, 'annex-6'), {
    completeness: 'partial',
    items: [
      {
        no: 1,
        name: '甲证明',
        exceptions: [own, { ...own, text: printed('清单例外：急用', 'Exception printed in the list') }],
        instead: [{ ...own, text: printed('清单写明：户口簿', 'Printed in the list as the way instead') }],
        note: printed('清单备注：备注\n另：我们的', 'Remark printed in the list'),
      },
    ],
  })
  const { dataDir } = writeData(t, data)
  const { out } = await qingdan('export', 'annex-6', '--data', dataDir)
  t.equal(out.trim().replace('\uFEFF', ''), '序号,证明事项名称,例外情形,替代方式,备注\r\n1,甲证明,急用,户口簿,备注')
})

t.test('whatever a list can say of an item is exported, on a page turned on its side where it is wide', async (t) => {
  const data = reviewedData()
  everyField(data)
  const { dataDir } = writeData(t, data)
  const { out } = await qingdan('export', 'annex-6', '--data', dataDir)
  const [header, row] = out.trim().split('\r\n')
  t.equal(
    header,
    '序号,类别,证明事项名称,办理用途,设定依据,要求出具单位,申请条件,服务对象,所需材料,办理流程,办理时限,有效期,收费,办理地点,办理时间,咨询电话,证明样表,出处',
  )
  t.match(
    row,
    '1,生活,红白喜事用车证明（喜事用车证明、丧事用车证明等）,用途,依据,要求单位,条件,对象,材料,程序,时限,有效期,收费,地点,时间,电话,样表,',
  )
  t.match(out, /《关于印发.*的通知》二\(三\)/)
  const boards = await qingdan('export', 'annex-7', '--data', dataDir)
  t.match(boards.out, '序号,牌子名称,位置,式样,规格,材质,颜色,数量,悬挂位置')
  const file = join(dataDir, '../a.docx')
  t.equal((await qingdan('export', 'annex-6', '-o', file, '--data', dataDir)).code, 0)
  const again = ['import', file, '--list', 'annex-6', '--data', dataDir, '--dry-run']
  t.match(await qingdan(...again), { code: 0, out: /新增 0，改动 \d，删除 0/ })
})

t.test('a file whose name says no format is refused, unless the format is given', async (t) => {
  const { dataDir } = writeData(t, reviewedData())
  const at = ['--data', dataDir]
  const file = join(dataDir, '../x.pdf')
  t.match(await qingdan('export', 'annex-3', '-o', file, ...at), { code: 2, error: /--format/ })
  t.match(await qingdan('export', 'annex-3', '-o', file, '--format', 'csv', ...at), { code: 0 })
  t.match(await qingdan('--lang', 'fr', 'export', 'annex-3', ...at), { code: 2, error: /选项的值不对：--lang/ })
})
