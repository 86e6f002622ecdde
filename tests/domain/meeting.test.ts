import { describe, expect, it } from 'vitest'
import {
  costPerHeld,
  meetingStates,
  ratingFits,
  ratings,
  recordedAs,
  stateOn,
} from '../../src/domain/meeting.ts'
import { addMonths } from '../../src/domain/partial-date.ts'
import { clockChangeAt } from '../../src/domain/time-zone.ts'

describe('what is recorded of a meeting', () => {
  const planned = { state: 'planned', rating: null } as const

  it('follows from a rating alone', () => {
    expect(recordedAs(planned, { rating: 'did_not_take_place' })).toEqual({
      state: 'no_show',
      rating: 'did_not_take_place',
    })
    expect(recordedAs(planned, { rating: 'informative' })).toEqual({ state: 'held', rating: 'informative' })
    expect(recordedAs({ state: 'no_show', rating: null }, { rating: 'informative' })).toBeNull()
  })

  it('loses a rating that a new state contradicts, and refuses one given with it', () => {
    const held = { state: 'held', rating: 'informative' } as const
    expect(recordedAs(held, { state: 'cancelled' })).toEqual({ state: 'cancelled', rating: null })
    expect(recordedAs(held, { state: 'cancelled', rating: 'informative' })).toBeNull()
    expect(recordedAs(held, { rating: null })).toEqual({ state: 'held', rating: null })
  })

  it('is never a contradiction, and the same when it is said twice', () => {
    for (const state of meetingStates)
      for (const rating of [null, ...ratings]) {
        if (!ratingFits(state, rating)) continue
        for (const given of [
          {},
          ...meetingStates.map((to) => ({ state: to })),
          ...ratings.map((to) => ({ rating: to })),
        ]) {
          const once = recordedAs({ state, rating }, given)
          if (!once) continue
          expect(ratingFits(once.state, once.rating)).toBe(true)
          expect(recordedAs(once, given)).toEqual(once)
        }
      }
  })
})

describe('months later', () => {
  it.each([
    ['2008-10-17', 3, '2009-01-17'],
    ['2008-11-30', 3, '2009-02-28'],
    ['2007-11-30', 3, '2008-02-29'],
    ['2008-12-31', 12, '2009-12-31'],
    ['2008-08-31', 6, '2009-02-28'],
    ['9999-12-01', 6, '9999-12-31'],
  ])('%s and %i', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to)
  })
})

describe('a change of the clocks', () => {
  it.each([
    ['2008-03-30', '02:30', 'Europe/Paris', 'skipped'],
    ['2008-03-30', '01:59', 'Europe/Paris', null],
    ['2008-03-30', '03:00', 'Europe/Paris', null],
    ['2008-10-26', '02:30', 'Europe/Paris', 'repeated'],
    ['2008-10-26', '03:00', 'Europe/Paris', null],
    ['2008-11-02', '01:30', 'America/New_York', 'repeated'],
    ['2008-03-09', '02:00', 'America/New_York', 'skipped'],
    ['2008-10-05', '02:15', 'Australia/Lord_Howe', 'skipped'],
    ['2008-10-15', '02:30', 'Asia/Tokyo', null],
  ])('%s %s in %s', (day, time, zone, change) => {
    expect(clockChangeAt(day, time, zone)).toBe(change)
  })
})

describe('what a meeting held cost', () => {
  it('is the cost shared by all that were held, to the cent; of none it can’t be said', () => {
    expect(costPerHeld(160_050, 2)).toBe(80_025)
    expect(costPerHeld(100, 3)).toBe(33)
    expect(costPerHeld(100, 0)).toBeNull()
  })
})

it('counts what became of a meeting from its day on, and what is off at once', () => {
  expect(stateOn('held', '2008-10-15', '2008-10-14')).toBe('planned')
  expect(stateOn('no_show', '2008-10-15', '2008-10-14')).toBe('planned')
  expect(stateOn('held', '2008-10-15', '2008-10-15')).toBe('held')
  expect(stateOn('held', null, '2000-01-01')).toBe('held')
  expect(stateOn('cancelled', '2008-10-15', '2008-10-14')).toBe('cancelled')
})
