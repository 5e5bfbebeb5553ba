import { type Command, Option } from 'commander'
import { openCatalogue } from '../catalogue/read-snapshot.ts'
import type { Setting } from '../checks/judge.ts'
import { Refusal } from '../documents/message.ts'
import { shanghaiDay } from '../lists/days.ts'
import { homeRegion } from '../rulings/question.ts'
import { checkWords, unknownRegion } from './check-words.ts'
import { day } from './import-options.ts'
import { type LocationFlags, locationOf, withLocations } from './location-options.ts'
import type { Terminal } from './terminal.ts'

/** Flags of every command that checks a table. */
export interface SettingFlags extends LocationFlags {
  readonly region: string
  readonly on?: string
}

/** Adds them to a command. */
export function settingOptions(command: Command, terminal: Terminal): Command {
  const { language } = terminal
  return withLocations(command, terminal)
    .addOption(new Option('--region <CODE>', checkWords.region[language]).default(homeRegion))
    .addOption(new Option('--on <DAY>', checkWords.on[language]).argParser(day))
}

/** The setting a command works in; the data are those the service would use, unless an option names others. */
export async function settingOf(flags: SettingFlags, { language, environment }: Terminal): Promise<Setting> {
  const { region, on } = flags
  const snapshot = await openCatalogue(locationOf(flags, environment))
  if (!snapshot.regions.has(region)) throw new Refusal(unknownRegion(region))
  return { snapshot, region, on: on ?? shanghaiDay(Date.now()), language }
}
