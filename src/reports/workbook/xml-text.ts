/** Most characters that Excel takes in a cell. */
const longest = 32_767

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 cannot hold
const unheld = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu

/**
 * Text as it stands in XML. What XML 1.0 cannot hold is left out; _x0041_, which Excel would read as the letter A,
 * is written so that it stays what it is.
 */
export function xmlText(text: string): string {
  return text
    .slice(0, longest)
    .replace(unheld, '')
    .replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x')
    .replace(/[&<>"]/g, (sign) => escapes[sign] as string)
}
