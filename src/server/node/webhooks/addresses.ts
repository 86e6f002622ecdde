import { BlockList, isIP } from 'node:net'

const list = (ranges: readonly string[]) => {
  const blocked = new BlockList()
  for (const range of ranges) {
    const [address = '', bits] = range.split('/')
    blocked.addSubnet(address, Number(bits), isIP(address) === 6 ? 'ipv6' : 'ipv4')
  }
  return blocked
}

/** Of one's own machine or network (RFC 1918, 4193, 6598). */
const inside = list([
  '127.0.0.0/8',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '::1/128',
  'fc00::/7',
])
const loopback = list(['127.0.0.0/8', '::1/128'])
/** Where clouds tell a machine its own secrets, and what is no single machine of the internet (IANA's special-purpose registries). */
const never = list([
  '0.0.0.0/8',
  '169.254.0.0/16',
  '100.100.100.200/32',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  'fd00:ec2::/32',
])
/** The part of IPv6 that is given out, and in it what stands for something else: documentation, tunnels, IPv4. */
const given = list(['2000::/3'])
const givenForElse = list(['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'])

/** What may be reached: "public" is what anybody may, "private" one's own network as well, "beside" this machine alone. */
export type Reach = 'public' | 'private' | 'beside'

/** Whether an address may be connected to. What is not known to be harmless is not. */
export function mayConnect(address: string, reach: Reach): boolean {
  const plain = withoutMapping(address)
  const family = isIP(plain)
  if (family === 0) return false
  const type = family === 6 ? 'ipv6' : 'ipv4'
  const has = (blocked: BlockList) => blocked.check(plain, type)
  if (has(never)) return false
  if (reach === 'beside') return has(loopback)
  if (has(inside)) return reach === 'private'
  return family === 4 || (has(given) && !has(givenForElse))
}

/** An IPv4 address written as one of IPv6 is the same machine. */
function withoutMapping(address: string): string {
  if (isIP(address) !== 6) return address
  const { hostname } = new URL(`http://[${address.replace(/%.*$/, '')}]`)
  const [, high, low] = /^\[::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/.exec(hostname) ?? []
  if (high === undefined || low === undefined) return hostname.slice(1, -1)
  const bytes = [high, low].flatMap((part) => [
    Number.parseInt(part, 16) >> 8,
    Number.parseInt(part, 16) & 255,
  ])
  return bytes.join('.')
}
