import t from 'tap'
import { answerQuestion } from '../../src/rulings/answer-question.ts'
import { ask } from '../ask-service.ts'
import { build, loadSnapshot } from '../build-service.ts'
import { completeAnnexes4To6, type Data, itemIn, listIn, listOf, reviewedData } from '../data-folder.ts'

/** Names that data/names/ leaves to a person: an item may print one of them and is then only a candidate. */
/** Printed in brackets after an item, and saying too little by itself. */
const leftToAPerson = new Set(['表现证明'])

t.test('annex 3 forbids each of its items, by name and by each printed sub-name', async (t) => {
  const { app } = await build(t)
  const annex3 = listIn(reviewedData(), 'annex-3')
  t.equal(annex3.items.length, 20)
  for (const { no, name, subNames = [] } of annex3.items) {
    for (const asked of [name, ...subNames]) {
      const answer = await ask(app, 'certificate', asked)
      const item = `annex-3/${no}`
      if (leftToAPerson.has(asked)) {
        t.match(answer, { outcome: 'ambiguous', allowed: null, match: null, findings: { length: 0 } }, asked)
        t.ok(
          answer.candidates.some((candidate) => candidate.item === item),
          `${asked} has ${item} as a candidate`,
        )
        continue
      }
      t.match(answer, { outcome: 'prohibited', allowed: false, rule: null, candidates: { length: 0 } }, asked)
      t.match(answer.match, { item, name, method: asked === name ? 'exact' : 'sub_name', matched: asked })
      t.same(
        answer.findings.map((finding) => finding.item),
        [item],
      )
      t.strictSame(answer.findings[0]?.citation, {
        document: '关于改进和规范基层群众性自治组织出具证明工作的指导意见',
        documentId: 'minfa-2020-20',
        number: '民发〔2020〕20号',
        issuer: annex3.issuer,
        version: null,
        clause: '附件',
        grade: 'official',
        list: 'annex-3',
        no,
      })
      t.ok(answer.reason.includes('不得要求') && answer.reason.includes('民发〔2020〕20号'), answer.reason)
    }
  }
})

t.test('a certificate on no list', async (t) => {
  t.test('is undetermined as long as annexes 4, 5 and 6 are absent, and the answer names them', async (t) => {
    const { app } = await build(t)
    const answer = await ask(app, 'certificate', '居住证明')
    t.match(answer, {
      outcome: 'undetermined',
      allowed: null,
      match: null,
      findings: { length: 0 },
      rule: null,
      candidates: { length: 0 },
    })
    for (const annex of ['annex-4', 'annex-5', 'annex-6']) {
      t.match(
        answer.consulted.find((one) => one.list === annex),
        { completeness: 'absent', items: 0, matched: false },
      )
    }
    t.match(answer.reason, /附件4《.*附件5《.*附件6《/)
    t.notMatch(answer.reason, /附件3/, 'annex 3 is complete, so it is not to blame')
    t.match((await ask(app, 'certificate', '居住证明', { language: 'en' })).reason, /annex 4.*annex 5.*annex 6/)
  })

  t.test('is not listed once they are complete, and clause 二(三) is cited', async (t) => {
    const { app } = await build(t, { change: completeAnnexes4To6 })
    const answer = await ask(app, 'certificate', '居住证明')
    t.match(answer, {
      outcome: 'not_listed',
      allowed: false,
      match: null,
      findings: { length: 0 },
      candidates: { length: 0 },
    })
    t.match(answer.rule?.citation, { documentId: 'notice-2023', clause: '二(三)', grade: 'official' })
    t.ok(answer.reason.includes(answer.rule?.text ?? '?'), 'the reason gives the rule')
    const english = await ask(app, 'certificate', '居住证明', { language: 'en' })
    t.match(
      english.reason,
      /None of annex 3, annex 4, annex 5, annex 6 has .* all of them are complete\. Clause 二\(三\)/,
    )
  })

  t.test('is undetermined while only one of them is held in part', async (t) => {
    for (const annex of ['annex-4', 'annex-5', 'annex-6']) {
      await t.test(annex, async (t) => {
        const change = (data: Data) => {
          completeAnnexes4To6(data)
          listIn(data, annex).completeness = 'partial'
        }
        const { app } = await build(t, { change })
        const answer = await ask(app, 'certificate', '居住证明')
        t.match(answer, { outcome: 'undetermined', allowed: null, rule: null })
        t.match(answer.reason, new RegExp(`附件${annex.at(-1)}《.*仅收录了一部分`))
      })
    }
  })

  t.test('is undetermined on a day on which a complete list does not apply', async (t) => {
    const change = (data: Data) => {
      completeAnnexes4To6(data)
      listIn(data, 'annex-6').from = '2024-01-01'
    }
    const { app } = await build(t, { change })
    const before = await ask(app, 'certificate', '居住证明', { on: '2023-12-31' })
    t.match(before, { outcome: 'undetermined', allowed: null })
    t.match(before.reason, /附件6《平凉市村级组织出具证明事项清单》当日不适用/)
    t.equal((await ask(app, 'certificate', '居住证明', { on: '2024-01-01' })).outcome, 'not_listed')
  })
})

