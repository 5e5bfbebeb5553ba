import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { freePort } from '../free-port.ts'

const proxy = resolve(import.meta.dirname, '../../deploy/nginx/proxy.conf')

/** Starts an nginx of our own in a folder, before these addresses (host:port). Gives its address once it answers. */
export async function startNginx(folder: string, upstreams: readonly string[]): Promise<[ChildProcess, string]> {
  const port = await freePort()
  const servers = upstreams.map((upstream) => `server ${upstream} max_fails=1 fail_timeout=1s;`).join('\n    ')
  mkdirSync(join(folder, 'temp'), { recursive: true })
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  const configuration = join(folder, 'nginx.conf')
  writeFileSync(
    configuration,
    `daemon off;
# Where it is started by root, its worker would be a user who cannot enter this folder.
user root;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log warn;
worker_processes 1;
events {}
http {
  access_log off;
  ${temp.map((kind) => `${kind}_temp_path ${folder}/temp/${kind};`).join('\n  ')}
  upstream qingdan {
    ${servers}
    keepalive 32;
    keepalive_timeout 60s;
  }
  server {
    listen 127.0.0.1:${port};
    location / { include ${proxy}; }
  }
}
`,
  )
  const nginx = spawn('nginx', ['-e', `${folder}/error.log`, '-c', configuration], { stdio: 'ignore' })
  const address = `http://127.0.0.1:${port}`
  const answers = () =>
    fetch(`${address}/livez`).then(
      ({ ok }) => ok,
      () => false,
    )
  while (nginx.exitCode === null && !(await answers())) await new Promise((again) => setTimeout(again, 20))
  if (nginx.exitCode !== null) throw new Error(`nginx did not start; see ${folder}/error.log`)
  return [nginx, address]
}
