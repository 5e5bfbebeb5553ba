import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import type { App } from '../src/app.ts'

/** Sends bytes, a character each, to a service that listens, over a connection of their own; gives what comes back until it is closed. */
export function sendRaw({ server }: Pick<App, 'server'>, bytes: string): Promise<string> {
  const { port } = server.address() as AddressInfo
  const socket = connect(port, '127.0.0.1')
  socket.write(bytes, 'latin1')
  return text(socket)
}