t.test('the default rule holds from the day of the notice on', async (t) => {
  const { app } = await build(t, { change: completeAnnexes4To6 })
  t.equal((await ask(app, 'certificate', '居住证明', { on: '2023-08-31' })).outcome, 'not_listed')
  const before = await ask(app, 'certificate', '居住证明', { on: '2023-08-30' })
  t.match(before, { outcome: 'undetermined', allowed: null, rule: null })
  t.match(before.reason, /；《国家法律法规.*》仅收录了一部分/)
})

t.test('the default rule holds in the district, not in the next one nor in the city', async (t) => {
  const { app } = await build(t, { change: completeAnnexes4To6 })
  for (const region of ['620821', '620800', '620000', '100000']) {
    t.match(await ask(app, 'certificate', '居住证明', { region }), { outcome: 'undetermined', rule: null }, region)
  }
})

t.test('where complete lists apply and no rule speaks of silence, the answer is not known and says so', async (t) => {
  const change = (data: Data) => {
    completeAnnexes4To6(data)
    data.rules = []
    listIn(data, 'national-certificates').completeness = 'complete'
  }
  const { app } = await build(t, { change })
  const answer = await ask(app, 'certificate', '居住证明')
  t.match(answer, { outcome: 'undetermined', allowed: null, rule: null })
  t.match(
    answer.reason,
    /在 2026-11-22 适用于甘肃省平凉市崆峒区（620802）的清单中没有“居住证明”，而未列入不足以得出结论/,
  )
  const english = await ask(app, 'certificate', '居住证明', { language: 'en' })
  t.match(
    english.reason,
    /applies to 甘肃省平凉市崆峒区 \(620802\) on 2026-11-22 has “居住证明”, and its absence allows no conclusion/,
  )
})

t.test('a certificate of annex 5 is permitted, with its guide', async (t) => {
  const { app } = await build(t, { change: completeAnnexes4To6 })
  const answer = await ask(app, 'certificate', '林木采伐申请证明')
  t.match(answer, { outcome: 'permitted', allowed: true, match: { item: 'annex-5/1', method: 'exact' } })
  t.match(answer.findings, [
    { item: 'annex-5/1', effect: 'permits', guide: { use: '申请林木采伐许可', timeLimit: '当场', form: '样表一' } },
  ])
  t.match(answer.reason, /可以出具/)
  t.equal((await ask(app, 'certificate', '宅基地流转证明')).outcome, 'prohibited', 'one of annex 4 is not')
})

t.test('a certificate of a law is permitted, and the law is cited with its version', async (t) => {
  const { app } = await build(t)
  const answer = await ask(app, 'certificate', '人民陪审员候选人推荐')
  t.match(answer, { outcome: 'permitted', allowed: true })
  t.match(answer.findings[0]?.citation, { documentId: 'renmin-peishenyuan-fa', from: '2018-04-27', clause: '第十一条' })
  t.match(answer.findings[0]?.citation.version, /^\d{4}-\d\d-\d\d$/)
  t.match(answer.reason, /《人民陪审员法》（2018-04-27）第十一条.*此为参考版/)
  t.match((await ask(app, 'certificate', '人民陪审员候选人推荐', { language: 'en' })).reason, /reference edition/)
})

