// Lists every package the service runs with, its licence and the licence's words.  npm run -s licences > FILE
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const { packages } = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8'))

const texts = Object.entries(packages)
  .filter(([place, { dev }]) => place !== '' && !dev && existsSync(`${root}${place}/package.json`))
  .map(([place]) => {
    const { name, version, license } = JSON.parse(readFileSync(`${root}${place}/package.json`, 'utf8'))
    const words = readdirSync(`${root}${place}`, { withFileTypes: true })
      .filter((file) => file.isFile() && /^(licen[cs]e|copying|notice)/i.test(file.name))
      .map((file) => readFileSync(`${root}${place}/${file.name}`, 'utf8').trim())
    return [`${name} ${version}: ${license?.type ?? license ?? 'see below'}`, ...words].join('\n\n')
  })
process.stdout.write(`${texts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`)
