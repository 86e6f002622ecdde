import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { barOf, placeOf, ticksOf, yearOf, yearsAround } from '../../src/components/time-axis.ts'
import { momentIn } from '../../src/features/markets/clock.ts'

const year = yearOf('2008-09-15')

describe('the axis of a year', () => {
  it('runs from its first day to its last', () => {
    expect(year).toEqual({ from: '2008-01-01', to: '2008-12-31' })
  })

  it('has a tick for each month', () => {
    const ticks = ticksOf(year)
    expect(ticks.map(({ date }) => date)).toHaveLength(12)
    expect(ticks[0]).toEqual({ date: '2008-01', at: 0 })
    expect(ticks[6]?.at).toBeCloseTo(182 / 366)
  })

  it('places a day in its own middle', () => {
    expect(placeOf('2008-01-01', year)).toBeCloseTo(0.5 / 366)
    expect(placeOf('2009-01-01', year)).toBeGreaterThan(1)
    expect(placeOf('2007-12-31', year)).toBeLessThan(0)
  })
})

describe('a bar', () => {
  it('covers the days that a partial date means', () => {
    expect(barOf('2008-06', '2008-06', year)).toMatchObject({ start: 152 / 366, end: 182 / 366 })
  })

  it('is open where an end is unknown or beyond the axis', () => {
    expect(barOf('2007', '2010', year)).toEqual({ start: 0, end: 1, openStart: true, openEnd: true })
    expect(barOf('2008', null, year)).toEqual({ start: 0, end: 1, openStart: false, openEnd: true })
  })

  it('is not there where the period does not touch the axis', () => {
    expect(barOf('2009', null, year)).toBeNull()
    expect(barOf(null, '2007-12', year)).toBeNull()
  })

  it('never leaves the axis, whatever the period', () => {
    const years = fc.integer({ min: 1990, max: 2030 }).map(String)
    fc.assert(
      fc.property(fc.option(years), fc.option(years), (from, to) => {
        fc.pre(!from || !to || from <= to)
        const bar = barOf(from, to, year)
        if (bar) expect([bar.start >= 0, bar.end <= 1, bar.start < bar.end]).toEqual([true, true, true])
      }),
    )
  })
})

describe('the years around dates', () => {
  it('hold all of them and the day', () => {
    expect(yearsAround(['2007-12-04', null, '2011'], '2008-09-15')).toEqual({
      from: '2007-01-01',
      to: '2011-12-31',
    })
  })

  it('are at least as many as asked for', () => {
    expect(yearsAround([null], '2008-09-15', 3)).toEqual({ from: '2008-01-01', to: '2010-12-31' })
    expect(ticksOf(yearsAround([], '2008-09-15', 3)).map(({ date }) => date)).toEqual([
      '2008',
      '2009',
      '2010',
    ])
  })

  it('get fewer ticks than years where there are many', () => {
    expect(ticksOf(yearsAround(['1950', '2010'], '2008-09-15')).length).toBeLessThanOrEqual(13)
  })
})

describe('the local time of a market', () => {
  const noon = Date.parse('2008-02-04T11:00:00Z')
  it('tells how far it is from here', () => {
    expect(momentIn('Asia/Tokyo', noon, 'Europe/Paris')).toEqual({
      time: '20:00',
      hoursAhead: 8,
      dayShift: 0,
    })
    expect(momentIn('America/Los_Angeles', noon, 'Europe/Paris')).toMatchObject({
      time: '03:00',
      hoursAhead: -9,
    })
    expect(momentIn('Asia/Kolkata', noon, 'Europe/Paris').hoursAhead).toBe(4.5)
  })

  it('says where it is another day already, or still', () => {
    expect(momentIn('Asia/Tokyo', noon + 5 * 3_600_000, 'Europe/Paris').dayShift).toBe(1)
    expect(momentIn('America/Los_Angeles', noon - 10 * 3_600_000, 'Europe/Paris').dayShift).toBe(-1)
  })
})