t.test('lists that contradict each other', async (t) => {
  const onBoth = (data: Data) => {
    completeAnnexes4To6(data)
    listIn(data, 'annex-5').items.push({ no: 2, name: '健在证明' })
  }

  t.test('leave the decision to a person, show both findings and state the precedence', async (t) => {
    const { app } = await build(t, { change: onBoth })
    const answer = await ask(app, 'certificate', '健在证明')
    t.match(answer, { outcome: 'conflicting', allowed: null })
    t.same(
      answer.findings.map(({ item, effect }) => [item, effect]),
      [
        ['annex-3/10', 'prohibits'],
        ['annex-5/2', 'permits'],
      ],
    )
    t.match(answer.rule, { citation: { documentId: 'notice-2023', clause: '二(三)', grade: 'editorial' } })
    t.ok(answer.reason.includes(answer.rule?.text ?? '?'))
    t.same(
      answer.consulted.filter((one) => one.matched).map((one) => one.list),
      ['annex-3', 'annex-5'],
    )
    const english = await ask(app, 'certificate', '健在证明', { language: 'en' })
    t.ok(english.reason.includes(english.rule?.text ?? '?'))
    t.match(english.reason, /contradict each other.*A person must decide/)
  })

  t.test('that the precedence does not speak of are shown without a rule', async (t) => {
    const change = (data: Data) => listIn(data, 'national-certificates').items.push({ no: 99, name: '健在证明' })
    const { app } = await build(t, { change })
    for (const language of ['zh', 'en']) {
      const answer = await ask(app, 'certificate', '健在证明', { language })
      t.match(answer, { outcome: 'conflicting', allowed: null, rule: null })
      t.equal(answer.findings.length, 2)
    }
  })

  t.test('are weighed before the notice without a rule', async (t) => {
    const { app } = await build(t, { change: onBoth })
    t.match(await ask(app, 'certificate', '健在证明', { on: '2023-08-30' }), { outcome: 'conflicting', rule: null })
  })

  t.test('do not contradict each other where both say no', async (t) => {
    const change = (data: Data) => {
      completeAnnexes4To6(data)
      listIn(data, 'annex-4').items.push({ no: 2, name: '健在证明' })
    }
    const { app } = await build(t, { change })
    const answer = await ask(app, 'certificate', '健在证明')
    t.match(answer, { outcome: 'prohibited', allowed: false, findings: { length: 2 }, rule: null })
    t.match(answer.reason, /；又即/)
    t.match((await ask(app, 'certificate', '健在证明', { language: 'en' })).reason, /; also item/)
  })
})

t.test('signboards', async (t) => {
  const { app } = await build(t)

  t.test('that the notice names are permitted, each at its place', async (t) => {
    t.match(await ask(app, 'signboard', '村民委员会'), {
      outcome: 'permitted',
      allowed: true,
      match: { item: 'annex-7/2' },
      findings: [
        { board: { place: 'exterior', sign: '标牌' }, citation: { clause: '二(二)', list: 'annex-7', no: 2 } },
      ],
    })
    const inside = await ask(app, 'signboard', '综合服务机构标牌')
    t.match(inside, { outcome: 'permitted', findings: [{ board: { place: 'interior' } }] })
    t.match(inside.reason, /可以悬挂于内部/)
    t.match((await ask(app, 'signboard', '村民委员会', { language: 'en' })).reason, /it may hang outside/)
  })

  t.test('that it does not name are undetermined, because annex 7 is held in part only', async (t) => {
    const answer = await ask(app, 'signboard', '某某工作领导小组办公室')
    t.match(answer, {
      outcome: 'undetermined',
      allowed: null,
      consulted: [{ list: 'annex-7', completeness: 'partial' }],
    })
    t.match(answer.reason, /附件7/)
  })

  t.test('are no certificates', async (t) => {
    t.equal((await ask(app, 'certificate', '村民委员会')).outcome, 'ambiguous')
    t.equal((await ask(app, 'signboard', '死亡证明')).outcome, 'undetermined')
  })

  t.test('on no list are to come down once annex 7 is complete: clause 二(二)', async (t) => {
    const change = (data: Data) => {
      listIn(data, 'annex-7').completeness = 'complete'
    }
    const { app } = await build(t, { change })
    const answer = await ask(app, 'signboard', '某某工作领导小组办公室')
    t.match(answer, { outcome: 'not_listed', allowed: false, rule: { citation: { clause: '二(二)' } } })
  })

  t.test('of a list that forbids them must not hang', async (t) => {
    const change = (data: Data) => {
      data.lists.gone = listOf({
        id: 'gone',
        kind: 'signboard',
        effect: 'prohibits',
        items: [{ no: 1, name: '微信工作群联络站' }],
      })
    }
    const { app } = await build(t, { change })
    const answer = await ask(app, 'signboard', '微信工作群联络站')
    t.match(answer, { outcome: 'prohibited', allowed: false })
    t.match(answer.reason, /《测试清单gone》第1项“微信工作群联络站”，不得悬挂。$/)
  })
})

