/** 居住证明办事指南, 一、居住证明, 《居住证明》办理流程: the certificate that a title names. */
export function guideName(title: string): string | undefined {
  const name = title
    .replace(/\s/g, '')
    .replace(/^[（(]?[\d０-９一二三四五六七八九十]{1,3}[)）]?[、.．]?/, '')
    .replace(/[《》“”]/g, '')
    .replace(/(办事|办理|服务|出具|开具)?(指南|流程|须知|说明|规程|规范)(及.*)?$/, '')
  return name === '' ? undefined : name
}

/** A form to be filled in: 兹证明…, 特此证明, blanks for a signature. It is no list, whatever it counts. */
export const isForm = (text: string): boolean =>
  /兹(有|证明)|特此证明|此证明|(盖章|签字|签名|签章)|年\s*月\s*日|(样表|样式|式样|样本|格式)[)）]?$|[_＿]{3,}/m.test(
    text,
  )
