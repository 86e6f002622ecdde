import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf, isTimeZone, localIn } from '../../src/domain/time-zone.ts'
import { civilDates } from './support/dates.ts'

const iso = (date: string, time: string, zone: string) => new Date(instantOf(date, time, zone)).toISOString()

describe('time zones', () => {
  it('knows IANA names only', () => {
    for (const zone of ['Asia/Tokyo', 'Europe/Paris', 'America/Los_Angeles', 'UTC'])
      expect(isTimeZone(zone)).toBe(true)
    for (const zone of ['', 'Osaka', 'Asia/Osaka', 'GMT+9 hours']) expect(isTimeZone(zone)).toBe(false)
  })

  it('reads the signature in Osaka: 10:45 there was 02:45 in Paris', () => {
    const instant = instantOf('2008-02-04', '10:45', 'Asia/Tokyo')
    expect(new Date(instant).toISOString()).toBe('2008-02-04T01:45:00.000Z')
    expect(localIn(instant, 'Europe/Paris')).toEqual({ date: '2008-02-04', time: '02:45' })
    expect(localIn(instant, 'America/Los_Angeles')).toEqual({ date: '2008-02-03', time: '17:45' })
  })

  it('follows summer time', () => {
    expect(iso('2008-06-15', '12:00', 'Europe/Paris')).toBe('2008-06-15T10:00:00.000Z')
    expect(iso('2008-12-15', '12:00', 'Europe/Paris')).toBe('2008-12-15T11:00:00.000Z')
  })

  it('reads a skipped time with the offset before the change, and a doubled one as its first occurrence', () => {
    expect(iso('2008-03-30', '02:30', 'Europe/Paris')).toBe('2008-03-30T01:30:00.000Z')
    expect(iso('2008-10-26', '02:30', 'Europe/Paris')).toBe('2008-10-26T00:30:00.000Z')
    expect(iso('2008-03-09', '02:30', 'America/New_York')).toBe('2008-03-09T07:30:00.000Z')
    expect(iso('2008-11-02', '01:30', 'America/New_York')).toBe('2008-11-02T05:30:00.000Z')
  })

  it('knows a day that a zone left out, and offsets that are no whole hours', () => {
    // Samoa went from 29 to 31 December 2011.
    expect(iso('2011-12-31', '00:30', 'Pacific/Apia')).toBe('2011-12-30T10:30:00.000Z')
    expect(iso('2008-02-04', '10:45', 'Asia/Kolkata')).toBe('2008-02-04T05:15:00.000Z')
    expect(iso('2008-02-04', '10:45', 'Asia/Kathmandu')).toBe('2008-02-04T05:00:00.000Z')
  })

  const zones = fc.constantFrom(
    'Asia/Tokyo',
    'Europe/Paris',
    'Europe/London',
    'America/New_York',
    'America/Sao_Paulo',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'Pacific/Kiritimati',
    'UTC',
  )

  it('gives back the local time of an instant, wherever the clocks did not jump', () => {
    fc.assert(
      fc.property(civilDates(1971, 2037), fc.integer({ min: 0, max: 1439 }), zones, (date, minute, zone) => {
        const at = Date.parse(`${date}T00:00:00Z`) + minute * 60_000
        const local = localIn(at, zone)
        const again = instantOf(local.date, local.time, zone)
        // Only a doubled time is read as another instant, and then as one that looks the same.
        expect(localIn(again, zone)).toEqual(local)
        expect(at - again).toBeGreaterThanOrEqual(0)
        expect(at - again).toBeLessThanOrEqual(3_600_000)
      }),
    )
  })
})
