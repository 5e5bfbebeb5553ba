import type { Static, TSchema } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import { mostInDataFile } from '../files/json-files.ts'
import type { DataSet } from '../lists/data-set.ts'
import { DataError } from '../lists/data-set.ts'
import { DocumentsFile } from '../lists/document.ts'
import { ListFile } from '../lists/list.ts'
import { RecordedNamesFile } from '../lists/recorded-name.ts'
import { RegionsFile } from '../lists/region.ts'
import { RulesFile } from '../lists/rule.ts'
import { StatutoryBoardsFile } from '../lists/statutory-board.ts'
import { checkData } from './check-data.ts'
import { dataFiles } from './data-files.ts'
import { HashedReading } from './hashed-reading.ts'

const documentsFile = Compile(DocumentsFile)
const regionsFile = Compile(RegionsFile)
const rulesFile = Compile(RulesFile)
const statutoryBoardsFile = Compile(StatutoryBoardsFile)
const listFile = Compile(ListFile)
const recordedNamesFile = Compile(RecordedNamesFile)

const reportedPerFile = 20

/** Which field is too much, or which words are allowed. */
function extra(params: object): string {
  const said = { additionalProperties: undefined, allowedValues: undefined, ...params }
  const values = said.additionalProperties ?? said.allowedValues
  return values === undefined ? '' : `: ${[values].flat().join(', ')}`
}

/** Turns /items/7/name into `items[8].name`, counted from 1 as people count rows. */
function place(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .reduce((path, part) => (/^\d+$/.test(part) ? `${path}[${Number(part) + 1}]` : `${path}${path && '.'}${part}`), '')
}

/**
 * Reads and checks a data folder, each file once, in the order of `dataFiles`.
 * @throws DataError with every problem found, each naming file, item and field.
 */
export function readData(folder: string, reading = new HashedReading()): DataSet {
  const problems: string[] = []

  function read<Schema extends TSchema>(path: string, validator: Validator<Record<never, never>, Schema>) {
    let value: unknown
    try {
      value = JSON.parse(reading.read(folder, path, mostInDataFile).toString())
    } catch (error) {
      problems.push(`${path}: ${(error as Error).message}`)
      return undefined
    }
    if (validator.Check(value)) return value as Static<Schema>
    for (const error of validator.Errors(value).slice(0, reportedPerFile)) {
      problems.push(`${path}: ${place(error.instancePath) || 'the file'} ${error.message}${extra(error.params)}`)
    }
    return undefined
  }

  const files = dataFiles(folder)
  const present = <Value>(value: Value | undefined): value is Value => value !== undefined
  const documents = read('documents.json', documentsFile)
  const regions = read('regions.json', regionsFile)
  const rules = read('rules.json', rulesFile)
  const statutoryBoards = read('statutory-boards.json', statutoryBoardsFile)
  const lists = files
    .filter((path) => path.startsWith('lists/'))
    .map((path) => {
      const list = read(path, listFile)
      if (list && path !== `lists/${list.id}.json`)
        problems.push(`${path}: id is ${list.id}, which belongs into lists/${list.id}.json`)
      return list
    })
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
