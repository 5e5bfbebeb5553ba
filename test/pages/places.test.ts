import t from 'tap'
import { build } from '../build-service.ts'
import { listOf } from '../data-folder.ts'

t.test('places on the pages', async (t) => {
  const { app } = await build(t, {
    change: (data) => {
      data.lists.county = listOf({
        id: 'county',
        region: '420506',
        title: '夷陵清单',
        items: [{ no: 1, name: '赶集天气证明' }],
      })
    },
  })
  const q = encodeURIComponent
  const open = (url: string, accept = 'text/html') => app.inject({ url, headers: { accept } })
  const post = (fields: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url: '/check',
      headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
      payload: String(new URLSearchParams(fields)),
    })

  t.test('a name that fits one place leads on to its code, which the address keeps', async (t) => {
    for (const path of ['/', '/boards', '/lists', '/data', '/slip']) {
      const { statusCode, headers } = await open(`${path}?lang=en&region=${q('夷陵区')}&name=x`)
      t.equal(statusCode, 302, path)
      t.equal(headers.location, `${path}?lang=en&region=420506&name=x`)
    }
    t.equal((await open(`/?region=${q('湖北省宜昌市夷陵区')}`)).headers.location, '/?region=420506')
    t.equal((await open(`/?region=${q('华亭县')}`)).headers.location, '/?region=620881', 'an old name')
  })

  t.test('a name that fits several places gives them as links', async (t) => {
    const { statusCode, payload } = await open(`/?kind=certificate&name=${q('死亡证明')}&region=${q('朝阳区')}`)
    t.equal(statusCode, 200)
    t.match(payload, `href="/?kind=certificate&amp;name=${q('死亡证明')}&amp;region=110105" lang="zh-CN">北京市朝阳区`)
    t.match(payload, '吉林省长春市朝阳区')
    t.match((await open(`/?lang=en&region=${q('朝阳区')}`)).payload, 'may be one of these places')
  })

  t.test('a name that fits none is told', async (t) => {
    const { statusCode, payload } = await open(`/boards?region=${q('乌有县')}`)
    t.equal(statusCode, 400)
    t.match(payload, '没有找到叫“乌有县”的行政区划')
  })

  t.test('the place is kept by every link, and stands at the foot and in the title', async (t) => {
    const { payload } = await open(`/?region=420506&name=${q('赶集天气证明')}`)
    t.match(payload, /<title>赶集天气证明：可以出具（湖北省宜昌市夷陵区）/)
    t.match(payload, 'href="/lists?region=420506"')
    t.match(payload, /<footer>\s*<p>地区：<span lang="zh-CN">湖北省宜昌市夷陵区<\/span>。依据当地和上级的清单作答。/)
    t.match(payload, 'value="湖北省宜昌市夷陵区"')
    const home = (await open('/')).payload
    t.match(home, /地区：<span lang="zh-CN">甘肃省平凉市崆峒区<\/span>。依据<span lang="zh-CN">《/)
    t.match(home, 'href="/lists"')
    t.match((await open('/?lang=en')).payload, /Place: .*崆峒区.*Answers rest on .*and the lists of the place/)
    t.match((await open(`/slip?region=420506&name=${q('赶集天气证明')}`)).payload, '（湖北省宜昌市夷陵区）')
    const replaced = (await open(`/?region=622701&name=${q('死亡证明')}`)).payload
    t.match(replaced, '622701（平凉市）已于2002年由')
    t.match(replaced, /地区：<span lang="zh-CN">甘肃省平凉市崆峒区/)
    t.match((await open('/?region=990000&name=x')).payload, '不在本数据集之内')
  })

  t.test('lists are shown by place: what is here, and what comes from above', async (t) => {
    const county = (await open('/lists?region=420506')).payload
    t.match(county, /当地的清单：<span lang="zh-CN">夷陵区<\/span>.*夷陵清单.*来自上级：.*全国/s)
    t.notMatch(county, '附件7')
    t.match((await open('/lists')).payload, /当地的清单：.*崆峒区.*附件/s)
    t.match((await open('/lists?region=610000&lang=en')).payload, 'No list of this place is held.')
    t.match((await open('/lists?region=420000')).payload, '湖北省不应由基层群众性自治组织出具证明事项清单')
    t.equal((await open('/lists?region=990000')).statusCode, 400)
  })

  t.test('a table is checked in the place that was typed, of several one is chosen first', async (t) => {
    const one = (await post({ kind: 'certificate', text: '赶集天气证明', region: '夷陵区' })).payload
    t.match(one, '夷陵清单')
    t.match(one, '<input type="hidden" name="region" value="420506">')
    const several = (await post({ kind: 'certificate', text: '赶集天气证明', region: '朝阳区' })).payload
    t.match(several, '“朝阳区”可能是几个地方')
    t.match(several, /<input type="radio" name="region" id="region" value="110105" required>/)
    t.match(several, /<textarea id="text"[^>]*>赶集天气证明/)
    t.match((await post({ kind: 'certificate', text: '死亡证明' })).payload, 'name="region" value="620802"')
    t.equal((await post({ kind: 'certificate', text: '死亡证明', region: '乌有县' })).statusCode, 400)
    t.match((await post({ kind: 'certificate', text: '', region: '朝阳区' })).payload, 'type="radio" name="region"')
    t.match((await open('/check?region=420506')).payload, 'value="湖北省宜昌市夷陵区"')
  })

  t.test('places are suggested, and names for the place that was typed', async (t) => {
    const names = async (url: string) => (await open(url, 'application/json')).json().names
    t.same(await names(`/suggest/places?q=${q('夷陵')}`), ['湖北省宜昌市夷陵区'])
    t.equal((await names(`/suggest/places?q=${q('朝阳')}`)).length, 8)
    t.same(await names(`/suggest?kind=certificate&q=${q('赶集')}&region=${q('湖北省宜昌市夷陵区')}`), ['赶集天气证明'])
    t.same(await names(`/suggest?kind=certificate&q=${q('赶集')}&region=420506`), ['赶集天气证明'])
    t.same(await names(`/suggest?kind=certificate&q=${q('死亡')}&region=${q('朝阳区')}`), [])
    t.equal((await open(`/suggest?kind=certificate&q=a&region=${q('乌有县')}`, 'application/json')).statusCode, 400)
  })
})
