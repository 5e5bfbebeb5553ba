import { pinyin } from 'pinyin-pro'

/** The module as it must stand in the repository: every character of the basic plane that has a reading, by its commonest one. */
export function syllablesText(): string {
  const characters = new Map<string, string>()
  for (let code = 0; code < 0x10000; code += 1) {
    const character = String.fromCharCode(code)
    const sound = pinyin(character, { toneType: 'none' })
    if (sound !== character) characters.set(sound, (characters.get(sound) ?? '') + character)
  }
  const lines = [...characters].sort().map(([sound, all]) => `  ${sound}: '${all}',`)
  return [
    '// Made by scripts/syllables.ts from pinyin-pro (MIT, © zh-lx). Not edited by hand.',
    '/** Characters by how they sound without tones, each where its commonest reading puts it. */',
    'export const syllables: Readonly<Record<string, string>> = {',
    ...lines,
    '}',
    '',
  ].join('\n')
}