t.test('tasks', async (t) => {
  const { app } = await build(t)

  t.test('may be given to a village when they are its own duty or its assistance', async (t) => {
    const own = await ask(app, 'task', '编制并组织实施村发展规划')
    t.match(own, { outcome: 'permitted', allowed: true, findings: [{ effect: 'own_duty' }] })
    t.match(own.reason, /依法履行的职责/)
    const assists = await ask(app, 'task', '突发事件应对协助')
    t.match(assists, { outcome: 'permitted', allowed: true, findings: [{ effect: 'assists' }] })
    t.match(assists.reason, /依法协助政府的工作/)
  })

  t.test('on no list are undetermined until annexes 1 and 2 are complete; then admission is needed', async (t) => {
    t.match(await ask(app, 'task', '安装手机软件任务'), { outcome: 'undetermined', allowed: null })
    const change = (data: Data) => {
      for (const id of ['annex-1', 'annex-2']) listIn(data, id).completeness = 'complete'
    }
    await t.test('complete', async (t) => {
      const { app } = await build(t, { change })
      const answer = await ask(app, 'task', '安装手机软件任务')
      t.match(answer, { outcome: 'not_listed', allowed: false, rule: { citation: { clause: '二(一)' } } })
    })
  })

  t.test('of a list of what villages must not be given are prohibited', async (t) => {
    const change = (data: Data) => {
      const fields = { kind: 'task', grade: 'official' } as const
      data.lists.negative = listOf({
        ...fields,
        id: 'negative',
        effect: 'prohibits',
        items: [{ no: 1, name: '房屋拆迁' }],
      })
      data.lists.admitted = listOf({
        ...fields,
        id: 'admitted',
        effect: 'permits',
        items: [{ no: 1, name: '入户登记' }],
      })
    }
    const { app } = await build(t, { change })
    t.match((await ask(app, 'task', '房屋拆迁')).reason, /不得交由村级组织承担/)
    t.match((await ask(app, 'task', '入户登记')).reason, /可以由村级组织承担/)
  })
})

t.test('who is to issue the certificate', async (t) => {
  const { app } = await build(t)
  for (const issuer of ['村委会', '户籍地村（居）委会盖章', '社区居委会']) {
    t.match(await ask(app, 'certificate', '无犯罪记录证明', { issuer }), { outcome: 'prohibited', query: { issuer } })
  }
  for (const issuer of ['公安派出所', '社区卫生服务中心', '派出所', '村镇银行', '社区民警']) {
    const answer = await ask(app, 'certificate', '无犯罪记录证明', { issuer })
    t.match(answer, {
      outcome: 'not_applicable',
      allowed: null,
      findings: { length: 0 },
      rule: null,
      query: { issuer },
    })
    t.ok(answer.reason.includes(issuer))
  }
  const unlisted = await ask(app, 'certificate', '居住证明', { issuer: '公安派出所', language: 'en' })
  t.match(unlisted, { outcome: 'not_applicable', match: null, reason: /“公安派出所”, which is not/ })
})

