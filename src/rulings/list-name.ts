import type { List } from '../catalogue/snapshot.ts'
import type { Language } from '../lists/terms.ts'

type Named = Pick<List, 'annex' | 'title'>

/** A list as people call it: 附件3, or its title where it is no annex. */
export function listName(list: Named, language: Language): string {
  return annexName(list, language) ?? `《${list.title}》`
}

/** A list by its number, if it is an annex, and its title. */
export function fullListName(list: Named, language: Language): string {
  const names = [annexName(list, language), `《${list.title}》`]
  return names.filter((one) => one !== undefined).join(language === 'zh' ? '' : ' ')
}

function annexName({ annex }: Named, language: Language): string | undefined {
  if (annex === undefined) return undefined
  return language === 'zh' ? `附件${annex}` : `annex ${annex}`
}
