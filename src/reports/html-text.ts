const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it stands in HTML, in an element or a quoted attribute. */
export function htmlText(text: string | number): string {
  return String(text)
    .toWellFormed()
    .replace(/[&<>"']/g, (sign) => escapes[sign] as string)
}
