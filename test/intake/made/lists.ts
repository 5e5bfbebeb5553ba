import { type AnnexOptions, type AnnexReading, readAnnex } from '../../../src/intake/read-annex.ts'
import type { Item, ListFile } from '../../../src/lists/list.ts'

const source = { document: 'notice', clause: '附件' }

/** An absent list of certificates that may be issued. */
export const permits: ListFile = {
  id: 'annex-5',
  annex: 5,
  kind: 'certificate',
  effect: 'permits',
  title: '平凉市各部门拟保留的基层群众性自治组织出具证明事项清单',
  issuer: '平凉市民政局',
  custodian: { name: '崆峒区民政局', source },
  region: '620800',
  completeness: 'absent',
  grade: 'reference',
  source,
  note: { zh: '附件未公开。', en: 'The annex is not public.' },
  supply: { zh: '请导入附件5。', en: 'Import annex 5.' },
  reviewed: '2026-01-01',
  items: [],
}
const { note: _note, supply: _supply, ...open } = permits

/** A complete list of certificates that may not be issued. */
export const prohibits: ListFile = {
  ...open,
  id: 'annex-3',
  annex: 3,
  effect: 'prohibits',
  title: '不应由基层群众性自治组织出具证明事项清单（第一批）',
  completeness: 'complete',
  grade: 'official',
}
export const boards: ListFile = {
  ...open,
  id: 'annex-7',
  annex: 7,
  kind: 'signboard',
  title: '村（社区）组织活动场所挂牌指导目录',
  completeness: 'partial',
}
export const tasks: ListFile = {
  ...open,
  id: 'annex-2',
  annex: 2,
  kind: 'task',
  effect: 'assists',
  title: '基层群众性自治组织依法协助政府工作主要事项清单',
  completeness: 'partial',
}

/** Reads a file made by a test. */
export const read = (
  bytes: Buffer,
  list: ListFile = permits,
  options: Partial<AnnexOptions> = {},
  name = `附件${list.annex}.docx`,
): Promise<AnnexReading> => readAnnex(bytes, name, list, { date: '2026-11-22', ...options })

/** The items of a reading that nothing stopped; the doubts as an error where something did. */
export function itemsOf(reading: AnnexReading): Item[] {
  if (!reading.list) throw new Error(reading.report.doubts.map((one) => one.en).join('\n'))
  return reading.list.items
}
export const names = (reading: AnnexReading) => itemsOf(reading).map((item) => item.name)
/** The codes of what stopped the reading. */
export const doubts = (reading: AnnexReading) => reading.report.doubts.map((one) => one.code)
export const noticed = (reading: AnnexReading) =>
  [...reading.report.notices, ...reading.report.warnings].map((one) => one.code)
