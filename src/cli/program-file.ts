import { existsSync } from 'node:fs'
import { programHash } from '../catalogue/program-hash.ts'

/**
 * The command line to load: the one that was bundled of these very sources, which loads in a tenth of the time, or else the sources.
 * @param bundles the folder of bundles, with a slash at its end
 */
export function programFile(bundles: URL): string {
  const bundled = new URL(`qingdan-${programHash().slice(0, 8)}.js`, bundles)
  return (existsSync(bundled) ? bundled : new URL('qingdan.ts', import.meta.url)).href
}
