import { say } from '../../documents/message.ts'
import { type Place, placeWords } from '../../documents/place-in-file.ts'

/** What is said of the items as a whole. */

export const numberedInOrder = () =>
  say(
    'numbered',
    '按先后顺序编号（未用文中的序号，或文中没有序号）。',
    'Items are numbered in order (the document prints no numbers, or they are not used).',
  )

export const restarted = () =>
  say(
    'renumbered',
    '序号按批次、表格或部门重新起算，清单内须唯一，因此从头到尾连续编号；类别与批次照记。',
    'Numbers start anew by batch, table or department; items are numbered through, and category and batch are kept.',
  )

export const numberGap = (place: Place, before: number, no: number) => {
  const where = placeWords(place)
  return say(
    'number-gap',
    `${where.zh}：序号从 ${before} 跳到 ${no}，请核对是否缺行。`,
    `${where.en}: the number jumps from ${before} to ${no}; check whether a row is missing.`,
  )
}

export const duplicate = (place: Place, name: string, other: Place) => {
  const [here, there] = [placeWords(place), placeWords(other)]
  return say(
    'duplicate',
    `${here.zh}：“${name}”与 ${there.zh} 重复，两条都保留。`,
    `${here.en}: "${name}" is also in ${there.en}; both are kept.`,
  )
}

export const opposite = (place: Place, name: string, list: string, title: string, no: number) => {
  const where = placeWords(place)
  return say(
    'opposite',
    `${where.zh}：“${name}”也在意思相反的清单 ${list}《${title}》第 ${no} 项。`,
    `${where.en}: "${name}" also stands on list ${list} (${title}), item ${no}, which says the opposite.`,
  )
}

export const looksLikeException = (place: Place, text: string) => {
  const where = placeWords(place)
  return say(
    'remark-exception',
    `${where.zh}：备注像是例外规定（“${text}”），已照录为备注；请人工核对，必要时写成例外。`,
    `${where.en}: the remark reads like an exception ("${text}"); it is kept as a remark. Check it and record an exception if it is one.`,
  )
}

export const noBoard = (place: Place) => {
  const where = placeWords(place)
  return say(
    'no-board',
    `${where.zh}：没有写明悬挂的内外和式样，只记名称。`,
    `${where.en}: nothing is said of where or how it hangs; only the name is recorded.`,
  )
}

export const emptyBatch = (batch: string) =>
  say('empty-batch', `${batch}下没有读到事项。`, `No item was read under ${batch}.`)
