import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'acorn'
import doiuse from 'doiuse'
import postcss from 'postcss'
import t from 'tap'
import { assets } from '../../src/pages/assets.ts'

/** What the browsers of offices are built on. */
const oldest = 'chrome 86'

t.test(`the style sheet uses nothing that ${oldest} does not know`, async (t) => {
  const css = assets.get('style.css')?.text ?? ''
  t.ok(css.length > 1000)
  const found: string[] = []
  // Known there but for values that are not used: overflow: clip, and break-* between columns.
  const ignore = ['css-overflow', 'multicolumn']
  const onFeatureUsage = ({ message }: { message: string }) => found.push(message)
  await postcss([doiuse({ browsers: [oldest], ignore, onFeatureUsage })]).process(css, { from: undefined })
  t.same(found, [])
  // Known to no feature table, or to be told apart from what is older.
  for (const newer of [
    /:has\(/,
    /:is\(/,
    /:where\(/,
    /@layer/,
    /@container/,
    /(?<![-\w])inset:/,
    /aspect-ratio/,
    /accent-color/,
  ]) {
    t.notMatch(css, newer)
  }
  t.notMatch(css, /margin-inline:|padding-inline:|color-mix|\bdvh\b|^\s*&/m)
})

t.test('scripts are in the language of 2020, and call nothing newer', (t) => {
  for (const [name, { text }] of assets) {
    if (!name.endsWith('.js')) continue
    t.doesNotThrow(() => parse(text, { ecmaVersion: 2020, sourceType: 'script' }), name)
    t.notMatch(text, /structuredClone|\.at\(|Object\.hasOwn|replaceAll|\.findLast|Array\.fromAsync|Promise\.any/, name)
  }
  t.end()
})

t.test('templates hold no script and no style of their own', (t) => {
  const folder = join(import.meta.dirname, '../../src/pages/templates')
  for (const file of readdirSync(folder)) {
    const text = readFileSync(join(folder, file), 'utf8')
    t.notMatch(text, /\son\w+="|\sstyle="|<style|<script(?! src)|javascript:/, file)
  }
  t.end()
})
