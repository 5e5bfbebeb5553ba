// Run by npm after each install. The package node brings 67 MB of headers for compiling addons: nothing here is compiled.
import { rmSync } from 'node:fs'
import process from 'node:process'

const packages = new URL('../node_modules/node/node_modules/', import.meta.url)
// Those for Macs with a processor of Apple have another name. Where there is none (Windows, --ignore-scripts), there is nothing to do.
for (const name of ['node', 'node-bin'])
  rmSync(new URL(`${name}-${process.platform}-${process.arch}/include/`, packages), { recursive: true, force: true })
