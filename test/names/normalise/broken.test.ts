import t from 'tap'
import { brokenBy } from '../../../src/names/normalise/broken.ts'
import { get } from '../../ask-service.ts'
import { build } from '../../build-service.ts'
import { read } from '../lists.ts'

const broken: readonly (readonly [name: string, why: RegExp])[] = [
  ['%E5%A9%9A%E5%A7%BB证明', /编码了两次/],
  ['%u5a5a%u59fb', /编码了两次/],
  ['&#23130;&#23035;证明', /HTML 字符引用/],
  ['婚姻&amp;证明', /HTML 字符引用/],
  ['\\u5a5a\\u59fb', /\\u 转义/],
  ['婚姻\ufffd证明', /字符编码有误/],
  ['å©šå§»', /字符编码有误/],
  ['????', /变成了问号/],
  ['???证明', /变成了问号/],
  ['undefined', /空值/],
  ['null', /空值/],
  ['[object Object]', /空值/],
  ['{name}', /占位符/],
  [['$', '{name}'].join(''), /占位符/],
  ['{{ name }}', /占位符/],
  [':name', /占位符/],
]

t.test('a name that only a broken client sends is known, with what is wrong with it', async (t) => {
  for (const [name, why] of broken) {
    t.match(brokenBy(name)?.zh, why, name)
    t.ok(brokenBy(name)?.en, name)
    t.same(read(name), { verdict: 'unread' }, 'and it is never read')
  }
  for (const name of [
    '婚姻状况证明',
    '100%残疾证明',
    '婚姻证明?',
    '是否已婚?证明?',
    '中共××村支部委员会',
    'A&B公司证明',
    'Café证明',
  ])
    t.equal(brokenBy(name), undefined, name)
})

t.test('the service refuses it with 400 and the reason, alone and in a batch', async (t) => {
  const { app } = await build(t)
  for (const [name] of broken) {
    const refused = await get(app, 'certificate', name)
    t.equal(refused.statusCode, 400, name)
    t.match(refused.json(), { type: 'urn:qingdan:problem:invalid-parameter', detail: brokenBy(name)?.zh }, name)
  }
  const batch = await app.inject({
    method: 'POST',
    url: '/v1/check',
    payload: {
      questions: [
        { kind: 'task', name: 'undefined' },
        { kind: 'certificate', name: '死亡证明' },
      ],
    },
  })
  t.match(batch.json(), { results: [{ status: 400 }, { status: 200 }] })
})
