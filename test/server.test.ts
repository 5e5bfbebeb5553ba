import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { applicationId } from '../src/catalogue/database-file.ts'
import { openCatalogue } from '../src/catalogue/read-snapshot.ts'
import { reviewedData, writeData } from './data-folder.ts'
import { runToItsEnd, startService } from './run-service.ts'

function place(t: Test) {
  const location = writeData(t, reviewedData())
  return { ...location, environment: { DATA_DIR: location.dataDir, DATABASE_PATH: location.databasePath } }
}

t.test('the service starts on an empty place, answers, and stops when it is told to', async (t) => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    await t.test(signal, async (t) => {
      const { environment, databasePath } = place(t)
      const { child, address, dataset } = await startService(t, environment)
      t.match(address, /^http:\/\/127\.0\.0\.1:\d+$/)
      t.equal((await fetch(`${address}/readyz`)).status, 200)
      const response = await fetch(`${address}/v1/certificates/${encodeURIComponent('死亡证明')}/status`)
      t.match(await response.json(), { outcome: 'prohibited', dataset: { version: dataset } })
      t.equal(response.headers.get('dataset-version'), dataset)
      const { ino } = statSync(databasePath)
      child.kill(signal)
      t.strictSame(await once(child, 'exit'), [0, null])
      t.same(readdirSync(dirname(databasePath)).sort(), ['data', 'qingdan.sqlite'])

      const again = await startService(t, environment)
      t.equal(again.dataset, dataset)
      t.equal(statSync(databasePath).ino, ino, 'the same data is not loaded again')
      again.child.kill(signal)
      t.strictSame(await once(again.child, 'exit'), [0, null])
    })
  }
})

t.test('a start that fails ends with code 1 and a sentence on stderr, without a stack', async (t) => {
  const fails = async (t: Test, environment: NodeJS.ProcessEnv, sentence: RegExp) => {
    const { code, signal, stderr } = await runToItsEnd(t, environment)
    t.match({ code, signal }, { code: 1, signal: null })
    t.match(stderr, sentence)
    t.notMatch(stderr, /\n\s+at /)
  }

  t.test('when the port is taken', async (t) => {
    const holder = createServer().listen(0, '127.0.0.1')
    await once(holder, 'listening')
    t.teardown(() => holder.close())
    const { port } = holder.address() as AddressInfo
    await fails(
      t,
      { ...place(t).environment, PORT: `${port}` },
      new RegExp(`^Port ${port} is taken by another process`),
    )
  })

  t.test('when PORT is no port', async (t) => {
    await fails(t, { ...place(t).environment, PORT: 'http' }, /^The configuration cannot be used: PORT must be integer/)
  })

  t.test('when the place of questions that name none is not in the data', async (t) => {
    await fails(
      t,
      { ...place(t).environment, HOME_REGION: '999999' },
      /^The configuration cannot be used: HOME_REGION is where .* region 999999 is not in the data of \S+data\. Set it to a six-digit code/,
    )
  })

  t.test('when HOST is no address of this machine', async (t) => {
    await fails(t, { ...place(t).environment, HOST: '192.0.2.1' }, /^192\.0\.2\.1 is not an address of this machine/)
  })

  t.test('when the data is broken', async (t) => {
    const { dataDir, databasePath, environment } = place(t)
    writeFileSync(join(dataDir, 'lists/annex-3.json'), '{}')
    await fails(t, environment, /^The data cannot be used:\n {2}- lists\/annex-3\.json: /)
    t.same(readdirSync(dirname(databasePath)), ['data'])
  })

  t.test('when DATABASE_PATH names another file, which stays', async (t) => {
    const { databasePath, environment } = place(t)
    writeFileSync(databasePath, 'PK')
    await fails(
      t,
      environment,
      /^The configuration cannot be used: \S+qingdan\.sqlite is no SQLite file of Qingdan and is not replaced/,
    )
    t.equal(readFileSync(databasePath, 'utf8'), 'PK')
  })

  t.test('when there is no data folder', async (t) => {
    const { dataDir, environment } = place(t)
    rmSync(dataDir, { recursive: true })
    await fails(t, environment, /^The data cannot be used:\n.*DATA_DIR must name the folder with the lists/)
  })
})

