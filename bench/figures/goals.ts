/** What the rates must reach in terms of each other: measurement, baseline, least ratio. */
export const goals = [
  ['exact name to Fastify with a ready string', 'exact:qingdan', 'exact:fastify', 0.95],
  ['exact name to node:http with ready bytes', 'exact:qingdan', 'exact:bare', 0.7],
  ['exact name with the request log to itself without', 'exact:qingdan-log', 'exact:qingdan', 0.7],
  ['304 to node:http with the whole answer', '304:qingdan', 'exact:bare', 1],
  ['wrapped name to exact name', 'wrapped:qingdan', 'exact:qingdan', 0.6],
  ['wrapped names in turn to exact names in turn', 'wrapped-varied:qingdan', 'exact-varied:qingdan', 0.6],
  ['candidates to exact name', 'candidates:qingdan', 'exact:qingdan', 0.25],
  ['such names in turn to exact names in turn', 'candidates-varied:qingdan', 'exact-varied:qingdan', 0.25],
  ['exact name to Express 5 + better-sqlite3', 'exact:qingdan', 'exact:express', 2.2],
  ['exact name to Hono + better-sqlite3', 'exact:qingdan', 'exact:hono', 1.7],
  ['exact name to json-server', 'exact:qingdan', 'exact:json-server', 12],
] as const

/** Most resident memory after a minute of load, in MiB, and longest start to ready, in milliseconds. */
export const mostMegabytes = 120
export const longestStart = 1000
