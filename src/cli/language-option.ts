import type { Language } from '../lists/language.ts'

/** --lang decides, else the machine's locale; Chinese unless either says English. */
export function languageOf(args: readonly string[], env: NodeJS.ProcessEnv): Language {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  const stated = at < 0 ? undefined : args[at]?.includes('=') ? args[at].slice('--lang='.length) : args[at + 1]
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return /^en\b|^en_/i.test(stated ?? locale) ? 'en' : 'zh'
}
