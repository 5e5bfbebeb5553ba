import { createWriteStream } from 'node:fs'
import type { Snapshot } from '../src/catalogue/snapshot.ts'
import { writeWorkbook } from '../src/reports/workbook/write-workbook.ts'

const everyday = [
  '居民身份证',
  '居民户口簿',
  '营业执照',
  '申请表',
  '授权委托书',
  '结婚证',
  '不动产权证书',
  '近期免冠照片',
  '银行账户证明',
  '学历证书',
]
const issuers = ['', '村民委员会', '公安机关', '申请人自备', '社区居委会', '不动产登记机构']

/** Names as a platform's catalogue has them: mostly everyday papers, some listed certificates, some that nobody listed. */
export function materialNames(snapshot: Snapshot): { exact: string[]; similar: string[] } {
  const exact = [...snapshot.lists.values()]
    .filter(({ kind }) => kind === 'certificate')
    .flatMap(({ items }) => items.map(({ name }) => name))
  return {
    exact,
    similar: exact.flatMap((name) => [`${name.slice(0, -2)}情况说明材料`, `有关${name.slice(1)}的书面材料`]),
  }
}

/** Writes a catalogue of materials of so many rows; `different`: with as many papers, none of which is on a list. */
export async function writeSample(path: string, rows: number, snapshot: Snapshot, different = false): Promise<void> {
  const { exact, similar } = materialNames(snapshot)
  const pick = (from: readonly string[], at: number) => from[at % from.length] as string
  const material = (row: number) => {
    if (different) return `${pick(similar, row)}${row}`
    if (row % 10 === 0) return pick(exact, row / 10)
    if (row % 10 === 1) return `${pick(similar, row)}${row % 3000}`
    if (row % 10 === 2) return `${pick(everyday, row)}、${pick(everyday, row + 3)}、${pick(exact, row)}`
    return pick(everyday, row)
  }
  await writeWorkbook(
    {
      title: 'sample',
      day: '2026-11-22',
      sheets: [
        {
          name: '材料清单',
          widths: [30, 30, 30, 20, 20, 20],
          headRows: 1,
          *rows() {
            yield { cells: ['事项编码', '事项名称', '材料名称', '出具单位', '实施部门', '备注'] }
            for (let row = 1; row <= rows; row += 1) {
              const service = Math.floor(row / 6)
              yield {
                cells: [
                  `6208${service}`,
                  `第${service}号政务服务事项`,
                  material(row),
                  pick(issuers, row),
                  `第${service % 40}部门`,
                  `备注${row}`,
                ],
              }
            }
          },
        },
      ],
    },
    createWriteStream(path),
  )
}
