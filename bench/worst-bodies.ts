import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** A body that is meant to keep the service busy. */
export interface WorstBody {
  readonly id: string
  readonly path: '/check' | '/v1/check' | '/v1/signboards/survey' | '/v1/ledger'
  readonly type: string
  readonly body: Buffer
}

const megabyte = 2 ** 20
const [upTo4, upTo2] = [4 * megabyte - 1000, 2 * megabyte - 1000]

/** A text again and again, up to a length in bytes. */
const filled = (text: string, bytes: number) => Buffer.alloc(bytes, text)

function uploaded(id: string, name: string, content: Buffer): WorstBody {
  const head = `--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`
  const body = Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n--b--\r\n')])
  return { id, path: '/check', type: 'multipart/form-data; boundary=b', body }
}

const form = (id: string, body: Buffer): WorstBody => ({
  id,
  path: '/check',
  type: 'application/x-www-form-urlencoded',
  body,
})

const json = (id: string, body: Buffer | object, path: WorstBody['path'] = '/v1/check'): WorstBody => ({
  id,
  path,
  type: 'application/json',
  body: Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body)),
})

const relations = (...targets: readonly (readonly [type: string, target: string])[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(
      ([type, target], at) =>
        `<Relationship Id="r${at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`

/** A workbook of one sheet, with these rows and shared texts. */
async function workbook(rows: string, strings: string): Promise<Buffer> {
  const zip = new ZipFile()
  const space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  const part = (path: string, text: string) => zip.addBuffer(Buffer.from(text), path)
  part('_rels/.rels', relations(['officeDocument', 'xl/workbook.xml']))
  part(
    'xl/workbook.xml',
    `<workbook ${space} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="r0"/></sheets></workbook>`,
  )
  part(
    'xl/_rels/workbook.xml.rels',
    relations(['worksheet', 'worksheets/sheet1.xml'], ['sharedStrings', 'sharedStrings.xml']),
  )
  part('xl/sharedStrings.xml', `<sst ${space}>${strings}</sst>`)
  part('xl/worksheets/sheet1.xml', `<worksheet ${space}><sheetData>${rows}</sheetData></worksheet>`)
  zip.end()
  return buffer(zip.outputStream)
}

const shared = (text: string) => `<si><t>${text}</t></si>`
const cells = (count: number) => '<c t="s"><v>0</v></c>'.repeat(count)

/** Names of 80 to 200 characters of pieces of printed ones, which are the hardest to read; no two alike. */
export function hardNames(count: number): string[] {
  const printed = ['婚姻状况', '亲属关系', '家庭经济困难', '居住', '死亡', '财产', '无犯罪记录', '收养', '低保', '健康']
  const words = ['（', '）', '、', '证明', '关于', '的', '村委会出具', '和', '情况', '／']
  let seed = 20260801
  const one = (of: readonly string[]) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
    return of[seed % of.length] as string
  }
  return Array.from({ length: count }, (_, at) => {
    const length = at % 2 === 0 ? 80 : 200
    let name = String(at)
    while (name.length < length) name += one(at % 3 === 0 ? words : printed) + one(words)
    return name.slice(0, length)
  })
}

/** Bodies as large as they may be, of each kind that keeps a reader, a parser or the lists busy. */
export function worstBodies(): WorstBody[] {
  const names = hardNames(1000)
  const questions = names.map((name) => ({ kind: 'certificate', name, issuer: '"'.repeat(200) }))
  const text = (value: string) => Buffer.from(new URLSearchParams({ text: value }).toString())
  const boards = names.slice(0, 200).map((name) => ({ name, place: 'interior' }))
  return [
    uploaded('csv: empty lines', 'a.csv', filled('\n', upTo4)),
    uploaded('csv: commas', 'a.csv', filled(',', upTo4)),
    uploaded('csv: one line', 'a.csv', filled('x', upTo4)),
    uploaded('csv: cells of one sign', 'a.csv', filled('1,\n', upTo4)),
    uploaded('csv: a quote without end', 'a.csv', Buffer.concat([Buffer.from('"'), filled('x,\n', upTo4)])),
    uploaded('csv: doubled quotes', 'a.csv', Buffer.concat([Buffer.from('"'), filled('""', upTo4), Buffer.from('"')])),
    uploaded('txt: empty lines', 'a.txt', filled('\r\n', upTo4)),
    uploaded('csv: 1,000 names', 'a.csv', Buffer.from(names.join('\n'))),
    uploaded('xlsx: not one', 'a.xlsx', Buffer.concat([Buffer.from('PK\x03\x04'), filled('x', upTo4)])),
    form('form: fields', filled('a=&', upTo4)),
    form('form: different fields', Buffer.from(Array.from({ length: 500_000 }, (_, at) => `k${at}`).join('&'))),
    form('form: empty lines', Buffer.concat([Buffer.from('text='), filled('%0A', upTo4)])),
    form('form: blanks', Buffer.concat([Buffer.from('text='), filled('+', upTo4)])),
    form('form: broken signs', Buffer.concat([Buffer.from('text='), filled('%', upTo4)])),
    form('form: 1,000 names', text(names.join('\n'))),
    form('form: 1,000 names as xlsx', Buffer.concat([Buffer.from('format=xlsx&'), text(names.join('\n'))])),
    form('form: 1,000 names as csv', Buffer.concat([Buffer.from('format=csv&'), text(names.join('\n'))])),
    json('json form: nested', Buffer.concat([filled('[', upTo4 / 2), filled(']', upTo4 / 2)]), '/check'),
    json(
      'json: nested lists',
      Buffer.concat([Buffer.from('{"questions":'), filled('[', upTo2 / 2), filled(']', upTo2 / 2)]),
    ),
    json('json: nested objects', Buffer.concat([Buffer.from('{"questions":'), filled('{"a":', upTo2)])),
    json('json: numbers', Buffer.concat([Buffer.from('{"questions":['), filled('0,', upTo2 - 4), Buffer.from('0]}')])),
    json('json: fields', Object.fromEntries(Array.from({ length: 150_000 }, (_, at) => [`k${at}`, 0]))),
    json('json: one long id', { questions: [{ id: 'x'.repeat(upTo2), kind: 'certificate', name: '死亡证明' }] }),
    json('json: one long field', { questions: [{ [`${'x'.repeat(upTo2)}`]: 0 }] }),
    json('json: 1,000 names', { questions }),
    json('survey: 200 names', { boards }, '/v1/signboards/survey'),
    json(
      'ledger: 600 names',
      {
        boards,
        tasks: names.slice(200, 400).map((name) => ({ name })),
        certificates: names.slice(400, 600).map((name) => ({ name })),
      },
      '/v1/ledger',
    ),
  ]
}

/** Workbooks that are small and become large when they are read. */
export async function bombs(): Promise<WorstBody[]> {
  return [
    uploaded(
      'xlsx: shared text',
      'a.xlsx',
      await workbook(`<row>${cells(500)}</row>`.repeat(4000), shared('长'.repeat(32_000))),
    ),
    uploaded('xlsx: many texts', 'a.xlsx', await workbook('<row/>', shared('x').repeat(1_000_000))),
    uploaded('xlsx: empty rows', 'a.xlsx', await workbook('<row/>'.repeat(15_000_000), '')),
    uploaded(
      'xlsx: 1,000 long cells',
      'a.xlsx',
      await workbook(`<row>${cells(1)}</row>`.repeat(1000), shared('"'.repeat(32_000))),
    ),
  ]
}
