/** A table of OpenCC: `from to` pairs, apart by bars. */
declare module 'opencc-js/dict/*' {
  const table: string
  export default table
}
