import { encodeQR } from 'qr'

/** Long names make long addresses: error correction gives way before the code does. */
const roomy = 600

/** Bytes that a QR code holds at its lowest. A name takes up to 2,400, and the issuer and the address of the service come on top. */
const most = 2953

/** White around a code without which scanners do not find it. */
const border = 4

/**
 * Width of a code on paper, and of its modules at least, in millimetres: scanners need 0.396 (GS1 General Specifications, 5.12.3.1).
 */
const usualWidth = 36
const leastModule = 0.4

/**
 * A QR code as SVG with its width on paper; undefined where the text is too long for one. Each row is drawn as strokes, a third of
 * the size of squares, so that a slip stays a small page.
 */
export function qrCode(text: string): string | undefined {
  if (Buffer.byteLength(text) > most) return undefined
  const rows = encodeQR(text, 'raw', { ecc: text.length > roomy ? 'low' : 'medium', border })
  const strokes = rows.map((row, at) => {
    const drawn = row.map((dark) => (dark ? '1' : '0')).join('')
    const runs = [...drawn.matchAll(/0+|1+/g)].map(([run]) =>
      run.startsWith('1') ? `h${run.length}` : `m${run.length} 0`,
    )
    return `M0 ${at}.5${runs.join('')}`
  })
  const size = rows.length
  const width = Math.max(usualWidth, Math.ceil(size * leastModule))
  return `<svg width="${width}mm" height="${width}mm" viewBox="0 0 ${size} ${size}" xmlns="http://www.w3.org/2000/svg" shape-rendering="crispEdges" stroke="#000"><path d="${strokes.join('')}"/></svg>`
}
