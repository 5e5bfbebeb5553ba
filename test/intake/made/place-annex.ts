import { docx, p, tbl } from './word.ts'

/** A made-up annex of a place as bureaus print it: number above, title, table, signature with the day below. */
export const placeAnnex = (
  title: string,
  rows: readonly (readonly string[])[],
  {
    headers = ['序号', '证明事项名称'],
    above = ['新民发〔2024〕12号', '附件1'],
    below = ['西安市新城区民政局', '2024年5月10日'],
  }: { headers?: readonly string[]; above?: readonly string[]; below?: readonly string[] } = {},
): Buffer =>
  docx(
    [...above, title].map((line) => p(line)).join('') + tbl([headers, ...rows]) + below.map((line) => p(line)).join(''),
  )

export const certificates = [
  ['1', '养犬证明'],
  ['2', '停车位证明'],
]
