/** A question as it goes over the wire. */
export interface Request {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** The bytes of a request, as an HTTP/1.1 client that keeps its connections sends them. */
function wireBytes({ method, path, headers = {}, body }: Request): string {
  const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }
  const lines = Object.entries({ Host: '127.0.0.1', ...headers, ...length }).map(([name, value]) => `${name}: ${value}`)
  return `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body ?? ''}`
}

/** The file that requests.lua reads. */
export function requestFile(requests: readonly Request[]): string {
  return requests
    .map(wireBytes)
    .map((bytes) => `${Buffer.byteLength(bytes)}\n${bytes}\n`)
    .join('')
}
