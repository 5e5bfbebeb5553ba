import { type Command, Option } from 'commander'
import { Body } from '../lists/terms.ts'
import { checkWords } from './check-words.ts'
import { day } from './import-options.ts'
import { type LocationFlags, withLocations } from './location-options.ts'
import type { Terminal } from './terminal.ts'

/** Flags of every command that checks a table. */
export interface SettingFlags extends LocationFlags {
  readonly region?: string
  readonly on?: string
  readonly body?: Body
}

/** Adds them to a command. */
export function settingOptions(command: Command, terminal: Terminal): Command {
  const { language } = terminal
  return withLocations(command, terminal)
    .addOption(new Option('--region <CODE>', checkWords.region[language]))
    .addOption(new Option('--on <DAY>', checkWords.on[language]).argParser(day))
    .addOption(new Option('--body <COMMITTEE>', checkWords.body[language]).choices(Body.enum))
}
