import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayConnect } from '../../src/server/node/webhooks/addresses.ts'
import { nextAttempt } from '../../src/server/node/webhooks/schedule.ts'

describe('an address that may be connected to', () => {
  it('is one of the internet, by itself', () => {
    for (const address of [
      '93.184.216.34',
      '8.8.8.8',
      '172.32.0.1',
      '100.128.0.1',
      '2606:2800:21f::1',
      '::ffff:8.8.8.8',
    ])
      expect(mayConnect(address, 'public'), address).toBe(true)
  })

  it('is one of our own network only where that was said, and this machine alone beside it', () => {
    for (const address of [
      '10.0.0.1',
      '172.31.255.255',
      '192.168.0.10',
      '100.64.0.1',
      '127.0.0.1',
      '::1',
      'fd12::1',
    ])
      expect([mayConnect(address, 'public'), mayConnect(address, 'private')], address).toEqual([false, true])
    expect(['127.0.0.1', '::1', '::ffff:127.0.0.1'].every((address) => mayConnect(address, 'beside'))).toBe(
      true,
    )
    expect(['10.0.0.1', '8.8.8.8', 'fd12::1'].some((address) => mayConnect(address, 'beside'))).toBe(false)
  })

  it('is never where clouds keep their secrets, nor what is no single machine, however it is written', () => {
    for (const address of [
      '169.254.169.254',
      '::ffff:169.254.169.254',
      '::ffff:a9fe:a9fe',
      '100.100.100.200',
      'fd00:ec2::254',
      'fe80::1',
      'fe80::1%eth0',
      '0.0.0.0',
      '::',
      '224.0.0.1',
      '255.255.255.255',
      'ff02::1',
      '64:ff9b::a00:1',
      '2002:a00:1::',
      '2001:0:a00:1::',
      '::10.0.0.1',
      'example.org',
      '',
    ])
      for (const reach of ['public', 'private', 'beside'] as const)
        expect(mayConnect(address, reach), `${address} ${reach}`).toBe(false)
  })
})

describe('the pauses between attempts', () => {
  const now = new Date('2026-03-02T09:00:00Z')
  const pause = (failures: number, chance = 0, retryAfter: string | null = null) => {
    const next = nextAttempt(failures, now, chance, retryAfter)
    return next && (next.getTime() - now.getTime()) / 1000
  }
  it('grow from seconds to a day, ten attempts in a little over three days', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((failures) => pause(failures) ?? 0)
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b))
    expect(pauses.reduce((sum, one) => sum + one, 0) / 3600).toBeCloseTo(75.58, 1)
    expect(pause(10)).toBeNull()
  })

  it('are spread by a fifth, and heed who asks for more, up to a day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (failures, chance) => {
          const [least = 0, got = 0] = [pause(failures) ?? 0, pause(failures, chance) ?? 0]
          expect(got).toBeGreaterThanOrEqual(least)
          expect(got).toBeLessThanOrEqual(least * 1.2 + 0.001)
        },
      ),
    )
    expect(pause(1, 0, '120')).toBe(120)
    expect(pause(1, 0, 'Mon, 02 Mar 2026 09:10:00 GMT')).toBe(600)
    expect(pause(1, 0, '99999999')).toBe(86_400)
    expect(pause(1, 0, 'soon')).toBe(5)
  })
})
