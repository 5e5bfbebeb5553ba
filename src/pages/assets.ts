import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'

const here = import.meta.dirname
const read = (folder: string) =>
  readdirSync(join(here, folder))
    .sort()
    .map((file) => ({ file, text: readFileSync(join(here, folder, file), 'utf8') }))

interface Asset {
  readonly type: string
  readonly text: string
  readonly path: string
}

function asset(name: string, type: string, text: string): [string, Asset] {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 10)
  return [name, { type, text, path: `/assets/${name.replace('.', `-${hash}.`)}` }]
}

/** What pages load beside themselves. The style sheet is written in parts and sent as one. */
export const assets: ReadonlyMap<string, Asset> = new Map([
  asset(
    'style.css',
    'text/css',
    read('styles').reduce((all, { text }) => all + text, ''),
  ),
  ...read('scripts').map(({ file, text }) => asset(file, 'text/javascript', text)),
  asset('icon.svg', 'image/svg+xml', readFileSync(join(here, 'icon.svg'), 'utf8')),
])

/** The address of an asset. Its name carries its content's hash: browsers keep it for good and never see a stale one. */
export function assetPath(name: string): string {
  const found = assets.get(name)
  if (!found) throw new Error(`No asset ${name}`)
  return found.path
}

export function serveAssets(app: FastifyInstance): void {
  for (const { path, type, text } of assets.values()) {
    app.get(path, { schema: { hide: true } }, (_request, reply) =>
      reply.type(`${type}; charset=utf-8`).header('cache-control', 'public, max-age=31536000, immutable').send(text),
    )
  }
}
