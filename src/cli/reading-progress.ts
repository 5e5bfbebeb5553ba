import type { Watch } from '../documents/package/package-parts.ts'
import type { Sentence } from '../lists/terms.ts'
import { Progress } from './progress.ts'
import type { Terminal } from './terminal.ts'

const kilobytes: Sentence = { zh: 'KB', en: 'KB' }
/** Anything smaller is read before a person looks. In bytes. */
const large = 1_000_000

/** Shows how far the large part of a file has been read. The bar is gone when the part is. */
export function readingProgress(terminal: Terminal): Watch {
  let progress: Progress | undefined
  let shown = 0
  return (read, all) => {
    if (all < large) return
    progress ??= new Progress(terminal, Math.floor(all / 1000), undefined, kilobytes)
    const now = Math.floor(read / 1000)
    progress.add(now - shown)
    shown = now
    if (read < all) return
    progress.end()
    progress = undefined
    shown = 0
  }
}
