import { say } from '../../documents/message.ts'

/** Where a sheet would have more rows than Excel opens. */
export const tooManyRows = (most: number) =>
  say(
    'too-many-rows',
    `结果超过 ${most} 行，Excel 的一张工作表放不下；请写成 .csv，或把输入分成几份。`,
    `The result has more than ${most} rows, which no sheet of Excel holds; write it as .csv, or divide the input.`,
  )
