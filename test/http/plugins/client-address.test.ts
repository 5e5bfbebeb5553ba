import t from 'tap'
import { bareAddress, clientKey, isOneOf } from '../../../src/http/plugins/client-address.ts'

t.test('an address is the same with or without port, brackets, zone, and in every way to write it', async (t) => {
  const same: Record<string, string[]> = {
    '1.2.3.4': [
      '1.2.3.4',
      '1.2.3.4:5678',
      ' 1.2.3.4 ',
      '::ffff:1.2.3.4',
      '::FFFF:102:304',
      '[::ffff:1.2.3.4]:80',
      '0:0:0:0:0:ffff:1.2.3.4',
    ],
    '2001:db8::1': ['2001:db8::1', '2001:DB8:0:0:0:0:0:1', '[2001:db8::1]', '[2001:db8::1]:443', '2001:db8::1%eth0'],
    'fe80::1': ['fe80::1%eth0', '[fe80::1%25eth0]:443'],
    unknown: ['unknown', 'Unknown'],
    '': ['', '[]'],
  }
  for (const [address, writings] of Object.entries(same))
    for (const writing of writings) t.equal(bareAddress(writing), address, writing)
  t.not(bareAddress('1.2.3.45'), bareAddress('1.2.3.4:5'), 'a port is no digit of the address')
  t.equal(bareAddress('2001:db8::1:443'), '2001:db8::1:443', 'without brackets it is a part of the address')
  t.equal(bareAddress('a:80'), 'a:80', 'what is no address is left as it is')
})

t.test('a client is counted by its IPv4 address or its IPv6 network', async (t) => {
  t.equal(clientKey('[2001:db8:1:2:3::4]:443'), clientKey('2001:db8:1:2:ffff::1'))
  t.not(clientKey('2001:db8:1:2::1'), clientKey('2001:db8:1:3::1'))
  t.equal(clientKey('::ffff:192.0.2.1'), clientKey('192.0.2.1:80'))
  t.not(clientKey('192.0.2.1'), clientKey('192.0.2.2'))
})

t.test('a proxy is known by its address or network, however it is written', async (t) => {
  const trusted = isOneOf(['10.0.0.0/8', '192.0.2.7', '2001:db8::/32', '::1'])
  for (const address of ['10.1.2.3', '10.1.2.3:443', '::ffff:10.1.2.3', '192.0.2.7', '[2001:db8:5::1]:80', '::1'])
    t.ok(trusted(address), address)
  for (const address of ['11.1.2.3', '192.0.2.8', '2001:db9::1', 'unknown', '']) t.notOk(trusted(address), address)
})
