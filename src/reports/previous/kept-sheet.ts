import type { Language } from '../../lists/terms.ts'
import { words } from '../ledger-words.ts'
import type { WrittenRow, WrittenSheet } from '../workbook/written-sheet.ts'
import type { Carried } from './carry-over.ts'
import { isWord } from './is-word.ts'
import { under } from './previous-row.ts'

const about = ['why', 'fromSheet', 'fromRow'] as const

/** Rows of the ledger before that went into no table, with all their cells: nothing that somebody typed is lost. */
export function keptSheet({ kept }: Carried, language: Language): WrittenSheet {
  const isAbout = (header: string) => about.some((word) => isWord(header, word))
  const headers = [...new Set(kept.flatMap(({ row }) => [...row.cells.keys()]))].filter((header) => !isAbout(header))
  const line = (text: string, look: 'title' | 'note', height: number): WrittenRow => {
    return { cells: [text], look, across: true, height }
  }
  return {
    name: words.kept[language],
    widths: [...about.map(() => 16), ...headers.map(() => 20)],
    headRows: 3,
    *rows() {
      yield line(words.keptTitle[language], 'title', 36)
      yield line(words.keptNote[language], 'note', 20)
      yield { cells: [...about.map((word) => words[word][language]), ...headers], look: 'head', height: 30 }
      for (const { row, why } of kept) {
        // What was kept before goes on saying where it came from.
        const origin = row.kept ? about.map((word) => under(row, word)) : [words[why][language], row.sheet, row.no]
        yield { cells: [...origin, ...headers.map((header) => row.cells.get(header) ?? '')] }
      }
    },
  }
}
