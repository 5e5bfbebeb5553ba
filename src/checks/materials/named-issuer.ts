import { isVillageIssuer } from '../../rulings/issuer.ts'

/**
 * Words of the column 来源渠道 that say how a paper reaches the counter, not who issued it. 申请人自备 beside 收入证明 leaves open
 * whether a village is to issue it.
 */
const saysNothing =
  /^(?:申请人|申请者|本人|个人|自然人|群众|当事人|办事人|企业|申请单位)?(?:自备|自行准备|自行提供|自行提交|提供|提交|填写|自行填写|准备)?$|^(?:其他|其它|不限|未知|不详|待定|无|详见.*|见.*说明|none|n\/?a|other|[-—/\\.。·]+)$/iu

/** Who issues a material, as far as the row says: the issuer column, else the channel; undefined where neither names anybody. */
export function namedIssuer(...cells: readonly string[]): string | undefined {
  for (const cell of cells) {
    const text = cell
      .toWellFormed()
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim()
      .slice(0, 200)
    if (text === '') continue
    if (isVillageIssuer(text) || !saysNothing.test(text.normalize('NFKC'))) return text
  }
  return undefined
}

const before = /^由?([^非不未无]{2,60}?)[出开]具?的/u
const inBrackets = /[（(]由?((?:[^非不未无（()）]|[（(][^（()）]{1,10}[)）]){2,60}?)(?:[出开]具?|盖章)[)）]$/u

/** The village that a material's own name names as issuer (村委会出具的死亡证明), in a row that names nobody. */
export function villageInName(material: string): string | undefined {
  const named = (before.exec(material) ?? inBrackets.exec(material))?.[1]
  return named !== undefined && isVillageIssuer(named) ? named : undefined
}
