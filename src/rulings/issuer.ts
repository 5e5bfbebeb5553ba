const committee =
  /(?:村民?|居民?|村\(居\)民?|村\(社区\)|社区)(?:居民|村民)?委(?:员会|会)?(?!.*(?:医|卫|警|矫正|所|局|院))|(?:基层)?群众性?自治组织|村级组织|(?:村|居|社区)(?:\(居\)|\(社区\))?(?:支部)?两委|村(?:党)?(?:总)?支部|村党组织|村干部|(?:村民|居民)小组|(?:village|villagers|residents|neighbou?rhood)'?s?'? committee/iu
const bare = /(?:^|[^农])村(?:\(社区\)|\(居\)|[里级部上])?$|社区$/u
const separators = /[、,;/|\n]|或者?|和|及|以及|与/u
const office = /(?:出具|开具|盖章|证明|签章|意见)+$/u

/**
 * Whether the issuer that a caller names is (or includes) a villagers' or residents' committee: the lists speak of these only.
 * A clinic or a police post of a community (社区卫生服务中心, 社区警务室) is not one, though its name begins alike.
 */
export function isVillageIssuer(issuer: string): boolean {
  return issuer
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .split(separators)
    .map((part) => part.trim().replace(office, ''))
    .some((part) => committee.test(part) || bare.test(part))
}
