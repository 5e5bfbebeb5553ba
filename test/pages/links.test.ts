import t from 'tap'
import { build } from '../build-service.ts'

/** Addresses in a page, as a browser reads them. */
function linksOf(html: string): string[] {
  return [...html.matchAll(/(?:href|src|action)="([^"#]*)[^"]*"/g)].map(([, link = '']) =>
    link.replaceAll('&amp;', '&'),
  )
}

t.test('every internal link is alive, nothing leads or loads elsewhere, every page is small and quick', async (t) => {
  const { app } = await build(t)
  await app.ready()
  const seen = new Set<string>()
  const queue = ['/', '/?lang=en']
  let slowest = 0
  let where = ''
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (seen.has(path)) continue
    seen.add(path)
    const started = performance.now()
    const response = await app.inject({ url: path, headers: { accept: 'text/html' } })
    if (performance.now() - started > slowest) [slowest, where] = [performance.now() - started, path]
    t.equal(response.statusCode, 200, decodeURI(path))
    if (path.startsWith('/docs') || path.startsWith('/assets')) continue
    t.ok(response.rawPayload.length < 60_000, `${path}: ${response.rawPayload.length} bytes`)
    for (const link of linksOf(response.payload).filter((one) => one !== '')) {
      if (!link.startsWith('/')) t.fail(`${path} leads to ${link}`)
      // Every item asks a question of its own; one of them in each list is enough.
      else if (!link.startsWith('/?kind=') || queue.length < 200) queue.push(link)
    }
  }
  t.ok(seen.size > 80, `${seen.size} addresses`)
  t.comment(`slowest: ${where}, ${slowest.toFixed(1)} ms`)
})
