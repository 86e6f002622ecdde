import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overlappingGroups, type Period, spanOf } from '../../src/domain/join-periods.ts'
import { firstDay, lastDay, periodHolds } from '../../src/domain/partial-date.ts'
import { type Consent, consentsOn, retention, withdrawnOn } from '../../src/domain/privacy.ts'

describe('how long data is kept', () => {
  it('three years after the last own action, unless another time is set', () => {
    expect(retention('2005-09-14', null, '2008-09-14').due).toBe(false)
    expect(retention('2005-09-14', null, '2008-09-15')).toEqual({
      lastAction: '2005-09-14',
      until: '2008-09-14',
      due: true,
    })
    expect(retention('2005-09-14', 120, '2008-09-15').due).toBe(false)
    // The last of a month that is too short.
    expect(retention('2008-02-29', 12, '2009-02-28')).toMatchObject({ until: '2009-02-28', due: false })
  })

  it('never less for who did something later', () => {
    const day = fc.integer({ min: 1990, max: 2030 }).map((year) => `${year}-06-30`)
    fc.assert(
      fc.property(day, day, fc.integer({ min: 1, max: 600 }), (a, b, months) => {
        const [earlier, later] = [a, b].sort() as [string, string]
        expect(
          retention(earlier, months, '2008-01-01').until <= retention(later, months, '2008-01-01').until,
        ).toBe(true)
      }),
    )
  })
})

describe('data that rests on consent', () => {
  const given = { purpose: 'contact', decision: 'given', on: '2007-01-01' } as const
  const taken = { purpose: 'contact', decision: 'withdrawn', on: '2008-03-01' } as const
  const other = { purpose: 'pictures', decision: 'withdrawn', on: '2008-05-01' } as const

  it('is kept while there is any, and not a day longer', () => {
    expect(withdrawnOn('consent', [])).toBeNull()
    expect(withdrawnOn('consent', [given, other])).toBeNull()
    expect(withdrawnOn('consent', [given, taken, other])).toBe('2008-05-01')
    expect(withdrawnOn('contract', [given, taken])).toBeNull()
    expect(retention('2008-05-01', null, '2008-05-01', '2008-05-01').due).toBe(false)
    expect(retention('2008-05-01', null, '2008-05-02', '2008-05-01')).toMatchObject({ due: true })
    // What is over already does not begin anew.
    expect(retention('2001-01-01', 12, '2008-01-01', '2008-05-01').until).toBe('2002-01-01')
  })
})

describe('what somebody has agreed to', () => {
  const said = (purpose: Consent['purpose'], decision: Consent['decision'], on: string) => ({
    purpose,
    decision,
    on,
  })
  const consents = [
    said('newsletter', 'given', '2007-01-01'),
    said('missions', 'given', '2007-01-01'),
    said('newsletter', 'withdrawn', '2008-01-01'),
    said('contact', 'given', '2008-06-01'),
    said('contact', 'withdrawn', '2008-06-01'),
  ]
  it('is the last word on each purpose by the day, of one day the later entry', () => {
    expect(consentsOn(consents, '2007-12-31')).toEqual([consents[1], consents[0]])
    expect(consentsOn(consents, '2008-09-15')).toEqual([consents[4], consents[1], consents[2]])
    expect(consentsOn(consents, '2006-01-01')).toEqual([])
  })
})

describe('periods that overlap', () => {
  const year = fc.option(
    fc.integer({ min: 2000, max: 2012 }).map((of) => String(of)),
    { nil: null },
  )
  const period: fc.Arbitrary<Period> = fc
    .tuple(year, year)
    .map(([a, b]) => (a && b && b < a ? { from: b, to: a } : { from: a, to: b }))

  it('make one from the first day to the last; those that only follow each other stay apart', () => {
    const [a, b, c] = [
      { from: '2005', to: '2006-03' },
      { from: '2006', to: '2007' },
      { from: '2008', to: null },
    ]
    expect(overlappingGroups([c, b, a])).toEqual([[a, b], [c]])
    expect(spanOf([a, b])).toEqual({ from: '2005', to: '2007' })
    expect(spanOf([a, { from: null, to: '2004' }])).toEqual({ from: null, to: '2006-03' })
  })

  it('cover the same days as before, each period once', () => {
    fc.assert(
      fc.property(
        fc.array(period, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1999, max: 2013 }),
        (periods, of) => {
          const groups = overlappingGroups(periods)
          expect(groups.flat()).toHaveLength(periods.length)
          const day = `${of}-07-01`
          const holds = ({ from, to }: Period) => periodHolds(from, to, day)
          expect(groups.map(spanOf).filter(holds)).toHaveLength(periods.some(holds) ? 1 : 0)
          for (const [n, group] of groups.entries()) {
            const next = groups[n + 1]
            if (!next) continue
            const [ends, begins] = [spanOf(group).to, spanOf(next).from]
            expect(ends && begins && lastDay(ends) < firstDay(begins)).toBe(true)
          }
        },
      ),
    )
  })
})
