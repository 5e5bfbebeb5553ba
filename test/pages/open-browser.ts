import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chromium, { inflate } from '@sparticuz/chromium'
import { type Browser, type BrowserContextOptions, chromium as driver, type Page } from 'playwright-core'
import type { Test } from 'tap'

const libraries = join(import.meta.dirname, '../../node_modules/@sparticuz/chromium/bin/al2023.tar.br')

/**
 * Starts the Chromium that npm installed, with the system libraries that come with it, unpacked into a folder of its own.
 * One browser serves a whole test file; it and the folder are gone when the file's tests are done.
 */
export async function openBrowser(t: Test): Promise<Browser> {
  const home = await mkdtemp(join(tmpdir(), 'qingdan-browser-'))
  process.env.TMPDIR = home
  await inflate(libraries)
  const browser = await driver.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
    env: { ...process.env, LD_LIBRARY_PATH: join(home, 'al2023', 'lib') },
  })
  t.teardown(async () => {
    await browser.close()
    await rm(home, { recursive: true, force: true })
  })
  return browser
}

/** Opens an empty page that speaks Chinese. An error, a breach of its content policy or a request to another origin fails the test. */
export async function openPage(
  t: Test,
  browser: Browser,
  site: string,
  wishes: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ baseURL: site, locale: 'zh-CN', ...wishes })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // The browser reports the status of a page that is meant to be a refusal.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text())
  })
  page.on('request', (request) => {
    if (!/^(data|about):/.test(request.url()) && !request.url().startsWith(`${site}/`)) complaints.push(request.url())
  })
  t.teardown(async () => {
    await context.close()
    if (complaints.length > 0) throw new Error(`the page complained: ${complaints.join('; ')}`)
  })
  return page
}
