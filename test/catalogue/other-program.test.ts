import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { reviewedData, writeData } from '../data-folder.ts'
import { projectCopy } from '../project-copy.ts'

// Both programs are copies, whose coverage does not count.
const env = { ...process.env, NODE_OPTIONS: '' }

t.test(
  'a database is built anew where another release read the annexes; of the data folder alone it stays',
  async (t) => {
    const { dataDir, databasePath } = writeData(t, reviewedData())
    const annexes = join(dataDir, '../annexes')
    mkdirSync(annexes)
    writeFileSync(join(annexes, 'annex-5.csv'), '附件5\n序号,证明事项名称\n1,林木采伐申请证明\n')
    const [older, replica, newer] = [projectCopy(t), projectCopy(t), projectCopy(t)]
    const reader = join(newer, 'src/intake/title.ts')
    writeFileSync(reader, `${readFileSync(reader, 'utf8')}\n// Reads otherwise.\n`)

    const load = (program: string, ...options: string[]) => {
      const args = [
        join(program, 'src/cli/qingdan.ts'),
        'load',
        '--data',
        dataDir,
        '--database',
        databasePath,
        ...options,
      ]
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
      t.match({ status, stderr }, { status: 0, stderr: '' })
      return { said: stdout, ino: statSync(databasePath).ino }
    }
    const plain = load(older)
    t.same(load(newer), plain)

    const read = load(older, '--annexes', annexes)
    t.same(load(replica, '--annexes', annexes), read, 'replicas of one release name the same data alike')
    const readOtherwise = load(newer, '--annexes', annexes)
    t.not(readOtherwise.ino, read.ino)
    t.not(readOtherwise.said, read.said, 'and the version says so')

    appendFileSync(join(newer, 'package.json'), '\n')
    t.not(load(newer, '--annexes', annexes).said, readOtherwise.said, 'what the program uses is a part of it')
  },
)
