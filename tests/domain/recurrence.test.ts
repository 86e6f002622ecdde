import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, isCivilDate, lastDay } from '../../src/domain/partial-date.ts'
import {
  nextOccurrence,
  ordinals,
  type Recurrence,
  usualRule,
  type Weekday,
  weekdayOf,
  weekdays,
} from '../../src/domain/recurrence.ts'
import { rests, usualRests } from '../../src/domain/task.ts'

const once = { interval: 1, until: null }
/** The first days of a series, after the one it begins with. */
function series(rule: Recurrence, from: string, count: number): (string | null)[] {
  const days: (string | null)[] = []
  let at: string | null = from
  for (let n = 0; n < count && at; n++) {
    at = nextOccurrence(rule, at)
    days.push(at)
  }
  return days
}

describe('what comes again', () => {
  it('has the 31st again after a shorter month', () => {
    expect(series({ every: 'month', ...once, on: { day: 31 } }, '2008-01-31', 4)).toEqual([
      '2008-02-29',
      '2008-03-31',
      '2008-04-30',
      '2008-05-31',
    ])
    expect(nextOccurrence({ every: 'month', ...once, on: { day: 30 } }, '2009-01-30')).toBe('2009-02-28')
    expect(nextOccurrence({ every: 'month', ...once, on: { day: 29 } }, '2009-01-29')).toBe('2009-02-28')
  })

  it('has 29 February in leap years and the 28th in others', () => {
    const rule: Recurrence = { every: 'year', ...once, month: 2, on: { day: 29 } }
    expect(series(rule, '2008-02-29', 4)).toEqual(['2009-02-28', '2010-02-28', '2011-02-28', '2012-02-29'])
    // 1900 was none, and 2100 won't be one.
    expect(nextOccurrence(rule, '2099-02-28')).toBe('2100-02-28')
  })

  it('comes on chosen weekdays of every second week, weeks beginning on Monday', () => {
    const rule: Recurrence = { every: 'week', interval: 2, until: null, weekdays: [4, 1] }
    // Monday 15 September 2008
    expect(series(rule, '2008-09-15', 4)).toEqual(['2008-09-18', '2008-09-29', '2008-10-02', '2008-10-13'])
  })

  it('comes on the last Friday or the second Tuesday of a month', () => {
    const last: Recurrence = { every: 'month', ...once, on: { nth: -1, weekday: 5 } }
    expect(series(last, '2008-09-26', 3)).toEqual(['2008-10-31', '2008-11-28', '2008-12-26'])
    const second: Recurrence = { every: 'month', interval: 3, until: null, on: { nth: 2, weekday: 2 } }
    expect(series(second, '2008-09-09', 2)).toEqual(['2008-12-09', '2009-03-10'])
  })

  it('ends on its last day', () => {
    const rule: Recurrence = { every: 'day', interval: 3, until: '2008-09-21' }
    expect(series(rule, '2008-09-15', 9)).toEqual(['2008-09-18', '2008-09-21', null])
  })

  it('skips what nobody did, and does not wait where it was done early', () => {
    const monthly: Recurrence = { every: 'month', ...once, on: { day: 31 } }
    expect(nextOccurrence(monthly, '2008-01-31', '2008-06-10')).toBe('2008-06-30')
    expect(nextOccurrence(monthly, '2008-01-31', '2008-01-05')).toBe('2008-02-29')
    expect(nextOccurrence({ every: 'day', ...once }, '0001-01-01', '9000-05-05')).toBe('9000-05-06')
  })

  it('has no day after the last of the calendar', () => {
    for (const every of ['day', 'week', 'month', 'year'] as const)
      expect(nextOccurrence(usualRule(every, '9999-12-31'), '9999-12-31'), every).toBeNull()
  })
})

