import { say } from '../documents/message.ts'

/** The words of importing a list that is not there yet. */
export const IMPORT_PLACE = {
  region: {
    zh: '清单是哪个地方的(行政区划代码)：按文件所印新建清单，已有的则换成新文本',
    en: 'the place (GB/T 2260 code) of a list that is made from what the file prints, or whose text it replaces',
  },
  kind: {
    zh: '文件看不出类别时：certificate（证明）、signboard（牌子）、task（工作事务）',
    en: 'where the file does not say it: certificate, signboard or task',
  },
  effect: {
    zh: '文件看不出含义时：prohibits（不应要求）、permits（可以）、own_duty（依法履行）、assists（协助）',
    en: 'where the file does not say it: prohibits, permits, own_duty or assists',
  },
  title: { zh: '文件没有印标题时', en: 'the title, where the file prints none' },
  number: { zh: '文号，文件没有印时', en: 'the number of the document, where the file prints none' },
  issuer: { zh: '发文机关，文件没有印时', en: 'the issuer, where the file prints none' },
  issued: {
    zh: '印发日期 YYYY-MM-DD 或 YYYY-MM，文件没有印时；确实不详写 unknown',
    en: 'date of issue, YYYY-MM-DD or YYYY-MM, where the file prints none; unknown where nobody knows it',
  },
  from: { zh: '从哪一天起适用 YYYY-MM-DD，默认为印发日期', en: 'first day, YYYY-MM-DD (default: the date of issue)' },
  id: { zh: '清单标识，默认由地区和含义组成', en: 'the id of the list (default: of place and effect)' },
  notBoth: say(
    'list-and-region',
    '--list 是已有的清单，--region 按文件新建；两个只给一个。',
    '--list names a list that is there, --region makes one from the file; give one of them.',
  ),
  oneOf: say(
    'no-list',
    '请用 --list 指明写入哪个清单，或用 --region 指明是哪个地方的新清单。',
    'Name the list with --list, or the place of a new list with --region.',
  ),
  withRegion: say(
    'needs-region',
    '--kind、--effect、--title、--number、--issuer、--issued、--from、--id 只与 --region 同用；已有清单的这些内容不变。',
    '--kind, --effect, --title, --number, --issuer, --issued, --from and --id go with --region only; a list that is there keeps its own.',
  ),
} as const