t.test('the day asked about', async (t) => {
  t.test('decides whether a list is in force', async (t) => {
    const { app } = await build(t)
    const before = await ask(app, 'certificate', '死亡证明', { on: '2020-04-26' })
    t.match(before, { outcome: 'undetermined', match: null })
    t.notOk(before.consulted.some((one) => one.list === 'annex-3'))
    t.equal((await ask(app, 'certificate', '死亡证明', { on: '2020-04-27' })).outcome, 'prohibited')
  })

  t.test('may lie after the end of a list or of an item', async (t) => {
    const change = (data: Data) => {
      data.lists.old = listOf({
        id: 'old',
        to: '2025-12-31',
        items: [
          { no: 1, name: '蜜蜂分箱证明' },
          { no: 2, name: '舞狮报名证明', from: '2025-02-01', to: '2025-02-28' },
        ],
      })
    }
    const { app } = await build(t, { change })
    const outcome = async (name: string, on: string) => (await ask(app, 'certificate', name, { on })).outcome
    t.equal(await outcome('蜜蜂分箱证明', '2025-12-31'), 'permitted')
    t.equal(await outcome('蜜蜂分箱证明', '2026-01-01'), 'undetermined')
    t.equal(await outcome('舞狮报名证明', '2025-01-31'), 'undetermined')
    t.equal(await outcome('舞狮报名证明', '2025-02-01'), 'permitted')
    t.equal(await outcome('舞狮报名证明', '2025-02-28'), 'permitted')
    t.equal(await outcome('舞狮报名证明', '2025-03-01'), 'undetermined')
    t.equal(await outcome('old/2', '2025-02-28'), 'permitted', 'also when asked by its id')
    t.equal(await outcome('old/2', '2025-03-01'), 'undetermined')
  })

  t.test('decides what to use instead', async (t) => {
    const { app } = await build(t)
    const instead = async (on: string) => (await ask(app, 'certificate', '死亡证明', { on })).instead
    t.match(await instead('2026-06-30'), [{ text: /推断/, citation: { number: '国卫规划发〔2013〕57号' } }])
    t.match(await instead('2026-07-01'), [{ text: /自2026年7月1日起/, citation: { number: '国卫规划发〔2026〕5号' } }])
    t.equal((await instead('2026-03-29')).length, 1)
    for (const on of ['2026-06-30', '2026-07-01']) {
      const citation = { documentId: 'binzang-guanli-tiaoli', version: '2025-12-12', from: '2026-03-30' }
      t.match((await instead(on)).slice(1), [
        { text: /正常死亡.*医疗卫生机构/, citation },
        { text: /非正常死亡.*公安机关/, citation },
      ])
    }
    t.match((await ask(app, 'certificate', '死亡证明', { language: 'en' })).instead, [{ text: /^From 1 July 2026/ }])
  })
})

t.test('the place asked about', async (t) => {
  const { app } = await build(t)
  const lists = async (region: string) =>
    (await ask(app, 'certificate', '居住证明', { region })).consulted.map((one) => one.list)

  t.test('brings the lists of the region and of all above it', async (t) => {
    const national = ['annex-3', 'national-certificates']
    t.same(await lists('620802'), ['annex-3', 'annex-4', 'annex-5', 'annex-6', 'national-certificates'])
    t.same(await lists('620800'), ['annex-3', 'annex-4', 'annex-5', 'annex-6', 'national-certificates'])
    t.same(await lists('620100'), ['annex-3', 'annex-4', 'national-certificates'])
    t.same(await lists('620000'), ['annex-3', 'annex-4', 'national-certificates'])
    t.same(await lists('100000'), national)
  })

  t.test('leaves out those of a sibling', async (t) => {
    t.match(await ask(app, 'signboard', '村民委员会', { region: '620821' }), {
      outcome: 'undetermined',
      findings: { length: 0 },
      consulted: { length: 0 },
      query: { region: '620821' },
    })
  })

  t.test('does not matter to a national list', async (t) => {
    for (const region of ['100000', '620000', '620821', '620802']) {
      t.equal((await ask(app, 'certificate', '死亡证明', { region })).outcome, 'prohibited', region)
    }
  })
})