const date = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))
const weekday = fc.constantFrom(...weekdays)
const place = fc.oneof(
  fc.record({ day: fc.integer({ min: 1, max: 31 }) }),
  fc.record({ nth: fc.constantFrom(...ordinals), weekday }),
)
const interval = fc.integer({ min: 1, max: 99 })
const until = fc.constant(null)
const rule: fc.Arbitrary<Recurrence> = fc.oneof(
  fc.record({ every: fc.constant('day' as const), interval, until }),
  fc.record({
    every: fc.constant('week' as const),
    interval,
    until,
    weekdays: fc.uniqueArray(weekday, { minLength: 1, maxLength: 7 }),
  }),
  fc.record({ every: fc.constant('month' as const), interval, until, on: place }),
  fc.record({
    every: fc.constant('year' as const),
    interval,
    until,
    month: fc.integer({ min: 1, max: 12 }),
    on: place,
  }),
)

describe('every series', () => {
  it('goes forward, by days of the calendar, past the day asked for', () => {
    fc.assert(
      fc.property(rule, date, fc.integer({ min: 0, max: 4000 }), (series, from, late) => {
        const after = addDays(from, late)
        const next = nextOccurrence(series, from, after) ?? ''
        expect(isCivilDate(next)).toBe(true)
        expect(next > from && next > after).toBe(true)
      }),
    )
  })

  it('comes to the same day in one go as step by step', () => {
    fc.assert(
      fc.property(rule, date, fc.integer({ min: 0, max: 800 }), (series, from, late) => {
        const after = addDays(from, late)
        let stepwise = nextOccurrence(series, from)
        while (stepwise && stepwise <= after) stepwise = nextOccurrence(series, stepwise)
        expect(nextOccurrence(series, from, after)).toBe(stepwise)
      }),
    )
  })

  it('keeps its place in the month, however often it had to give way', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 31 }), date, (day, from) => {
        let at: string | null = nextOccurrence({ every: 'month', ...once, on: { day } }, from)
        for (let n = 0; n < 30 && at; n++) {
          const end = Number(lastDay(at.slice(0, 7)).slice(8))
          expect(Number(at.slice(8))).toBe(Math.min(day, end))
          at = nextOccurrence({ every: 'month', ...once, on: { day } }, at)
        }
      }),
    )
  })

  it('comes on its weekday', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ordinals), weekday, date, (nth, wanted: Weekday, from) => {
        const next = nextOccurrence({ every: 'month', ...once, on: { nth, weekday: wanted } }, from) ?? ''
        expect(weekdayOf(next)).toBe(wanted)
        const inMonth = Math.ceil(Number(next.slice(8)) / 7)
        if (nth === -1) expect(addDays(next, 7).slice(0, 7)).not.toBe(next.slice(0, 7))
        else expect(inMonth).toBe(nth)
      }),
    )
  })

  it('ends: no day is after its last, and cutting it changes none before', () => {
    fc.assert(
      fc.property(rule, date, fc.integer({ min: 0, max: 900 }), (series, from, days) => {
        const whole = nextOccurrence(series, from)
        const cut = nextOccurrence({ ...series, until: addDays(from, days) }, from)
        expect(cut).toBe(whole !== null && whole <= addDays(from, days) ? whole : null)
      }),
    )
  })
})

describe('a rest', () => {
  it('lasts from the day it was said until the day before its end', () => {
    const snooze = { from: '2008-09-15', until: '2008-10-01' }
    expect(['2008-09-14', '2008-09-15', '2008-09-30', '2008-10-01'].map((day) => rests(snooze, day))).toEqual(
      [false, true, true, false],
    )
    expect(rests({ from: '2008-09-15', until: null }, '2008-09-16')).toBe(false)
    expect(rests(null, '2008-09-16')).toBe(false)
  })

  it('usually is until tomorrow, next Monday or the first of next month', () => {
    expect(usualRests.tomorrow('2008-02-28')).toBe('2008-02-29')
    expect([usualRests.week('2008-09-15'), usualRests.week('2008-09-21')]).toEqual([
      '2008-09-22',
      '2008-09-22',
    ])
    expect([usualRests.month('2008-01-31'), usualRests.month('2008-12-01')]).toEqual([
      '2008-02-01',
      '2009-01-01',
    ])
    fc.assert(
      fc.property(date, (day) => {
        expect(weekdayOf(usualRests.week(day))).toBe(1)
        expect(daysBetween(day, usualRests.week(day))).toBeGreaterThan(0)
        expect(usualRests.month(day) > day).toBe(true)
      }),
    )
  })
})
