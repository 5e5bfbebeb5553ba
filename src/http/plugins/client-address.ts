import { BlockList, isIP } from 'node:net'
import { Address6 } from 'ip-address'

/** An address as proxies write it: with the port of the client, in brackets, with a zone (RFC 7239, 6; RFC 4007, 11). */
const written = /^(?:\[([^\]]*)\](?::\d+)?|((?:\d{1,3}\.){3}\d{1,3}):\d+|(.*))$/s

/** The address alone, of what a proxy wrote. */
export function bareAddress(text: string): string {
  const [, bracketed, withPort, plain = ''] = written.exec(text.trim()) as RegExpExecArray
  const [address = ''] = (bracketed ?? withPort ?? plain).split('%')
  if (isIP(address) !== 6) return address.toLowerCase()
  const six = new Address6(address)
  return six.isMapped4() ? six.to4().correctForm() : six.correctForm()
}

/** How much of an IPv6 address tells clients apart, in bits: a single client commonly has a network of this size (RFC 6177). */
const clientNetwork = 64

/** What a client is counted by, however its address is written. Whoever has hung up already has none any more. */
export function clientKey(text = 'gone'): string {
  const address = bareAddress(text)
  if (isIP(address) !== 6) return address
  return new Address6(`${address}/${clientNetwork}`).startAddress().correctForm()
}

/** Whether an address, as a proxy writes it, is one of these addresses or in one of these networks (CIDR). */
export function isOneOf(networks: readonly string[]): (address: string) => boolean {
  const list = new BlockList()
  const family = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')
  for (const network of networks) {
    const [address = '', prefix] = network.split('/')
    if (prefix === undefined) list.addAddress(address, family(address))
    else list.addSubnet(address, Number(prefix), family(address))
  }
  return (text) => {
    const address = bareAddress(text)
    return isIP(address) !== 0 && list.check(address, family(address))
  }
}
