import t from 'tap'
import { testDay } from '../build-service.ts'
import { openBrowser, openPage } from './open-browser.ts'
import { openReviewedSite, openSite } from './site.ts'

const browser = await openBrowser(t)
const site = await openSite(t)

for (const javaScriptEnabled of [true, false]) {
  t.test(`an answer is found and read, script ${javaScriptEnabled ? 'on' : 'off'}`, async (t) => {
    const page = await openPage(t, browser, site, { javaScriptEnabled })
    await page.goto('/')
    await page.fill('#name', '婚姻状况证明')
    await page.press('#name', 'Enter')
    await page.waitForURL(/name=/)
    t.equal(await page.innerText('#verdict'), '不得要求村级组织出具')
    const card = await page.innerText('article.card')
    t.match(card, '民发〔2020〕20号')
    t.match(card, '第8项')
    t.match(card, '附件4')
    t.match(card, testDay)
    t.equal(await page.inputValue('#name'), '婚姻状况证明', 'the question stays in its field')
    await page.click('#permanent')
    t.match(decodeURIComponent(page.url()), `/?kind=certificate&name=婚姻状况证明&region=620802&on=${testDay}`)
    t.equal(await page.innerText('#verdict'), '不得要求村级组织出具')
  })

  t.test(`a candidate is a link and no answer, script ${javaScriptEnabled ? 'on' : 'off'}`, async (t) => {
    const page = await openPage(t, browser, site, { javaScriptEnabled })
    await page.goto('/?kind=certificate&name=甲乙丙证明')
    t.match(await page.innerText('#verdict'), '尚无答复')
    t.match(await page.innerText('.candidates h3'), '不是答复')
    await page.click('.candidates a >> text=婚姻状况证明')
    t.equal(await page.innerText('#verdict'), '不得要求村级组织出具')
  })
}

t.test('names are suggested while typing, for the kind that is asked about', async (t) => {
  const page = await openPage(t, browser, site)
  const offered = (name: string) => page.waitForSelector(`#names option[value=${name}]`, { state: 'attached' })
  const none = () => page.waitForSelector('#names option', { state: 'detached' })
  await page.goto('/')
  await page.fill('#name', '婚姻')
  await offered('婚姻状况证明')
  await page.check('input[value=signboard]')
  await none()
  await page.fill('#name', '村民')
  await offered('村民委员会')
  await page.fill('#name', '')
  await none()
  await page.fill('#name', '村民')
  await offered('村民委员会')
  await page.route('**/suggest*', (route) => route.fulfill({ status: 429 }))
  await page.fill('#name', '村')
  await none()
})

t.test('nothing is asked while pinyin is being typed, and fields left empty stay out of the address', async (t) => {
  const page = await openPage(t, browser, site)
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/suggest?')) asked.push(request.url())
  })
  await page.goto('/')
  await page.dispatchEvent('#name', 'compositionstart')
  await page.fill('#name', 'hunyin')
  await page.waitForTimeout(200)
  t.same(asked, [])
  await page.fill('#name', '婚姻')
  await page.dispatchEvent('#name', 'compositionend')
  await page.waitForSelector('#names option', { state: 'attached' })
  t.equal(asked.length, 1)
  await page.press('#name', 'Enter')
  await page.waitForURL(/name=/)
  t.notMatch(page.url(), /[?&](on|issuer)=/)
})

t.test('a name that looks like markup stays text on every page', async (t) => {
  const page = await openPage(t, browser, site)
  const name = '<script>document.title="x"</script>"\'&'
  for (const path of ['/', '/slip']) {
    await page.goto(`${path}?kind=certificate&name=${encodeURIComponent(name)}`)
    t.ok((await page.innerText('main')).includes(name), path)
    t.not(await page.title(), 'x')
  }
  await page.goto(`/boards?out-more=${encodeURIComponent(name)}`)
  t.ok((await page.innerText('tbody')).includes(name))
})

t.test('what is wrong with a question is said beside it', async (t) => {
  const page = await openPage(t, browser, site)
  const response = await page.goto('/?kind=certificate&name=婚姻状况证明&region=999999')
  t.equal(response?.status(), 400)
  t.match(await page.innerText('[role=alert]'), '行政区划')
  t.equal(await page.inputValue('#name'), '婚姻状况证明')
  await page.goto('/?kind=certificate&name=婚姻状况证明&on=2026-02-30')
  t.match(await page.innerText('[role=alert]'), '日历上存在的日期')
})

t.test('the whole way can be gone by keyboard, with the focus in sight', async (t) => {
  const page = await openPage(t, browser, site)
  await page.goto('/')
  await page.keyboard.press('Tab')
  t.equal(await page.evaluate('document.activeElement.className'), 'skip')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  t.equal(await page.evaluate('document.activeElement.name'), 'kind')
  t.equal(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle'), 'solid', 'the focus is seen')
  await page.keyboard.press('ArrowRight')
  t.ok(await page.isChecked('input[value=signboard]'))
  await page.keyboard.press('Tab')
  await page.keyboard.type('村民委员会')
  await page.keyboard.press('Enter')
  await page.waitForURL(/name=/)
  t.equal(await page.innerText('#verdict'), '可以悬挂')
  await page.focus('.card .button')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/slip/)
})

t.test('English is remembered from link to link', async (t) => {
  const page = await openPage(t, browser, site)
  await page.goto('/?kind=certificate&name=婚姻状况证明')
  await page.click('.language')
  t.match(await page.innerText('#verdict'), 'Must not be demanded')
  t.equal(await page.getAttribute('html', 'lang'), 'en')
  await page.click('nav >> text=Lists')
  t.match(await page.innerText('h1'), 'Lists')
  await page.click('.language')
  t.match(await page.innerText('h1'), '清单')
})

t.test('lists say what is missing and how to supply it', async (t) => {
  const page = await openPage(t, browser, await openReviewedSite(t))
  await page.goto('/')
  await page.click('main >> text=附件4')
  t.match(await page.innerText('main'), '尚未提供')
  t.match(await page.innerText('main'), 'qingdan import 附件4.docx --list annex-4')
  await page.goto('/lists/annex-3')
  t.equal(await page.locator('.items > li').count(), 20)
  await page.click('.items >> text=婚姻状况证明')
  t.equal(await page.innerText('#verdict'), '不得要求村级组织出具')
})
