import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Subject } from './subject.ts'

const peers = join(import.meta.dirname, '../peers')
const shared = { cases: (id: string) => id === 'exact' || id === 'exact-varied', like: 'body' } as const

const overSqlite = (id: string, title: string, file: string, form: 'row' | 'text'): Subject => ({
  ...shared,
  id,
  title,
  command: ({ folder, port }) => ({
    program: process.execPath,
    args: [join(peers, file), join(folder, 'answers.sqlite'), String(port), form],
    port,
    probe: '/',
  }),
})

const jsonServer = (id: string, title: string, options: readonly string[]): Subject => ({
  ...shared,
  id,
  title,
  path: (path) => path.replace(/^\/v1(.*)\/status$/, '$1'),
  like: 'json',
  command: ({ folder, port }) => ({
    program: process.execPath,
    args: [
      join(peers, 'node_modules/json-server/lib/cli/bin.js'),
      ...['--host', '127.0.0.1', '--port', String(port), ...options, join(folder, 'answers.json')],
    ],
    port,
    probe: '/',
    log: join(folder, `${port}.log`),
  }),
})

const nginxFiles: Subject = {
  ...shared,
  id: 'nginx',
  title: 'nginx, static files',
  command: ({ folder, port }) => {
    const configuration = join(folder, 'nginx.conf')
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    // Where it is started by root, its worker would be a user who cannot enter the folder.
    writeFileSync(
      configuration,
      `daemon off;
${process.getuid?.() === 0 ? 'user root;' : ''}
pid ${folder}/nginx.pid;
error_log ${folder}/nginx.log warn;
worker_processes 1;
events {}
http {
  access_log off;
  keepalive_requests 1000000000;
  default_type "application/json; charset=utf-8";
  ${temporary.map((kind) => `${kind}_temp_path ${folder};`).join('\n  ')}
  server { listen 127.0.0.1:${port}; root ${folder}/static; open_file_cache max=1000; }
}
`,
    )
    const args = ['-e', join(folder, 'nginx.log'), '-c', configuration]
    return { program: 'nginx', args, port, probe: '/' }
  },
}

export const peerSubjects: readonly Subject[] = [
  overSqlite('express', 'Express 5 + better-sqlite3', 'express.js', 'row'),
  overSqlite('express-text', 'Express 5 + better-sqlite3, ready text in the row', 'express.js', 'text'),
  overSqlite('hono', 'Hono + better-sqlite3', 'hono.js', 'row'),
  overSqlite('hono-text', 'Hono + better-sqlite3, ready text in the row', 'hono.js', 'text'),
  jsonServer('json-server', 'json-server', []),
  jsonServer('json-server-quiet', 'json-server --quiet', ['--quiet']),
  nginxFiles,
]
