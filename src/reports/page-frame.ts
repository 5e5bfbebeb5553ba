import type { Language } from '../lists/terms.ts'
import { htmlText } from './html-text.ts'

const style = `
:root { color-scheme: light; }
body { font: 15px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; margin: 2rem auto; max-width: 90rem; padding: 0 1rem; color: #1d2330; }
h1 { text-align: center; font-size: 1.6rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; color: #595959; } dd { margin: 0; }
table { border-collapse: collapse; width: 100%; } th, td { border: 1px solid #bfbfbf; padding: .3rem .5rem; text-align: left; vertical-align: top; white-space: pre-line; overflow-wrap: anywhere; }
th { background: #e7ecf4; } .n { text-align: right; padding-inline: .25rem; }
.rows { content-visibility: auto; } .wide { overflow-x: auto; } .wide table { table-layout: fixed; }
tr.bad { background: #ffe5e5; } tr.ask { background: #fff4db; } tr.muted { color: #707070; }
@media print { body { font-size: 10px; max-width: none; } .rows { content-visibility: visible; } tr { break-inside: avoid; } }
`

/** The beginning of a report page: no script and no address, so that it reads the same from a disk or an e-mail. */
export const pageStart = (title: string, language: Language): string =>
  `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${htmlText(title)}</title><style>${style}</style></head><body><h1>${htmlText(title)}</h1>
`

export const pageEnd = '</body></html>\n'
