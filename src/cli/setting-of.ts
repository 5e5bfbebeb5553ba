import { openCatalogue } from '../catalogue/read-snapshot.ts'
import type { Setting } from '../checks/judge.ts'
import { readHome } from '../config/config.ts'
import { Refusal } from '../documents/message.ts'
import { shanghaiDay } from '../lists/days.ts'
import { placeAsked } from '../rulings/place.ts'
import { unknownRegion } from './check-words.ts'
import { locationOf } from './location-of.ts'
import type { SettingFlags } from './setting-options.ts'
import type { Terminal } from './terminal.ts'

/** The setting a command works in; the data are those the service would use, unless an option names others. */
export async function settingOf(flags: SettingFlags, { language, environment }: Terminal): Promise<Setting> {
  const { region = readHome(environment), on, body } = flags
  const snapshot = await openCatalogue(locationOf(flags, environment))
  const place = placeAsked(snapshot, region)
  if ('refused' in place) throw new Refusal(unknownRegion(place.refused))
  return { snapshot, ...place, on: on ?? shanghaiDay(Date.now()), ...(body ? { body } : {}), language }
}
