import { cellAt, shownAt, type TableRow } from '../../documents/table-file.ts'
import type { Columns } from '../columns-by-role.ts'
import { cellName, type Unasked } from '../written-name.ts'
import type { Board } from './observed-board.ts'

/** 室外 says outside although it holds 室. */
const outdoors = /[室墙屋院厅楼]外|外墙|户外/gu
const exterior = /外|exterior|outside/iu
const interior = /内|interior|inside/iu
/** Say less: 办公室门口 is a door inside, 大门内 a wall inside. */
const entrance = /大门|门口|门前|楼前|院[门墙]|围墙/u
const room = /大厅|室|窗口|走廊|楼道|楼梯|过道/u
const no =
  /^(?:否|不|无|没有|未|失效|停用|已失效|闲置|废弃|过期|不起作用|x|×|n|no|false|0)|失效|停用|闲置|废弃|撤销|未运转|不发挥|无业务/iu
const unknown = /^(?:不清|不详|不明|不知|未知|未核|待)/u
const yes = /^(?:是|有|在用|正常|有效|运转|发挥|√|✓|y|yes|true|1)/iu

/** A row of a list of boards as a board; what its cell holds where that is no name. What a cell leaves open stays open. */
export function readBoard(row: TableRow, columns: Columns): Board | Unasked {
  const read = cellName(plainCell(cellAt(row, columns.board)))
  if (read.state !== 'name') return read.state
  const place = placeOf(plainCell(shownAt(row, columns.place)))
  const working = workingOf(plainCell(shownAt(row, columns.working)))
  const count = countOf(plainCell(cellAt(row, columns.count)))
  // A form that lists every board has 0 where one does not hang.
  if (count === 0) return 'empty'
  return {
    name: read.name,
    ...(place ? { place } : {}),
    ...(working === undefined ? {} : { working }),
    ...(count === undefined ? {} : { count }),
  }
}

const plainCell = (text: string) => text.normalize('NFKC').trim()

const numerals = '零一二三四五六七八九十'
/** As POST /v1/signboards/survey takes it; what is more was meant as something else. */
const mostOfOne = 1000

/** 2, 2块, 共两块; a number that is no count of boards leaves it open. */
function countOf(text: string): number | undefined {
  const [, digits = '', han = ''] =
    /^[共计约]*(?:(\d+)|([零一二两三四五六七八九十])(?![一二三四五六七八九十百]))/u.exec(text) ?? []
  const count = han === '' ? Number(digits) : numerals.indexOf(han === '两' ? '二' : han)
  return digits + han !== '' && count <= mostOfOne ? count : undefined
}

/** What says both or neither (内外均有, 大厅门口, 墙上) leaves it open. */
function placeOf(text: string): Board['place'] {
  const words = text.replace(outdoors, '外')
  const [outside, inside] = [exterior.test(words), interior.test(words)]
  if (outside !== inside) return outside ? 'exterior' : 'interior'
  if (outside || entrance.test(words) === room.test(words)) return undefined
  return room.test(words) ? 'interior' : 'exterior'
}

function workingOf(text: string): boolean | undefined {
  if (unknown.test(text)) return undefined
  if (no.test(text)) return false
  return yes.test(text) ? true : undefined
}
