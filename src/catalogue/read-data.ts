import type { TSchema } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import { mostInDataFile } from '../files/json-files.ts'
import type { DataSet } from '../lists/data-set.ts'
import { DataError } from '../lists/data-set.ts'
import { DocumentsFile } from '../lists/document.ts'
import { RecordedNamesFile } from '../lists/recorded-name.ts'
import { RegionsFile } from '../lists/region.ts'
import { RulesFile } from '../lists/rule.ts'
import { StatutoryBoardsFile } from '../lists/statutory-board.ts'
import { checkData } from './check-data.ts'
import { dataFiles } from './data-files.ts'
import { HashedReading } from './hashed-reading.ts'
import { type FileParsed, parseFile, parseList } from './parse-file.ts'

const documentsFile = Compile(DocumentsFile)
const regionsFile = Compile(RegionsFile)
const rulesFile = Compile(RulesFile)
const statutoryBoardsFile = Compile(StatutoryBoardsFile)
const recordedNamesFile = Compile(RecordedNamesFile)

/**
 * Reads and checks a data folder, each file once, in the order of `dataFiles`.
 * @throws DataError with every problem found, each naming file, item and field.
 */
export function readData(folder: string, reading = new HashedReading()): DataSet {
  const problems: string[] = []

  const bytesOf = (path: string) => () => reading.read(folder, path, mostInDataFile)
  function told<Content>({ content, problems: found }: FileParsed<Content>): Content | undefined {
    problems.push(...found)
    return content
  }
  const read = <Schema extends TSchema>(path: string, validator: Validator<Record<never, never>, Schema>) =>
    told(parseFile(path, bytesOf(path), validator))

  const files = dataFiles(folder)
  const present = <Value>(value: Value | undefined): value is Value => value !== undefined
  const documents = read('documents.json', documentsFile)
  const regions = read('regions.json', regionsFile)
  const rules = read('rules.json', rulesFile)
  const statutoryBoards = read('statutory-boards.json', statutoryBoardsFile)
  const lists = files.filter((path) => path.startsWith('lists/')).map((path) => told(parseList(path, bytesOf(path))))
  const names = files.filter((path) => path.startsWith('names/')).map((path) => read(path, recordedNamesFile))

  if (!documents || !regions || !rules || !statutoryBoards || problems.length > 0) throw new DataError(problems)
  const data: DataSet = {
    documents,
    regions: regions.regions,
    replacedRegions: regions.replaced ?? [],
    rules,
    statutoryBoards,
    lists: lists.filter(present),
    names: names.filter(present),
  }
  const contradictions = checkData(data)
  if (contradictions.length > 0) throw new DataError(contradictions)
  return data
}
