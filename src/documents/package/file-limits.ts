/**
 * How large what somebody brings may be: what no annex and no table that people made reaches, and what is made to exhaust a reader
 * always does. Every reader (Word, Excel, CSV) and every door (import, annex folder, audit, survey, ledger, uploads) takes them from here,
 * and holds them while it reads: https://cheatsheetseries.owasp.org/cheatsheets/Denial_of_Service_Cheat_Sheet.html.
 */

/** What may be read of one file altogether. Cells and characters count wherever they show: a text that cells share, once a cell. */
export interface Limits {
  readonly rows: number
  readonly cells: number
  readonly characters: number
}

/** Rows and columns of a worksheet: https://support.microsoft.com/en-us/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3. */
const sheetRows = 1_048_576
export const sheetColumns = 16_384

/** An annex is held as a whole, at some 400 bytes a cell, and each cell of a workbook counts twice: as it is read and on the grid. */
export const annexLimits: Limits = { rows: 50_000, cells: 1_500_000, characters: 20_000_000 }
/** A table passes through row by row: half a million rows of wordy cells. */
export const tableLimits: Limits = { rows: sheetRows, cells: 5_000_000, characters: 200_000_000 }

export const mostColumns = 500
/** Characters of a cell, as Excel has it, or of a paragraph. Longer ones come from a quote that does not close, or from somebody who means harm. */
export const mostInCell = 32_767
/** Characters of one row of a CSV file: a reader has to hold a row until it ends. */
export const mostInRow = 2 ** 20
export const mostMerged = 200_000
export const mostSheets = 500
/** Characters of the texts that the cells of a workbook share, which are held while its sheets are read. */
export const mostShared = 50_000_000

/** Headers and footers of a Word file: six a section. */
export const mostHeaders = 60

/** Word nests some twenty elements for a table in a table; hostile files nest thousands. */
export const deepest = 400
/** Attributes of one element: Word declares some thirty namespaces on its first. */
export const mostAttributes = 500
/** Styles that inherit from one another, and fields in fields of one paragraph. */
export const longestChain = 50

/** Megabytes of a file as it lies on the disk. Annexes are some hundred kilobytes; scans inside may make megabytes. */
export const mostMegabytes = { annex: 50, table: 200 }

/** A table of 5,000 wordy rows inflates to some 40 MB of XML, about 60:1. Parts beside the text (styles, numbering, relations) stay small. */
export const unpacked = {
  entries: 5_000,
  part: 192 * 2 ** 20,
  partBeside: 16 * 2 ** 20,
  ratio: 250,
  ratioFrom: 16 * 2 ** 20,
  whole: 512 * 2 ** 20,
}
