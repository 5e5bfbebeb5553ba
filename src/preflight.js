// What every entry looks at before anything else is loaded. It says in a sentence what is wrong with a machine on which Node would only
// print a stack, or end with a signal. An old Node must be able to read this file: no TypeScript, no syntax later than Node 12.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import process from 'node:process'

const needed = 24
const require = createRequire(import.meta.url)
const anew = {
  en: 'Run "npm ci --omit=dev" on a machine of the same system and processor, and copy the whole folder.',
  zh: '请在系统和处理器相同的机器上执行 npm ci --omit=dev，再把整个文件夹复制过来。',
}

const tooOld = (version) => ({
  en:
    `Qingdan runs on Node ${needed} or newer; this is Node ${version}. ` +
    'Node 20 or newer is enough to install it: "npm ci" brings Node 26 along, which "npm start" and "npm run -s qingdan" use.',
  zh:
    `清单需要 Node ${needed} 或更高版本才能运行，当前为 Node ${version}。` +
    '安装只需 Node 20 或更高版本：npm ci 会一并装上 Node 26，npm start 和 npm run -s qingdan 使用的就是它。',
})
const missing = () => ({
  en: `The package better-sqlite3, or its binary for ${process.platform}-${process.arch}, is not there. ${anew.en}`,
  zh: `缺少软件包 better-sqlite3 或其适用于 ${process.platform}-${process.arch} 的二进制文件。${anew.zh}`,
})
const damaged = (file) => ({
  en: `The binary ${file} is damaged. ${anew.en}`,
  zh: `二进制文件 ${file} 已损坏。${anew.zh}`,
})
const foreign = (file) => ({
  en: `The binary ${file} is for another processor than this machine's (${process.arch}). ${anew.en}`,
  zh: `二进制文件 ${file} 不适用于本机处理器（${process.arch}）。${anew.zh}`,
})
const oldLibrary = (version) => ({
  en:
    `better-sqlite3 needs glibc 2.34 and the libstdc++ of GCC 11, or newer ones; this system has no ${version}. ` +
    'Run the image instead: docs/operations.md, "Supported systems".',
  zh:
    `better-sqlite3 需要 glibc 2.34 和 GCC 11 的 libstdc++ 或更高版本，本系统没有 ${version}。` +
    '请改用镜像：见 docs/operations.zh-CN.md“支持的系统”。',
})
const unloadable = (why) => ({
  en: `The binary of better-sqlite3 cannot be loaded (${why}). ${anew.en}`,
  zh: `无法加载 better-sqlite3 的二进制文件（${why}）。${anew.zh}`,
})

/** The number by which the head of an ELF file names a processor (e_machine). */
const machines = { x64: 62, arm64: 183 }

/** What is wrong with an ELF file: the system would look for another one, or end the process while it loads half of one. */
function faultOf(file) {
  const opened = openSync(file, 'r')
  const head = Buffer.alloc(64)
  const length = readSync(opened, head, 0, head.length, 0)
  const { size } = fstatSync(opened)
  closeSync(opened)
  if (length < head.length || head.toString('latin1', 0, 4) !== '\x7fELF') return damaged(file)
  if (head.readUInt16LE(18) !== machines[process.arch]) return foreign(file)
  // The table of sections stands at the end (e_shoff, e_shentsize, e_shnum).
  const end = Number(head.readBigUInt64LE(40)) + head.readUInt16LE(58) * head.readUInt16LE(60)
  return size < end ? damaged(file) : undefined
}

/** What is wrong with the one package that has to fit the machine, in both languages; undefined: nothing. */
function faultOfDatabase() {
  try {
    const Database = require('better-sqlite3')
    const { getPrebuildPath } = require(join(dirname(require.resolve('better-sqlite3')), 'binding.js'))
    const file = process.platform === 'linux' && getPrebuildPath()
    const fault = file ? faultOf(file) : undefined
    if (fault === undefined) new Database(':memory:').close()
    return fault
  } catch (error) {
    if (error.code === 'MODULE_NOT_FOUND') return missing()
    const [why] = error.message.split('\n')
    const [, version] = /\b(GLIBC(?:XX)?_[\d.]+)' not found/.exec(why) || []
    return version === undefined ? unloadable(why) : oldLibrary(version)
  }
}

/** Loads what an entry is there for; on a machine where it cannot run, says why instead and gives exit code 1. */
export function enter(load) {
  const { node } = process.versions
  const fault = Number.parseInt(node, 10) < needed ? tooOld(node) : faultOfDatabase()
  if (fault === undefined) return load()
  process.stderr.write(`${fault.en}\n${fault.zh}\n`)
  process.exitCode = 1
}
