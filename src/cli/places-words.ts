import { say } from '../documents/message.ts'
import type { Sentence } from '../lists/terms.ts'

/** The words of the command that shows how each place stands. */
export const PLACES = {
  description: {
    zh: '各地有哪些清单、是否完整、未列入的得到什么答复；不写地名则列出有清单或规定的地方',
    en: 'the lists of each place, whether they are complete and what a name gets that none has; without a name, the places that have lists or rules',
  },
  place: { zh: '行政区划代码或名称，如 610102、新城区', en: 'code or name, e.g. 610102 or 新城区' },
  unknown: (typed: string) => say('no-such-place', `没有叫“${typed}”的地方。`, `No place is called "${typed}".`),
  from: (place: string): Sentence => ({ zh: `来自${place}`, en: `of ${place}` }),
  items: (count: number): Sentence => ({ zh: `${count} 项`, en: `${count} items` }),
  rule: { zh: '规定', en: 'rule' },
}
