import { get } from 'node:http'

// Asks the service of this container whether it is ready, for HEALTHCHECK: the image has no curl. 0 means yes.
// An empty variable is one that was not set, as for the service itself.
const given = (name: string, byDefault: string) => process.env[name]?.trim() || byDefault
const everyAddress = ['0.0.0.0', '::']
const own = given('HOST', '127.0.0.1')
const host = everyAddress.includes(own) ? '127.0.0.1' : own
const port = given('PORT', '3000')

process.exitCode = 1
get({ host, port, path: '/readyz', timeout: 2000, agent: false }, (response) => {
  process.exitCode = response.statusCode === 200 ? 0 : 1
  response.resume()
})
  .on('timeout', () => process.exit(1))
  .on('error', () => {})
