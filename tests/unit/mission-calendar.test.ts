import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/domain/partial-date.ts'
import { inMonth, monthsOf, shifted, weekdayOf, weeksOf } from '../../src/features/missions/calendar/month.ts'
import { daysOf, piecesOf, touches } from '../../src/features/missions/calendar/spans.ts'

describe('months', () => {
  it('begin their weeks on Monday and hold every day once', () => {
    const weeks = weeksOf('2008-10')
    expect(weeks[0]?.[0]).toBe('2008-09-29')
    expect(weeks.at(-1)?.[6]).toBe('2008-11-02')
    for (const month of monthsOf('2008')) {
      const days = weeksOf(month).flat()
      expect(days.length % 7).toBe(0)
      expect(weekdayOf(days[0] as string)).toBe(0)
      expect(days.every((day, index) => index === 0 || day === addDays(days[index - 1] as string, 1))).toBe(
        true,
      )
    }
  })

  it('follow each other over the end of a year, and keep the day where they can', () => {
    expect(shifted('2008-12', 1)).toBe('2009-01')
    expect(shifted('2008-01', -1)).toBe('2007-12')
    expect(shifted('2008', -1)).toBe('2007')
    expect(inMonth('2008-02', '2008-01-31')).toBe('2008-02-29')
  })
})

describe('the days of a mission', () => {
  it('are known only where no end is a month or a year', () => {
    expect(daysOf({ starts: '2008-10-15', ends: '2008-10-17' })).toEqual({
      from: '2008-10-15',
      to: '2008-10-17',
    })
    expect(daysOf({ starts: '2008-10-15', ends: null })).toEqual({ from: '2008-10-15', to: '2008-10-15' })
    expect(daysOf({ starts: '2008-10-15', ends: '2008-11' })).toBeNull()
    expect(daysOf({ starts: null, ends: null })).toBeNull()
  })

  it('touch a month or year as far as they may fall into it', () => {
    expect(touches({ starts: '2008', ends: '2010' }, '2009-05')).toBe(true)
    expect(touches({ starts: '2008-11', ends: null }, '2008-10')).toBe(false)
    expect(touches({ starts: null, ends: null }, '2008')).toBe(false)
  })
})

describe('the pieces of a week', () => {
  const week = weeksOf('2008-10')[2] as string[]

  it('say what began before it and what goes on after it', () => {
    const row = { starts: '2008-10-09', ends: '2008-10-14' }
    expect(piecesOf([row], week)).toEqual([{ row, start: 0, length: 2, lane: 0, before: true, after: false }])
  })

  it('never cover each other, whatever there is', () => {
    const span = fc
      .tuple(fc.integer({ min: -5, max: 9 }), fc.integer({ min: 0, max: 8 }))
      .map(([from, length]) => ({
        starts: addDays(week[0] as string, from),
        ends: addDays(week[0] as string, from + length),
      }))
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), (rows) => {
        const taken = new Set<string>()
        for (const { start, length, lane } of piecesOf(rows, week))
          for (let day = start; day < start + length; day++) {
            const cell = `${lane} ${day}`
            expect(day).toBeLessThan(7)
            expect(taken.has(cell)).toBe(false)
            taken.add(cell)
          }
      }),
    )
  })
})
