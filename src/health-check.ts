import { get } from 'node:http'

// Asks the service of this container whether it is ready, for HEALTHCHECK: the image has no curl. 0 means yes.
const { HOST = '127.0.0.1', PORT = '3000' } = process.env
const everyAddress = ['0.0.0.0', '::', '']
const host = everyAddress.includes(HOST) ? '127.0.0.1' : HOST

process.exitCode = 1
get({ host, port: PORT, path: '/readyz', timeout: 2000, agent: false }, (response) => {
  process.exitCode = response.statusCode === 200 ? 0 : 1
  response.resume()
})
  .on('timeout', () => process.exit(1))
  .on('error', () => {})
