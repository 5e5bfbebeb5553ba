/**
 * A number of 30 bits for an address, by FNV-1a over its UTF-16 units (draft-eastlake-fnv). As the key of a map it stands in the map
 * itself: to tell one text from others, a map has to look at theirs, each somewhere else in a large memory. Addresses that share a number
 * must be told apart by whoever uses it.
 */
export function addressHash(address: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < address.length; at += 1) hash = Math.imul(hash ^ address.charCodeAt(at), 0x01000193)
  return hash & 0x3fffffff
}
