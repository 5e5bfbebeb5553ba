import type { List, Snapshot } from '../../catalogue/snapshot.ts'
import type { Language } from '../../lists/terms.ts'
import { cite } from '../../rulings/cite.ts'
import type { ListDetail, ListSummary } from '../schemas/list-schemas.ts'

/** A list without its items. */
export function listSummary(list: List): ListSummary {
  const { id, annex, kind, effect, title, issuer, custodian, region, from, to, completeness, grade, reviewed } = list
  return {
    id,
    ...(annex === undefined ? {} : { annex }),
    kind,
    effect,
    title,
    issuer,
    custodian: custodian.name,
    region,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    completeness,
    grade,
    items: list.size,
    reviewed,
  }
}

/** A list with what is known of it, and from where. */
export function listDetail({ documents }: Snapshot, list: List, language: Language): ListDetail {
  return {
    ...listSummary(list),
    ...(list.note ? { note: list.note[language] } : {}),
    ...(list.supply ? { supply: list.supply[language] } : {}),
    ...(list.provenance ? { provenance: list.provenance } : {}),
    citation: cite(documents, list.source, list.grade),
    custodianCitation: cite(documents, list.custodian.source, list.grade),
  }
}
