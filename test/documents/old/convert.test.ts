import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { Refusal } from '../../../src/documents/message.ts'
import { modern } from '../../../src/documents/old/convert.ts'
import { oldFormat } from '../../../src/documents/old/old-format.ts'
import { openTableFile } from '../../../src/documents/open-table-file.ts'
import { names, read } from '../../intake/made/lists.ts'
import { simple } from '../../intake/made/word.ts'
import { sheet, workbook } from '../made-workbook.ts'

const ole = (...inside: string[]) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512), Buffer.from(inside.join(''), 'utf16le')])
/** How a package of OpenDocument begins: its first entry is its type, stored as it is. */
const open = (kind: string) =>
  Buffer.from(`PK\u0003\u0004${'\0'.repeat(26)}mimetypeapplication/vnd.oasis.opendocument.${kind}`)

/** A folder that is all there is on the path for the time of a test; `script` stands in it for LibreOffice. */
function onlyPath(t: Test, script?: string) {
  const folder = t.testdir()
  const before = process.env.PATH
  process.env.PATH = folder
  t.teardown(() => {
    process.env.PATH = before
  })
  if (script !== undefined) program(folder, script)
  return folder
}

const program = (folder: string, script: string, name = 'soffice') => {
  const module = join(folder, 'program.mjs')
  writeFileSync(module, script)
  writeFileSync(join(folder, name), `#!/bin/sh\nexec '${process.execPath}' '${module}' "$@"\n`, { mode: 0o755 })
}

/** A program that says how it was called, and writes a file that was made before. */
const writes = (folder: string, made: Buffer) => {
  writeFileSync(join(folder, 'made'), made)
  return `
import { mkdirSync, copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
const args = process.argv.slice(2)
const out = args[args.indexOf('--outdir') + 1]
const profile = new URL(args[0].slice('-env:UserInstallation='.length))
const settings = readFileSync(new URL(profile + '/user/registrymodifications.xcu'), 'utf8')
writeFileSync(${JSON.stringify(join(folder, 'called'))}, JSON.stringify({ args, env: process.env, settings, cwd: process.cwd() }))
mkdirSync(out)
copyFileSync(${JSON.stringify(join(folder, 'made'))}, join(out, 'file.' + args[args.indexOf('--convert-to') + 1].split(':')[0]))
`
}

const refusal = async (t: Test, made: Promise<unknown>, code: string) => {
  const error = await made.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  t.ok(error instanceof Refusal)
  if (error instanceof Refusal) t.equal(error.said.code, code)
  return error instanceof Refusal ? error.said : { zh: '', en: '' }
}

t.test('an old format is known by what a file holds, whatever it is called', async (t) => {
  t.equal(oldFormat(ole('WordDocument'))?.extension, 'doc')
  t.equal(oldFormat(ole('Workbook'))?.extension, 'xls')
  t.equal(oldFormat(ole('Book'))?.extension, 'xls')
  t.equal(oldFormat(Buffer.from('{\\rtf1 x}'))?.extension, 'rtf')
  t.equal(oldFormat(open('text'))?.extension, 'odt')
  t.equal(oldFormat(open('spreadsheet'))?.extension, 'ods')
  for (const other of [
    ole('x'),
    ole('EncryptedPackage', 'Workbook'),
    open('presentation'),
    simple([]),
    Buffer.alloc(0),
  ])
    t.equal(oldFormat(other), undefined)
})

t.test('LibreOffice makes it, in a folder of its own, without macros, and the annex is read', async (t) => {
  const folder = onlyPath(t)
  program(folder, writes(folder, simple([['1', '甲证明']])))
  t.same(names(await read(ole('WordDocument'), undefined, {}, '附件5.doc')), ['甲证明'])
  const { args, env, settings, cwd } = JSON.parse(readFileSync(join(folder, 'called'), 'utf8'))
  t.ok(args.includes('--headless'))
  t.match(settings, /DisableMacrosExecution.*true/)
  t.match(settings, /BlockUntrustedRefererLinks.*true/)
  t.strictSame([env.HOME, env.TMPDIR], [cwd, cwd])
  t.notOk('DATA_DIR' in env || 'TAP' in env, 'nothing of the surroundings is handed on')
  t.ok(cwd.startsWith(join(tmpdir(), 'qingdan-convert-')))
  t.notOk(existsSync(cwd), 'and the folder is gone')
})

t.test('a table of an old format is opened as one', async (t) => {
  const folder = onlyPath(t)
  const made = await workbook({ sheet: sheet('<row><c t="inlineStr"><is><t>材料名称</t></is></c></row>') })
  program(folder, writes(folder, made), 'libreoffice')
  const path = join(folder, 'materials.xls')
  writeFileSync(path, ole('Workbook'))
  t.equal((await openTableFile(path)).sheets.length, 1, 'the program may go by its other name')
})

t.test('where it is not installed the sentence says what to do instead', async (t) => {
  onlyPath(t)
  const said = await refusal(t, modern({ bytes: ole('WordDocument'), name: '附件5.docx' }), 'old-office')
  t.match(said.zh, '旧格式的 Word 文件（.doc 或 .wps），不论扩展名是什么；请用 Word 或 WPS 打开，另存为 .docx')
  t.match(
    (await refusal(t, modern({ bytes: open('spreadsheet'), name: 'a.ods' }), 'old-office')).en,
    'save it as .xlsx',
  )
  const good = { bytes: simple([]), name: 'a.docx' }
  t.equal(await modern(good), good, 'what is read as it is needs none')
})

t.test('a conversion that fails, writes nothing or does not end is refused', async (t) => {
  const file = { bytes: ole('Workbook'), name: 'a.et' }
  await t.test('failed', async (t) => {
    onlyPath(t, 'process.exit(1)')
    t.match((await refusal(t, modern(file), 'not-converted')).zh, 'LibreOffice 没有转换成功')
  })
  await t.test('endless', async (t) => {
    onlyPath(t, 'setInterval(() => {}, 1000)')
    await refusal(t, modern(file, 200), 'not-converted')
  })
})
