/** What stands behind the name of a paper and is part of no name: which of it, and how many. */
const behind =
  '(?:原件|复印件|扫描件|电子版|正本|副本|正反面|正面|反面|首页|本人页|内页|及|和|各|一式|[\\d一二两三四五六七八九十]|[份张套页寸])*'

/** How the names of papers end. */
const paper = new RegExp(
  `(?:证|证明|证明材料|证书|证件|书|表|簿|本|单|照|函|件|卡|票据?|凭证|协议|合同|报告|方案|材料|资料|文件|决定|意见|图|图纸|章程|记录|名册|清单|照片|彩照|承诺|批复|说明|声明|账户|存折|流水|公告|光盘|遗嘱)[》”"’」』]?${behind}$`,
  'u',
)

/** Words that end like papers and name none by themselves: 身份证 复印件 is one paper, 证件、证书遗失证明 too. */
const noPaper =
  /^(?:原件|复印件|扫描件|正本|副本|证件|证书|文件|材料|资料|证明|书面|事件|条件|案件|部件|要件|邮件|各|本|书|表|单|件|卡|票|图)+$/u

/** A part without what stands in brackets at its end, whether they close or not. */
export function withoutBracket(part: string): string {
  const opened = Math.max(part.lastIndexOf('（'), part.lastIndexOf('('))
  const closed = Math.max(part.lastIndexOf('）'), part.lastIndexOf(')'))
  const ends = /[）)]$/u.test(part)
  if (opened >= 0 && (ends || closed < opened)) return part.slice(0, opened).trim()
  return (ends ? part.slice(0, -1) : part).trim()
}

/** Whether a text ends like the name of a paper. */
export function endsLikePaper(text: string): boolean {
  const name = withoutBracket(text)
  return paper.test(name) && !noPaper.test(name)
}
