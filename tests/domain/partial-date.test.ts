import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  daysBetween,
  firstDay,
  isCivilDate,
  isPartialDate,
  lastDay,
  periodHolds,
  precisionOf,
} from '../../src/domain/partial-date.ts'
import { civilDates, partialDates } from './support/dates.ts'

describe('what is a date', () => {
  it.each(['2008', '2008-02', '2008-02-29', '0001-01-01', '9999-12-31'])('takes %s', (text) => {
    expect(isPartialDate(text)).toBe(true)
  })

  it.each([
    '',
    '8',
    '208',
    '0000',
    '2008-00',
    '2008-13',
    '2008-2',
    '2008-02-30',
    '2007-02-29',
    '1900-02-29',
    '2008-02-04T10:45',
    ' 2008',
    '2008-02-04\n',
    '２００８',
  ])('refuses %j', (text) => {
    expect(isPartialDate(text)).toBe(false)
  })

  it('asks a civil date for its day', () => {
    expect(isCivilDate('2008-02-04')).toBe(true)
    expect(isCivilDate('2008-02')).toBe(false)
    expect(isCivilDate('2008')).toBe(false)
  })

  it('agrees with the calendar on leap years', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (year) => {
        const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
        expect(isCivilDate(`${String(year).padStart(4, '0')}-02-29`)).toBe(leap)
      }),
    )
  })
})

describe('the days a date can mean', () => {
  it.each([
    ['2008', '2008-01-01', '2008-12-31', 'year'],
    ['2008-02', '2008-02-01', '2008-02-29', 'month'],
    ['2007-02', '2007-02-01', '2007-02-28', 'month'],
    ['2008-12', '2008-12-01', '2008-12-31', 'month'],
    ['2008-02-04', '2008-02-04', '2008-02-04', 'day'],
  ])('%s is %s to %s', (date, first, last, precision) => {
    expect(firstDay(date)).toBe(first)
    expect(lastDay(date)).toBe(last)
    expect(precisionOf(date)).toBe(precision)
  })

  it('holds for every date: first and last are days of it, and no day beside them is', () => {
    fc.assert(
      fc.property(partialDates(), (date) => {
        const [first, last] = [firstDay(date), lastDay(date)]
        expect(isCivilDate(first) && isCivilDate(last)).toBe(true)
        expect(first <= last).toBe(true)
        expect(first.startsWith(date) && last.startsWith(date)).toBe(true)
        expect(addDays(first, -1).startsWith(date)).toBe(false)
        expect(addDays(last, 1).startsWith(date)).toBe(false)
      }),
    )
  })
})

describe('counting days', () => {
  it('crosses months, years and 29 February', () => {
    expect(addDays('2008-02-28', 1)).toBe('2008-02-29')
    expect(addDays('2007-02-28', 1)).toBe('2007-03-01')
    expect(addDays('2008-01-01', -1)).toBe('2007-12-31')
    // The notice window of an agreement that ends with 2010.
    expect(addDays('2010-07-04', 180)).toBe('2010-12-31')
    expect(daysBetween('2008-02-04', '2010-12-31')).toBe(1061)
  })

  it('stays within the years that a date can be written in', () => {
    expect(addDays('9999-12-31', 180)).toBe('9999-12-31')
    expect(addDays('0001-01-01', -1)).toBe('0001-01-01')
  })

  it('goes there and back', () => {
    fc.assert(
      fc.property(civilDates(), fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        const moved = addDays(date, days)
        expect(daysBetween(date, moved)).toBe(days)
        expect(addDays(moved, -days)).toBe(date)
        expect(Math.sign(days)).toBe(moved > date ? 1 : moved < date ? -1 : 0)
      }),
    )
  })
})

describe('a period', () => {
  it('is open where an end is unknown', () => {
    expect(periodHolds(null, null, '2008-09-15')).toBe(true)
    expect(periodHolds('2008', null, '2008-01-01')).toBe(true)
    expect(periodHolds('2008', null, '2007-12-31')).toBe(false)
    expect(periodHolds(undefined, '2008-06', '2008-06-30')).toBe(true)
    expect(periodHolds(undefined, '2008-06', '2008-07-01')).toBe(false)
  })

  it('holds exactly the days from its first to its last', () => {
    fc.assert(
      fc.property(partialDates(), partialDates(), civilDates(), (from, to, day) => {
        expect(periodHolds(from, to, day)).toBe(firstDay(from) <= day && day <= lastDay(to))
      }),
    )
  })
})
