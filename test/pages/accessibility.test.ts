import axe from 'axe-core'
import type { BrowserContextOptions, Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { openBrowser, openPage } from './open-browser.ts'
import { openReviewedSite, openSite, type Questioned, questions } from './site.ts'

const browser = await openBrowser(t)
const site = await openSite(t)
const reviewed = await openReviewedSite(t)

interface Finding {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

/** Everything that axe knows of WCAG 2.2 AA and of good practice. */
async function inspect(t: Test, page: Page, what: string): Promise<void> {
  // Evaluated through the debugger, which the page's content policy does not bind; a script element would be refused.
  await page.evaluate(axe.source)
  const found = (await page.evaluate('axe.run().then((result) => result.violations)')) as Finding[]
  t.same(
    found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join(' | ')}`),
    [],
    what,
  )
}

const boards = '/boards?out=村民委员会&out=村民委员会&in-more=村民委员会%0A科普站&idle=科普站'
const others = ['/', '/?name=婚&region=999999', '/?name=0000-0000-0000', boards, '/check', '/nowhere']
const every = Object.keys(questions) as Questioned[]

/** How a page can look. What only colours or widths change is looked at on fewer pages. */
const looks: readonly [string, BrowserContextOptions, readonly string[], readonly Questioned[], readonly string[]][] = [
  ['on a desk', {}, ['/'], every, others],
  ['in the dark', { colorScheme: 'dark' }, ['/'], every, ['/', boards]],
  [
    'on a phone',
    { viewport: { width: 360, height: 740 } },
    ['/', '/slip'],
    ['prohibited', 'conflicting', 'ambiguous'],
    ['/', '/check'],
  ],
  ['in English', { locale: 'en' }, ['/', '/slip'], ['permitted', 'undetermined'], [boards]],
]

for (const [look, wishes, answers, outcomes, paths] of looks) {
  t.test(`axe finds nothing ${look}`, async (t) => {
    const page = await openPage(t, browser, site, wishes)
    for (const outcome of outcomes) {
      for (const path of answers) {
        await page.goto(`${path}?${questions[outcome]}&on=2026-11-22`)
        t.equal(await page.getAttribute('article', 'data-outcome'), outcome, `${path} ${outcome}`)
        await inspect(t, page, `${path} ${outcome}`)
      }
    }
    for (const path of paths) {
      await page.goto(path)
      await inspect(t, page, path)
    }
    await page.goto('/check')
    await page.fill('#text', Object.values(questions).join('\n'))
    await page.click('.send button')
    await page.waitForSelector('.checked')
    await inspect(t, page, 'checked')
    const wider = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
    t.equal(wider, 0, 'nothing but tables scrolls sideways')
  })
}

t.test('axe finds nothing on the lists and the data as they are', async (t) => {
  const page = await openPage(t, browser, reviewed)
  for (const path of ['/', '/lists', '/lists/annex-1', '/lists/annex-3', '/lists/annex-4', '/lists/annex-7', '/data']) {
    await page.goto(path)
    await inspect(t, page, path)
  }
})
