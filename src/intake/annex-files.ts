import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DataError } from '../lists/data-set.ts'
import { isRegionCode } from '../lists/terms.ts'

/** A file of the annex folder and the list it is for. */
interface AnnexFile {
  readonly file: string
  readonly list: string
}

/** A file in the folder of a place, such as 610102/附件1.docx. */
export interface PlaceAnnexFile {
  readonly file: string
  readonly region: string
}

const numerals = '一二三四五六七'
/** What is read or converted, and what is refused with a sentence of its own: a scan that is called 附件5.pdf needs no other name. */
const office = 'docx?|xlsx?|csv|wps|et|rtf|odt|ods'
const annex = new RegExp(`^附件\\s*([1-7一二三四五六七])(?!\\d).*\\.(?:${office}|pdf|ofd|png|jpe?g|tiff?|bmp)$`, 'iu')
const byListId = new RegExp(`^([a-z0-9]+(?:-[a-z0-9]+)*)\\.(?:${office})$`, 'u')
/** What looks as if it were meant to be read: an annex by its name, or an office document. */
const meant = new RegExp(`^附件|\\.(?:${office})$`, 'iu')
/** Files that editors and volume mounts leave: Word's lock files, hidden files and folders. */
const passedOver = /^[.~]/u

function listOf(file: string): string | undefined {
  const [, number] = annex.exec(file.normalize('NFKC')) ?? []
  if (number === undefined) return byListId.exec(file)?.[1]
  return `annex-${numerals.includes(number) ? numerals.indexOf(number) + 1 : number}`
}

function namesIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => !passedOver.test(name))
}

/** The annexes of places, each in the folder of its code: lists are made from what they print; whatever they are called, they say themselves what they are. */
function placeAnnexes(folder: string, names: readonly string[]): PlaceAnnexFile[] {
  return names
    .filter(isRegionCode)
    .sort()
    .flatMap((region) =>
      namesIn(join(folder, region))
        .filter((name) => meant.test(name))
        .sort()
        .map((name) => ({ file: `${region}/${name}`, region })),
    )
}

/**
 * The annexes in a folder: 附件5.docx and the like are for annex-5, annex-5.xlsx too; what lies in a folder called 610102 is for a list
 * of that place.
 * @throws DataError if the folder cannot be read, a file does not say which list it is for, or two are for the same.
 */
export function annexFiles(folder: string): (AnnexFile | PlaceAnnexFile)[] {
  let names: string[]
  let ofPlaces: PlaceAnnexFile[]
  try {
    names = namesIn(folder)
    ofPlaces = placeAnnexes(folder, names)
  } catch (error) {
    throw new DataError([`${folder}: ${(error as Error).message}; ANNEX_DIR must name the folder with the annexes`])
  }
  const problems: string[] = []
  const files = new Map<string, string>()
  for (const file of names.filter((name) => meant.test(name)).sort()) {
    const list = listOf(file)
    const other = list === undefined ? undefined : files.get(list)
    if (list === undefined) {
      problems.push(
        `${file}: the name does not say which list it is for; call it 附件5.docx or annex-5.docx (.docx, .xlsx or .csv)`,
      )
    } else if (other !== undefined) problems.push(`${file}: ${other} is for ${list} too; leave one of them`)
    else files.set(list, file)
  }
  if (problems.length > 0) throw new DataError(problems)
  return [...[...files].map(([list, file]) => ({ file, list })), ...ofPlaces]
}
