import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Eta } from 'eta'

const folder = join(import.meta.dirname, 'templates')

/** Escapes every value put between <%= and %>; only what a template marks <%~ goes out as it is. */
const eta = new Eta({ cache: true })

/** Templates are compiled when the process starts: a mistake in one shows then, and no first visitor waits for it. */
const sources = readdirSync(folder)
  .sort()
  .map((file) => {
    const text = readFileSync(join(folder, file), 'utf8')
    eta.loadTemplate(`@${file.replace('.eta', '')}`, text)
    return text
  })

/** Changes when a template changes, so that a new release is not hidden behind a browser's copy of the old one. */
export const templatesHash = createHash('sha256').update(sources.join('\0')).digest('hex').slice(0, 8)

/** Renders a template to HTML. */
export function render(template: string, it: object): string {
  return eta.render(`@${template}`, it)
}
