#!/usr/bin/env node
// The command line. An older Node can read this file, and is told what is needed before it stumbles over TypeScript.
import { enter } from './preflight.js'

enter(async () => {
  const { programFile } = await import('./cli/program-file.ts')
  await import(programFile(new URL('../dist/', import.meta.url)))
})
