// The floor plan of the house: a room imports only from rooms below it, and nothing goes round in a circle.
// Each room with the rooms it may import from; the README of a room says why.
const rooms = {
  lists: [],
  work: [],
  files: ['lists'],
  config: ['lists', 'files', 'work'],
  documents: ['lists', 'files'],
  names: ['lists'],
  intake: ['lists', 'files', 'documents', 'names'],
  catalogue: ['lists', 'files', 'work', 'config', 'documents', 'names', 'intake'],
  rulings: ['lists', 'names', 'catalogue'],
  checks: ['lists', 'documents', 'names', 'catalogue', 'rulings'],
  reports: ['lists', 'work', 'documents', 'catalogue', 'rulings', 'checks'],
  operations: ['lists', 'files', 'config', 'catalogue', 'rulings'],
  http: ['lists', 'files', 'work', 'config', 'names', 'catalogue', 'rulings', 'checks', 'reports', 'operations'],
  cli: ['lists', 'files', 'config', 'documents', 'names', 'intake', 'catalogue', 'rulings', 'checks', 'reports'],
  pages: [
    'lists',
    'work',
    'config',
    'documents',
    'names',
    'catalogue',
    'rulings',
    'checks',
    'reports',
    'operations',
    'http',
  ],
}

/** The rooms within a room, from the lowest up: each imports only from those before it. */
const within = {
  names: ['normalise', 'index', 'read'],
  http: ['schemas', 'answers', 'callers', 'plugins', 'routes'],
}

const roomRules = Object.entries(rooms).map(([room, below]) => ({
  name: `${room}-imports-from-below`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: `^src/(${[room, ...below].join('|')})/` },
}))

const storeyRules = Object.entries(within).flatMap(([room, storeys]) =>
  storeys.slice(0, -1).map((storey, at) => ({
    name: `${room}-${storey}-is-below-${storeys[at + 1]}`,
    severity: 'error',
    from: { path: `^src/${room}/${storey}/` },
    to: { path: `^src/${room}/(${storeys.slice(at + 1).join('|')})/` },
  })),
)

export default {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'rooms-are-listed',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: `^src/(${Object.keys(rooms).join('|')})/` },
      to: {},
    },
    ...roomRules,
    ...storeyRules,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Types count too: what a file has to know of another is a dependency, whatever is left of it when it runs.
    tsPreCompilationDeps: true,
    parser: 'swc',
  },
}
