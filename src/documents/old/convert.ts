import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readRegularFile } from '../../files/read-regular-file.ts'
import { Refusal } from '../message.ts'
import { notConverted, oldFile } from '../messages/old-file-messages.ts'
import { mostMegabytes } from '../package/file-limits.ts'
import { type OldFormat, oldFormat } from './old-format.ts'

/** How long a conversion may take, in milliseconds; that of an annex takes some seconds, most of them to start the program. */
const conversionTime = 120_000

/** The program, under the names that its packages give it. */
const programs = ['soffice', 'libreoffice']

/** No macro runs, no link is followed, whatever the document asks for: org.openoffice.Office.Common, Security/Scripting. */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
`

/** A file with the name under which it is read. */
export interface Named {
  readonly bytes: Buffer
  readonly name: string
}

/**
 * A file of an old format as one that is read; any other file as it is. LibreOffice makes it, where it is installed: in a folder of
 * its own that is gone afterwards, with a profile of its own.
 * @throws Refusal where it is not installed, does not come to an end or writes nothing: with what to do instead.
 */
export async function modern(file: Named, time = conversionTime): Promise<Named> {
  const format = oldFormat(file.bytes)
  if (!format) return file
  const folder = mkdtempSync(join(tmpdir(), 'qingdan-convert-'))
  try {
    const name = `${file.name.replace(/\.[^.]*$/, '')}.${format.becomes}`
    return { name, bytes: await converted(file.bytes, format, folder, time) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function converted(bytes: Buffer, format: OldFormat, folder: string, time: number): Promise<Buffer> {
  mkdirSync(join(folder, 'profile', 'user'), { recursive: true })
  writeFileSync(join(folder, 'profile', 'user', 'registrymodifications.xcu'), settings)
  writeFileSync(join(folder, `file.${format.extension}`), bytes)
  const filter = format.becomes === 'docx' ? 'docx:MS Word 2007 XML' : 'xlsx:Calc MS Excel 2007 XML'
  const wanted = [
    ...[
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
      '--headless',
      '--norestore',
      '--nolockcheck',
    ],
    ...['--nodefault', '--nologo', '--convert-to', filter, '--outdir', join(folder, 'made')],
    join(folder, `file.${format.extension}`),
  ]
  for (const program of programs) {
    const ended = await run(program, wanted, folder, time)
    if (ended === 'absent') continue
    try {
      if (ended === 'done') return readRegularFile(join(folder, 'made', `file.${format.becomes}`), mostMegabytes.annex)
    } catch {
      // It ended well and wrote nothing that can be read, which it does with what is damaged.
    }
    throw new Refusal(notConverted(format))
  }
  throw new Refusal(oldFile(format))
}

type Ended = 'done' | 'absent' | 'late'

/** Runs a program in a group of its own, which is ended as a whole where it takes too long: it starts others. */
function run(program: string, wanted: readonly string[], folder: string, time: number): Promise<Ended> {
  const { PATH = '' } = process.env
  const child = spawn(program, wanted, {
    cwd: folder,
    detached: true,
    stdio: 'ignore',
    // Nothing of the service's own settings is any of its business.
    env: { PATH, HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8', SAL_USE_VCLPLUGIN: 'svp' },
  })
  return new Promise((ended) => {
    let late = false
    const timer = setTimeout(() => {
      late = true
      process.kill(-(child.pid as number), 'SIGKILL')
    }, time)
    child.on('error', () => {
      clearTimeout(timer)
      ended('absent')
    })
    child.on('close', () => {
      clearTimeout(timer)
      ended(late ? 'late' : 'done')
    })
  })
}
