import type { ListFile } from '../lists/list.ts'
import type { Sentence } from '../lists/terms.ts'
import { completeness as states } from '../reports/list-state.ts'

/** The words of the command that says when silence speaks. */
export const CLOSE = {
  description: {
    zh: '写明某地清单之外如何：依哪份文件哪一条；清单都完整时，未列入即有结论',
    en: 'state what holds beyond the lists of a place, by which document and clause; once they are complete, silence speaks',
  },
  code: { zh: '行政区划代码，如 610102', en: 'GB/T 2260 code of the place, e.g. 610102' },
  kind: {
    zh: '哪一类：certificate（证明）、signboard（牌子）、task（工作事务）',
    en: 'certificate, signboard or task',
  },
  document: {
    zh: 'documents.json 里文件的标识；还没有的另加 --title',
    en: 'id of the document in documents.json; with --title where it is not there yet',
  },
  clause: { zh: '哪一条，照原文写法，如 二(三)', en: 'the clause as it is written there, e.g. 二(三)' },
  text: { zh: '这一条的原话', en: 'the words of the clause' },
  from: { zh: '从哪一天起，默认为文件的印发日期', en: 'first day (default: the day the document was issued)' },
  without: {
    zh: '文件不包括的清单，如上级的 national-certificates（可重复，可用逗号）',
    en: 'lists that the document does not mean, such as national-certificates (repeatable, commas)',
  },
  title: { zh: '新文件的标题', en: 'title of a new document' },
  number: { zh: '新文件的文号', en: 'number of a new document' },
  issuer: { zh: '新文件的发文机关', en: 'issuer of a new document' },
  issued: { zh: '新文件的印发日期 YYYY-MM-DD 或 YYYY-MM', en: 'date of a new document, YYYY-MM-DD or YYYY-MM' },
  rule: (id: string, place: string): Sentence => ({
    zh: `${place}清单之外如何（${id}）：`,
    en: `What holds beyond the lists of ${place} (${id}):`,
  }),
  list: ({ id, title, completeness }: Pick<ListFile, 'id' | 'title' | 'completeness'>): Sentence => ({
    zh: `${id}（${title}）：${states[completeness].zh}`,
    en: `${id} (${title}): ${states[completeness].en}`,
  }),
  speaks: {
    zh: '以上清单都完整：读得懂而未列入的名称，答复为 not_listed。',
    en: 'All of them are complete: a name that is read and not listed is answered not_listed.',
  },
  waits: (open: readonly string[]): Sentence => ({
    zh: `${open.join('、')} 还不完整：在此之前，未列入的名称答复仍为 undetermined。文件不包括它的，加 --without。`,
    en: `${open.join(', ')} not complete yet: until then a name that is not listed stays undetermined. Where the document does not mean it, add --without.`,
  }),
  dry: (path: string): Sentence => ({ zh: `预览：${path} 未写入。`, en: `Dry run: ${path} is not written.` }),
  written: (path: string): Sentence => ({ zh: `已写入 ${path}。`, en: `Wrote ${path}.` }),
}
