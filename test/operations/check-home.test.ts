import t from 'tap'
import { openCatalogue } from '../../src/catalogue/read-snapshot.ts'
import { ConfigError } from '../../src/config/config-values.ts'
import { checkHome } from '../../src/operations/check-home.ts'
import { reviewedData, writeData } from '../data-folder.ts'

t.test('the home must be a place of the data, or what one place took the place of', async (t) => {
  const snapshot = await openCatalogue(writeData(t, reviewedData()))
  const check = (homeRegion: string) => () => checkHome(snapshot, { homeRegion, dataDir: '/data' })
  for (const code of ['620802', '420506', '100000', '622701']) t.doesNotThrow(check(code), code)
  t.throws(
    check('999999'),
    new ConfigError(
      'HOME_REGION is where questions that name no place are asked, and region 999999 is not in the data of /data. Set it to a six-digit code that is',
    ),
  )
  const [divided] = [...snapshot.replacedRegions.values()].filter(({ to }) => to.length > 1)
  t.throws(check(`${divided?.code}`), { message: /was replaced.* by several; ask about one of them/ })
})