t.test('in a folder that the user may only read', async (t) => {
  // Root may write anywhere, so the process then runs as nobody (65534), which must be able to read this project.
  const asRoot = process.getuid?.() === 0
  const user = asRoot ? { uid: 65534, gid: 65534 } : {}
  const reach = spawnSync(
    process.execPath,
    ['--eval', `require('fs').readdirSync(${JSON.stringify(t.testdir({}))})`],
    user,
  )
  if (reach.status !== 0) {
    t.plan(0, 'user 65534 cannot read the folder of this project')
    return
  }
  const readOnly = async (folder: string, during: () => Promise<void>) => {
    chmodSync(folder, 0o555)
    await during().finally(() => chmodSync(folder, 0o755))
  }

  t.test('a database built beforehand is served', async (t) => {
    const { dataDir, environment } = place(t)
    const databasePath = join(dirname(dataDir), 'var/qingdan.sqlite')
    const { version } = await openCatalogue({ dataDir, databasePath })
    chmodSync(databasePath, 0o444)
    await readOnly(dirname(databasePath), async () => {
      const { dataset } = await startService(t, { ...environment, DATABASE_PATH: databasePath }, { user })
      t.equal(dataset, version)
    })
  })

  t.test('a database that the user may not read is not replaced unseen', async (t) => {
    const { dataDir, environment, databasePath } = place(t)
    chmodSync(dirname(databasePath), 0o777)
    const broken = Buffer.alloc(100)
    broken.write('SQLite format 3\0')
    broken.writeUInt32BE(applicationId, 68)
    writeFileSync(databasePath, broken)
    chmodSync(databasePath, asRoot ? 0o600 : 0o000)
    const { code, stderr } = await runToItsEnd(t, environment, { user })
    t.equal(code, 1)
    t.match(stderr, `${databasePath} cannot be read or written. `)
    chmodSync(databasePath, 0o444)
    const { dataset } = await startService(t, environment, { user })
    t.equal(dataset, (await openCatalogue({ dataDir, databasePath })).version, 'one that is broken is')
  })

  t.test('a data file that the user may not read is named, and is none where it may be', async (t) => {
    const { dataDir, environment } = place(t)
    const databasePath = join(dirname(dataDir), 'var/qingdan.sqlite')
    const { version } = await openCatalogue({ dataDir, databasePath })
    const list = join(dataDir, 'lists/annex-3.json')
    const mode = asRoot ? 0o600 : 0o000
    chmodSync(list, mode)
    const { code, stderr } = await runToItsEnd(t, { ...environment, DATABASE_PATH: databasePath }, { user })
    t.equal(code, 1)
    t.match(stderr, `The data cannot be used:\n  - ${list}: EACCES: permission denied`)
    t.notMatch(stderr, /DATABASE_PATH|\n\s+at /)
    chmodSync(list, 0o444)
    const { dataset } = await startService(t, { ...environment, DATABASE_PATH: databasePath }, { user })
    t.equal(dataset, version)
  })

  t.test('the service does not start without one, and says which place cannot be written', async (t) => {
    const { dataDir, environment } = place(t)
    const folder = join(dirname(dataDir), 'var')
    mkdirSync(folder)
    await readOnly(folder, async () => {
      const DATABASE_PATH = join(folder, 'qingdan.sqlite')
      const { code, stderr } = await runToItsEnd(t, { ...environment, DATABASE_PATH }, { user })
      t.equal(code, 1)
      t.match(stderr, new RegExp(`^${folder}\\S+ cannot be read or written\\. .*DATABASE_PATH`))
      t.notMatch(stderr, /\n\s+at /)
    })
  })
})

t.test('a running service takes up new data, and keeps the old while the new cannot be used', async (t) => {
  const { environment, dataDir } = place(t)
  const { child, address, dataset } = await startService(t, environment)
  const file = join(dataDir, 'lists/annex-3.json')
  const text = readFileSync(file, 'utf8')
  const until = async (state: string, other: string | undefined) => {
    for (;;) {
      const now = (await (await fetch(`${address}/v1/dataset`)).json()) as Dataset
      if (now.load.state === state && now.version !== other) return now
      await setTimeout(20)
    }
  }

  // A change in the folder is noticed without a word; the signal is for folders on which changes cannot be watched.
  writeFileSync(file, text.replace('居民养犬证明', '居民养猫证明'))
  const changed = await until('current', dataset)
  writeFileSync(file, '{')
  child.kill('SIGHUP')
  const refused = await until('failed', undefined)
  t.equal(refused.version, changed.version)
  t.match(refused.load.error, /lists\/annex-3\.json/)
  writeFileSync(file, text)
  child.kill('SIGHUP')
  t.equal((await until('current', changed.version)).version, dataset)

  child.kill('SIGTERM')
  t.strictSame(await once(child, 'exit'), [0, null])
})

t.test('a system that lets nothing more be watched keeps no service from running', async (t) => {
  const { environment, dataDir } = place(t)
  for (const code of ['ENOSPC', 'EMFILE']) {
    const refusing = `
      import fs from 'node:fs'
      import { syncBuiltinESMExports } from 'node:module'
      fs.watch = () => { throw Object.assign(new Error('too many watches'), { code: '${code}' }) }
      syncBuiltinESMExports()`
    const lines: string[] = []
    const { child, address, dataset } = await startService(t, environment, {
      args: ['--import', `data:text/javascript,${encodeURIComponent(refusing)}`],
      line: (line) => lines.push(line),
    })
    t.match(
      lines.map((line) => JSON.parse(line)),
      [
        {
          level: 40,
          msg: 'changes of the data may go unseen: send SIGHUP after each',
          err: { message: 'too many watches' },
        },
      ],
    )
    const file = join(dataDir, 'lists/annex-3.json')
    writeFileSync(file, `${readFileSync(file, 'utf8')} `)
    child.kill('SIGHUP')
    const version = async () => ((await (await fetch(`${address}/v1/dataset`)).json()) as Dataset).version
    while ((await version()) === dataset) await setTimeout(20)
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
})

t.test('what an annex leaves to look at is logged at the start and whenever it is read again', async (t) => {
  const { environment, dataDir } = place(t)
  const annexes = join(dataDir, '../annexes')
  mkdirSync(annexes)
  writeFileSync(
    join(annexes, 'annex-5.csv'),
    '附件5\n拟保留证明事项清单（另行）\n序号,证明事项名称\n1,林木采伐申请证明\n',
  )
  const lines: string[] = []
  const { child } = await startService(t, { ...environment, ANNEX_DIR: annexes }, { line: (line) => lines.push(line) })
  const told = () => lines.filter((line) => line.includes('look at this annex') && line.includes('另行')).length
  const atTheStart = told()
  t.ok(atTheStart > 0)
  child.kill('SIGHUP')
  while (told() < 2 * atTheStart) await setTimeout(20)
  child.kill('SIGTERM')
  t.strictSame(await once(child, 'exit'), [0, null])
})

interface Dataset {
  readonly version: string
  readonly load: { readonly state: string; readonly error: string | null }
}