t.test('an item may have its own note, exceptions and grade', async (t) => {
  const { app } = await build(t)
  const kinship = await ask(app, 'certificate', '亲属关系证明')
  t.match(kinship.findings, [{ exceptions: [{ text: /公证/, citation: { grade: 'editorial' } }] }])
  const english = await ask(app, 'certificate', '亲属关系证明', { language: 'en' })
  t.match(english.findings, [{ exceptions: [{ text: /notary/ }] }])
  const change = (data: Data) => {
    Object.assign(itemIn(data, 'annex-3', 10), { grade: 'editorial', note: { zh: '须知', en: 'beware' } })
  }
  await t.test('changed', async (t) => {
    const { app } = await build(t, { change })
    t.match(await ask(app, 'certificate', '健在证明'), {
      findings: [{ note: '须知', citation: { grade: 'editorial' } }],
    })
  })
})

t.test('a paper that its name shows to be another body’s is not applicable, whoever is to issue it', async (t) => {
  const { app } = await build(t, { change: completeAnnexes4To6 })
  for (const asked of [{}, { issuer: '村委会' }]) {
    for (const name of ['结婚证', '租赁合同', '1.结婚证']) {
      const answer = await ask(app, 'certificate', name, asked)
      t.match(answer, { outcome: 'not_applicable', allowed: null, match: null, findings: { length: 0 } }, name)
      t.match(answer.reason, `“${name}”由其他单位出具；`)
      const english = await ask(app, 'certificate', name, { ...asked, language: 'en' })
      t.match(english.reason, `“${name}” is issued by another body;`)
    }
  }
  const named = await ask(app, 'certificate', '派出所出具的无犯罪记录证明')
  t.match(named, { outcome: 'not_applicable', issuer: { written: '派出所出具', reading: 'other' } })
  t.match(named.reason, /^所问证明由“派出所出具”出具/u)
  const contradicted = await ask(app, 'certificate', '派出所出具的无犯罪记录证明', { issuer: '村委会' })
  t.match(contradicted, { outcome: 'ambiguous', issuer: { written: '村委会', reading: 'unclear' } })
  t.equal((await ask(app, 'certificate', '龘靐证明')).outcome, 'not_listed')
})

t.test('silence speaks only about what was read as the name of a certificate', async (t) => {
  const { app } = await build(t, { change: completeAnnexes4To6 })
  for (const name of ['证明', '村委会证明', '介绍信', '社区证明', '村委会开具的证明材料']) {
    const answer = await ask(app, 'certificate', name)
    t.match(answer, { outcome: 'ambiguous', allowed: null, candidates: { length: 0 } }, name)
    t.match(answer.reason, /材料没有说明要证明什么。$/u, name)
  }
  for (const name of ['今天天气怎么样', '没房了的证明', '婚约了断证明'])
    t.equal((await ask(app, 'certificate', name)).outcome, 'ambiguous', name)
  t.match((await ask(app, 'certificate', '今天天气怎么样')).reason, /没有读懂/u)
  t.match((await ask(app, 'certificate', '今天天气怎么样', { language: 'en' })).reason, /was not understood/u)
})

