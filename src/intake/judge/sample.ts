import type { Sentence } from '../../lists/terms.ts'
import type { Findings } from '../findings.ts'
import { sample } from '../messages/list-messages.ts'

/** What a file calls itself that is no list in force. */
const SAMPLE =
  /样例|样本|示例|范例|模板|草案|草稿|初稿|讨论稿|征求意见|送审稿|报审稿|审议稿|报批稿|修改稿|供参考|不是正式|非正式|(?<![a-z])(draft|sample)(?![a-z])/i
/** 证明样本, 填写模板: what is annexed to a list that is one. */
const OF_A_FORM = /(证明|文书|文本|表|格式|填写|填报|文件)(的)?(样例|样本|示例|范例|模板)/g

/** A text by which a file may call itself a sample or a draft, and where it stands. */
export interface SelfName {
  readonly text: string
  readonly where: 'title' | 'header' | 'watermark' | 'file' | 'sheet'
}

const WHERE: Readonly<Record<SelfName['where'], Sentence>> = {
  title: { zh: '文件标题', en: 'the title' },
  header: { zh: '页眉页脚', en: 'a header or footer' },
  watermark: { zh: '水印', en: 'the watermark' },
  file: { zh: '文件名', en: 'the name of the file' },
  sheet: { zh: '工作表名', en: 'the name of a sheet' },
}

/** Whether a text says so. */
const saysSample = (text: string): boolean =>
  SAMPLE.test(text.normalize('NFKC').replace(/\s/g, '').replace(OF_A_FORM, ''))

/** Doubts a file that calls itself a sample or a draft; tells whether it does. A person may insist: then the list is partial and editorial. */
export function checkSample(names: readonly SelfName[], findings: Findings): boolean {
  const said = names.filter(({ text }) => saysSample(text))
  if (!findings.options.acceptSample) findings.doubts.push(...said.map(({ text, where }) => sample(text, WHERE[where])))
  return said.length > 0
}
