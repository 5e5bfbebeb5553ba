import { decodeQR } from 'qr/decode.js'
import t from 'tap'
import { build, patient } from '../build-service.ts'
import { openBrowser, openPage } from './open-browser.ts'
import { openReviewedSite } from './site.ts'

const browser = await openBrowser(t)
const site = await openReviewedSite(t)

t.test('the slip prints on one sheet of A4, and its code leads back to the answer', async (t) => {
  const page = await openPage(t, browser, site)
  await page.goto('/slip?kind=certificate&name=婚姻状况证明&on=2026-11-20')
  const sheet = await page.innerText('.sheet')
  for (const words of ['婚姻状况证明', '不得要求村级组织出具', '民发〔2020〕20号', '2026-11-20', '数据版本'])
    t.match(sheet, words)
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  t.equal(pdf.match(/\/Type\s*\/Page\b/g)?.length, 1)
  t.match(pdf, /\/MediaBox \[0 0 59[45]\.\d+ 84[12]/)

  const code = await page.innerText('.code strong')
  await page.goto('/')
  await page.fill('#name', ` ${code.toLowerCase().replaceAll('-', ' ')} `)
  await page.press('#name', 'Enter')
  await page.waitForURL(/on=2026-11-20/)
  t.equal(await page.innerText('#verdict'), '不得要求村级组织出具')
  t.match(decodeURIComponent(page.url()), 'name=婚姻状况证明')
})

t.test('the QR code on the sheet is the address of the answer', async (t) => {
  const page = await openPage(t, browser, site, { deviceScaleFactor: 2 })
  for (const name of ['婚姻状况证明', '长'.repeat(120)]) {
    await page.goto(`/slip?kind=certificate&name=${name}&on=2026-11-20`)
    const picture = (await page.locator('.qr svg').screenshot()).toString('base64')
    // The page's own policy lets no picture in, so it is read on an empty one.
    await page.goto('about:blank')
    const { width, height, data } = (await page.evaluate(`(async () => {
      const image = new Image()
      image.src = 'data:image/png;base64,${picture}'
      await image.decode()
      const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height })
      const context = canvas.getContext('2d')
      context.drawImage(image, 0, 0)
      return { width: image.width, height: image.height, data: [...context.getImageData(0, 0, image.width, image.height).data] }
    })()`)) as { width: number; height: number; data: number[] }
    const read = decodeQR({ width, height, data: Uint8ClampedArray.from(data) })
    t.equal(decodeURIComponent(read), `${site}/?kind=certificate&name=${name}&region=620802&on=2026-11-20`)
  }
})

t.test('the button prints, the other one copies the address', async (t) => {
  const page = await openPage(t, browser, site, { permissions: ['clipboard-read', 'clipboard-write'] })
  await page.addInitScript('window.print = () => { window.printed = true }')
  await page.goto('/slip?kind=certificate&name=婚姻状况证明')
  await page.click('[data-print]')
  t.equal(await page.evaluate('window.printed'), true)
  await page.goto('/?kind=certificate&name=婚姻状况证明')
  await page.click('[data-copy]')
  await page.waitForSelector('[data-copy] >> text=已复制')
  t.match(
    decodeURIComponent(String(await page.evaluate('navigator.clipboard.readText()'))),
    `${site}/?kind=certificate`,
  )
})

t.test('the code of a name on no list says what it knows and asks for the name', async (t) => {
  const page = await openPage(t, browser, site)
  await page.goto('/slip?kind=certificate&name=赶集天气证明&region=620102&on=2026-11-20')
  const code = await page.innerText('.code strong')
  await page.goto(`/?name=${code}`)
  t.match(await page.innerText('.notice'), /甘肃省兰州市城关区，2026-11-20/)
  t.equal(await page.inputValue('#region'), '甘肃省兰州市城关区')
  t.equal(await page.inputValue('#on'), '2026-11-20')
})

t.test('the address on the slip is the public one, if there is one', async (t) => {
  const { app } = await build(t)
  const url = '/slip?kind=certificate&name=%E6%B1%89&on=1999-01-01'
  const response = await app.inject({ url, headers: { host: 'village.example', accept: 'text/html' } })
  t.match(response.payload, 'http://village.example')
  t.notMatch(response.payload, 'class="code"', 'days before 2000 have no code')
  const long = await app.inject({ url: `/slip?name=${encodeURIComponent('长'.repeat(200))}` })
  t.match(long.payload, /<svg width="\d\dmm"/)
  const nothing = await app.inject({ url: '/slip', headers: { accept: 'text/html' } })
  t.equal(nothing.statusCode, 400)
  t.match(nothing.payload, '没有要打印的问题')
})

t.test('a slip whose address is too long for a QR code has none and says where to ask again', async (t) => {
  const { app } = await build(t)
  const published = async (publicUrl: string) =>
    (await build(t, { parts: { settings: { ...patient, publicUrl } } })).app
  const slip = (question: Record<string, string>, host = 'a.example', asked = app) =>
    asked.inject({
      url: '/slip',
      query: { kind: 'certificate', region: '620802', on: '2026-11-22', ...question },
      headers: { host },
    })
  // What a code of 2,953 bytes leaves beside what stands in every address here.
  const left = 2953 - '/?kind=certificate&name=a&region=620802&on=2026-11-22'.length
  const issuer = '证'.repeat(160)
  const issued = (bytes: number) => ({ issuer, name: `a${'证'.repeat(bytes / 9)}${'a'.repeat(bytes % 9)}` })
  const besideIssuer = left - 'http://a.example&issuer='.length - 160 * 9
  const host = 'h'.repeat(left - 'http://'.length)
  const site = `https://${'p'.repeat(left - 'https://'.length)}`
  const name = 'a'
  for (const [why, largest, beyond] of [
    ['issuer', await slip(issued(besideIssuer)), await slip(issued(besideIssuer + 1))],
    ['Host', await slip({ name }, host), await slip({ name }, `${host}h`)],
    [
      'PUBLIC_URL',
      await slip({ name }, '', await published(site)),
      await slip({ name }, '', await published(`${site}p`)),
    ],
  ] as const) {
    t.match(largest.payload, /<svg width="74mm" height="74mm" viewBox="0 0 185 185".*扫描二维码/s, why)
    t.equal(beyond.statusCode, 200, why)
    t.notMatch(beyond.payload, /class="qr"|扫描二维码/, why)
    t.match(beyond.payload, /class="code">.*地址过长，印不成二维码.*class="site">http/s, why)
  }
  t.match((await slip({ name: issuer, issuer, lang: 'en' })).payload, 'too long for a QR code')
})
