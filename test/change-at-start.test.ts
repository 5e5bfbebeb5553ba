import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import t from 'tap'
import { reviewedData, writeData } from './data-folder.ts'
import { startService } from './run-service.ts'

t.test('what changes between the first reading of the data and the end of the start is served, too', async (t) => {
  const { dataDir, databasePath } = writeData(t, reviewedData())
  const list = JSON.stringify(join(dataDir, 'lists/annex-3.json'))
  // All data have been read when the draft of the SQLite file is begun.
  const change = `import fs from 'node:fs'
    import { syncBuiltinESMExports } from 'node:module'
    const { openSync } = fs
    fs.openSync = (path, ...rest) => {
      if (String(path).endsWith('.draft')) {
        fs.openSync = openSync
        syncBuiltinESMExports()
        const text = fs.readFileSync(${list}, 'utf8')
        // Once: processes that build later begin drafts as well.
        if (!text.includes('居民死亡证明')) fs.writeFileSync(${list}, text.replaceAll('死亡证明', '居民死亡证明'))
      }
      return openSync(path, ...rest)
    }
    syncBuiltinESMExports()`
  const args = ['--import', `data:text/javascript,${encodeURIComponent(change)}`]
  const environment = { DATA_DIR: dataDir, DATABASE_PATH: databasePath }
  const { child, address } = await startService(t, environment, { args })
  const question = `${address}/v1/certificates/${encodeURIComponent('死亡证明')}/status`
  const printed = async () => {
    const { match } = (await (await fetch(question)).json()) as { match: { name: string } | null }
    return match?.name
  }
  while ((await printed()) !== '居民死亡证明') await setTimeout(50)
  child.kill()
  t.strictSame(await once(child, 'exit'), [0, null])
})
