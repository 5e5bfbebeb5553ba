import { type Data, itemIn, listIn } from './data-folder.ts'

const source = { document: 'notice-2023', clause: '二(三)' }
const sentence = (word: string) => ({ zh: `${word}中文`, en: `${word} in English` })

/** Fills in every field that the data files may have, so that a test sees whether one gets lost on the way out. */
export function everyField(data: Data): void {
  Object.assign(listIn(data, 'annex-6'), {
    completeness: 'partial',
    from: '2021-01-01',
    to: '2030-12-31',
    note: sentence('note'),
    supply: sentence('supply'),
    provenance: {
      file: '附件6.docx',
      sha256: '0'.repeat(64),
      printedTitle: '平凉市村级组织出具证明事项清单',
      batch: '第一批',
      number: '平市民〔2022〕230号',
      imported: '2026-11-22',
    },
    items: [
      {
        no: 1,
        name: '红白喜事用车证明',
        subNames: ['喜事用车证明', '丧事用车证明'],
        subNamesOpen: true,
        category: '生活',
        guide: {
          use: '用途',
          basis: '依据',
          requestedBy: '要求单位',
          materials: '材料',
          procedure: '程序',
          timeLimit: '时限',
          form: '样表',
          conditions: '条件',
          applicants: '对象',
          validity: '有效期',
          fee: '收费',
          office: '地点',
          hours: '时间',
          phone: '电话',
        },
        exceptions: [{ text: sentence('exception'), grade: 'editorial', source }],
        instead: [
          { text: sentence('alternative'), grade: 'reference', source, from: '2022-01-01', to: '2029-12-31' },
          { text: sentence('another'), grade: 'official', source: { document: 'minfa-2020-20' } },
        ],
        note: sentence('item note'),
        grade: 'editorial',
        source,
        from: '2022-01-01',
        to: '2029-12-31',
      },
    ],
  })
  data.names.certificates?.recorded.push(
    {
      names: ['驾驶证遗失登报声明'],
      reading: 'none',
      items: [],
      grade: 'editorial',
      source,
      reason: sentence('reason'),
      instead: [{ text: sentence('alternative'), grade: 'editorial', source, from: '2022-01-01' }],
    },
    { names: ['喜丧用车情况说明'], reading: 'ask', items: ['红白喜事用车证明'], grade: 'editorial' },
  )
  itemIn(data, 'annex-7', 1).board = {
    place: 'exterior',
    sign: '标牌',
    position: '大门右侧',
    size: '200×30厘米',
    material: '木',
    colour: '红底',
    quantity: '1块',
  }
  data.documents.push({
    id: 'a-document',
    title: '某文件',
    number: '某发〔2024〕1号',
    issuer: '某机关',
    issued: '2024-01',
    published: '2024-01-02',
    from: '2024-02-01',
    to: '2034-01-31',
    read: sentence('read'),
    clauses: [
      { no: '一', heading: '标题', text: '正文' },
      { no: '二', text: '正文' },
    ],
  })
}
