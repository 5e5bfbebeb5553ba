/** A request whose real answer stands in the OpenAPI document as an example. */
export interface ExampleRequest {
  readonly name: string
  readonly summary: string
  readonly url: string
  /** Sent by POST; without it the request is a GET. */
  readonly body?: object
}

const on = 'on=2026-11-22'
const path = (kind: string, name: string) => `/v1/${kind}/${encodeURIComponent(name)}/status?${on}`

/** Per operation, what is asked for its example, which names the day where it matters, so as not to change with the calendar. */
export const exampleRequests: Readonly<Record<string, ExampleRequest>> = {
  getCertificateStatus: { name: 'prohibited', summary: '列入不应出具清单', url: path('certificates', '疾病状况证明') },
  getSignboardStatus: { name: 'permitted', summary: '可以挂在外部', url: path('signboards', '村民委员会') },
  getTaskStatus: { name: 'permitted', summary: '依法协助政府的工作', url: path('tasks', '人口普查协助') },
  check: {
    name: 'permitted',
    summary: '可以挂在外部',
    url: `/v1/check?kind=signboard&name=${encodeURIComponent('村务监督委员会')}&${on}`,
  },
  checkMany: {
    name: 'two',
    summary: '两个问题，其中一个的参数写错',
    url: '/v1/check',
    body: {
      questions: [
        { id: '1', kind: 'signboard', name: '村务监督委员会', on: '2026-11-22' },
        { id: '2', kind: 'certificate', name: '收入证明', on: '2026-11-31' },
      ],
    },
  },
  surveySignboards: {
    name: 'village',
    summary: '一个村的一块牌子',
    url: '/v1/signboards/survey',
    body: {
      region: '510525',
      on: '2026-11-22',
      boards: [{ name: '村民委员会', place: 'interior' }],
    },
  },
  makeLedger: {
    name: 'village',
    summary: '一个村的自查台账',
    url: '/v1/ledger',
    body: {
      village: '某镇某村',
      region: '640104',
      on: '2026-11-22',
      boards: [{ name: '新时代文明实践站', place: 'interior' }],
    },
  },
  listAllowedSignboards: { name: 'interior', summary: '内部', url: `/v1/signboards/allowed?place=interior&${on}` },
  listCertificates: {
    name: 'search',
    summary: '按文字查找',
    url: `/v1/certificates?q=${encodeURIComponent('犬')}&limit=1&${on}`,
  },
  listSignboards: {
    name: 'interior',
    summary: '内部的牌子，一页一项',
    url: `/v1/signboards?place=interior&limit=1&${on}`,
  },
  listTasks: { name: 'page', summary: '一页一项', url: `/v1/tasks?limit=1&${on}` },
  listLists: { name: 'absent', summary: '尚未提供的清单', url: '/v1/lists?completeness=absent' },
  getList: { name: 'annex-3', summary: '附件3', url: '/v1/lists/annex-3' },
  listItems: { name: 'page', summary: '一页一项', url: '/v1/lists/annex-3/items?limit=1&offset=6' },
  getItem: { name: 'annex-3/10', summary: '附件3第10项', url: '/v1/items/annex-3/10' },
  listRegions: { name: 'search', summary: '按名称查找', url: `/v1/regions?q=${encodeURIComponent('夷陵')}` },
  getRegion: { name: '441900', summary: '不设区的市', url: `/v1/regions/441900?${on}` },
  listDocuments: { name: 'search', summary: '按文号查找', url: `/v1/documents?q=${encodeURIComponent('民发')}` },
  getDocument: { name: 'minfa-2020-20', summary: '民发〔2020〕20号', url: '/v1/documents/minfa-2020-20' },
  getDataset: { name: 'today', summary: '随程序提供的数据', url: '/v1/dataset' },
  getLiveness: { name: 'live', summary: '存活', url: '/livez' },
  getReadiness: { name: 'ready', summary: '就绪', url: '/readyz' },
}

/** Per status of a refusal, what is asked for its example. */
export const refusedRequests: Readonly<Record<string, ExampleRequest>> = {
  400: { name: 'invalid_parameter', summary: '参数名写错', url: '/v1/lists?kinds=certificate' },
  404: { name: 'not_found', summary: '没有该清单', url: '/v1/lists/annex-8' },
  413: { name: 'content_too_large', summary: '请求体过大', url: '/v1/check', body: ['长'.repeat(1024 * 1024)] },
  414: {
    name: 'address_too_long',
    summary: '名称过长',
    url: `/v1/certificates/${encodeURIComponent('长'.repeat(1001))}/status`,
  },
}
