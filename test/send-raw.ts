import { connect } from 'node:net'
import { text } from 'node:stream/consumers'

/** Sends bytes, a character each, over a connection of their own; gives what comes back until the service closes it. */
export function sendRaw(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.write(bytes, 'latin1')
  return text(socket)
}