t.test('an issuer is read, and the answer says how', async (t) => {
  const { app } = await build(t)
  const about = (issuer: string, language?: string) =>
    ask(app, 'certificate', '婚姻状况证明', { issuer, ...(language === undefined ? {} : { language }) })
  t.match(await about('村居委'), { outcome: 'prohibited', issuer: { written: '村居委', reading: 'village' } })
  t.match(await about('人力资源和社会保障局'), { outcome: 'not_applicable', issuer: { reading: 'other' } })
  const mixed = await about('村委会或单位')
  t.match(mixed, { outcome: 'prohibited', issuer: { reading: 'mixed' } })
  t.match(mixed.reason, /“村委会或单位”中只须去掉村（居）民委员会这一选项。$/u)
  t.match((await about('村委会或单位', 'en')).reason, /only the village as a choice must go\.$/u)
  const unclear = await about('相关部门')
  t.match(unclear, {
    outcome: 'ambiguous',
    allowed: null,
    issuer: { reading: 'unclear' },
    findings: [{ item: 'annex-3/8' }],
  })
  t.match(unclear.reason, /^不能确定“相关部门”是不是村（居）民委员会；由村（居）民委员会出具时：/u)
  t.match((await about('相关部门', 'en')).reason, /^It is not clear whether “相关部门”/u)
  t.match(await about('原件'), { outcome: 'prohibited', issuer: { written: '原件', reading: 'none' } })
  t.equal((await ask(app, 'certificate', '婚姻状况证明')).issuer, null)
  const name = '村委会出具的婚姻状况证明'
  t.match(await ask(app, 'certificate', name), { issuer: { written: '村委会出具', reading: 'village' } })
  t.match(
    await ask(app, 'certificate', name, { issuer: '/' }),
    { issuer: { reading: 'village' } },
    'a cell that names nobody',
  )
  const unlisted = await ask(app, 'certificate', '龘靐证明', { issuer: '某某会' })
  t.match(unlisted, { outcome: 'ambiguous', findings: { length: 0 } })
  t.match(unlisted.reason, /^不能确定“某某会”是不是村（居）民委员会。/u)
  t.match(
    (await ask(app, 'certificate', '龘靐证明', { issuer: '某某会', language: 'en' })).reason,
    /committee\. Find out/u,
  )
})

t.test('a paper that its name says is not demanded is asked about, never decided', async (t) => {
  const { app } = await build(t)
  for (const name of ['不需要村委会开具死亡证明', '死亡证明（不再要求）', '死亡证明（可告知承诺替代）']) {
    const answer = await ask(app, 'certificate', name)
    t.match(answer, { outcome: 'ambiguous', allowed: null, candidates: [{ item: 'annex-3/11' }] }, name)
    t.match(answer.reason, /不需要或可以承诺代替/u, name)
  }
})

t.test('lists that contradict each other on one meaning do so for every name of it', async (t) => {
  const { app } = await build(t, {
    change: (data) => {
      Object.assign(listIn(data, 'annex-5'), {
        completeness: 'complete',
        items: [
          { no: 1, name: '单身证明' },
          { no: 2, name: '收入证明' },
        ],
      })
    },
  })
  for (const name of [
    '单身证明',
    '婚姻状况证明',
    '未婚证明',
    '离异证明',
    '村委会出具的单身情况证明',
    '單身證明',
    '没对象证明',
  ])
    t.match(
      await ask(app, 'certificate', name),
      { outcome: 'conflicting', allowed: null, findings: [{ item: 'annex-3/8' }, { item: 'annex-5/1' }] },
      name,
    )
  t.equal((await ask(app, 'certificate', '月收入证明')).outcome, 'conflicting')
  t.equal((await ask(app, 'certificate', '房产证明')).outcome, 'prohibited', 'another side of the same item')
  t.equal((await ask(app, 'certificate', '居民财产证明')).outcome, 'conflicting', 'all sides')
})

t.test('an item is known by its own statutory wording', async (t) => {
  const { app } = await build(t)
  const wording = '由收养人所在单位或者村民委员会、居民委员会出具的本人婚姻状况、抚养教育被收养人的能力等情况的证明'
  t.match(await ask(app, 'certificate', wording), {
    outcome: 'permitted',
    match: { item: 'national-certificates/1' },
    issuer: { reading: 'mixed' },
  })
})

t.test('a caller who walks the calendar gets the same answers, and the memory of days does not grow', async (t) => {
  const snapshot = await loadSnapshot(t)
  const on = (at: number) => new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10)
  const answer = (at: number) =>
    answerQuestion(snapshot, { kind: 'certificate', name: '死亡证明', region: '620802', on: on(at) }, 'zh')
  const first = answer(0)
  for (let at = 1; at < 450; at += 1) t.equal(answer(at).outcome, 'prohibited')
  t.strictSame(answer(0), first)
})
