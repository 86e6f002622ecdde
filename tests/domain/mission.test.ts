import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checklistTemplates,
  type MissionFacts,
  missionCan,
  missionKinds,
  missionStageOn,
  missionStatus,
  missionStatuses,
  stepDue,
  stepPhases,
} from '../../src/domain/mission.ts'
import { addDays } from '../../src/domain/partial-date.ts'
import { civilDates } from './support/dates.ts'
import { missionFacts } from './support/missions.ts'

/** Bio-Japan 2008, of which the release of 4 February tells. */
const bioJapan: MissionFacts = {
  stages: [{ stage: 'planned', since: '2008-02-04' }],
  starts: '2008-10-15',
  ends: '2008-10-17',
  closedOn: null,
  cancelledOn: null,
}

describe('the status of a mission', () => {
  it.each([
    ['2008-02-03', 'idea'],
    ['2008-02-04', 'planned'],
    ['2008-10-14', 'planned'],
    ['2008-10-15', 'running'],
    ['2008-10-17', 'running'],
    ['2008-10-18', 'follow_up'],
  ])('of Bio-Japan on %s is %s', (day, status) => {
    expect(missionStatus(bioJapan, day)).toBe(status)
  })

  it('stays at its stage while only a month or a year is known, until that has passed', () => {
    const seminars = { ...bioJapan, starts: '2008', ends: '2010' }
    expect(missionStatus(seminars, '2009-06-01')).toBe('planned')
    expect(missionStatus(seminars, '2010-12-31')).toBe('planned')
    expect(missionStatus(seminars, '2011-01-01')).toBe('follow_up')
    const october = { ...bioJapan, starts: '2008-10', ends: null }
    expect(missionStatus(october, '2008-10-31')).toBe('planned')
    expect(missionStatus(october, '2008-11-01')).toBe('follow_up')
  })

  it('of one day is running that day; without dates it is its stage for good', () => {
    const signing = { ...bioJapan, starts: '2008-02-04', ends: null }
    expect(missionStatus(signing, '2008-02-04')).toBe('running')
    expect(missionStatus(signing, '2008-02-05')).toBe('follow_up')
    expect(missionStatus({ ...bioJapan, starts: null, ends: null }, '2099-01-01')).toBe('planned')
  })

  it('is closed or cancelled from the day on, cancelled above all', () => {
    const closed = { ...bioJapan, closedOn: '2009-10-17' }
    expect(missionStatus(closed, '2009-10-16')).toBe('follow_up')
    expect(missionStatus(closed, '2009-10-17')).toBe('closed')
    const cancelled = { ...closed, cancelledOn: '2008-09-01' }
    expect(missionStatus(cancelled, '2008-08-31')).toBe('planned')
    expect(missionStatus(cancelled, '2009-10-17')).toBe('cancelled')
  })

  it('takes the last stage begun, the furthest of one day', () => {
    const stages = [
      { stage: 'preparing', since: '2008-05-01' },
      { stage: 'planned', since: '2008-05-01' },
      { stage: 'idea', since: '2008-06-01' },
    ] as const
    expect(missionStageOn(stages, '2008-04-30')).toBe('idea')
    expect(missionStageOn(stages, '2008-05-01')).toBe('preparing')
    expect(missionStageOn(stages, '2008-06-01')).toBe('idea')
  })

  it('is always one of the list, in whatever order the stages are noted', () => {
    fc.assert(
      fc.property(missionFacts(), civilDates(2007, 2011), (any, day) => {
        const status = missionStatus(any, day)
        expect(missionStatuses).toContain(status)
        expect(missionStatus({ ...any, stages: [...any.stages].reverse() }, day)).toBe(status)
      }),
    )
  })
})

describe('what may be done to a mission', () => {
  const open = { closedOn: null, cancelledOn: null, deletedAt: null }
  const closed = { ...open, closedOn: '2009-10-17' }
  const cancelled = { ...open, cancelledOn: '2008-09-01', cancelledReason: 'No budget' }
  const binned = { ...open, deletedAt: '2008-09-01T00:00:00Z' }

  it('is everything but to reopen it while it has not ended', () => {
    for (const verb of ['change', 'move', 'cancel', 'close'] as const)
      expect(missionCan[verb](open)).toBeNull()
    expect(missionCan.reopen(open)).toEqual({ code: 'mission_not_ended' })
  })

  it('is to record and to reopen once it is closed', () => {
    expect(missionCan.change(closed)).toBeNull()
    expect(missionCan.reopen(closed)).toBeNull()
    for (const verb of ['move', 'cancel', 'close'] as const)
      expect(missionCan[verb](closed)).toEqual({ code: 'mission_closed', params: { on: '2009-10-17' } })
  })

  it('is to reopen it alone once it is cancelled, and nothing in the bin', () => {
    expect(missionCan.reopen(cancelled)).toBeNull()
    for (const verb of ['change', 'move', 'cancel', 'close'] as const) {
      expect(missionCan[verb](cancelled)).toEqual({
        code: 'mission_cancelled',
        params: { on: '2008-09-01', reason: 'No budget' },
      })
      expect(missionCan[verb](binned)).toEqual({ code: 'record_in_bin' })
    }
    expect(missionCan.reopen(binned)).toEqual({ code: 'record_in_bin' })
  })
})

describe('the checklist', () => {
  it.each(missionKinds)('of a %s names each step once, in known phases', (kind) => {
    const steps = checklistTemplates[kind]
    expect(steps.length).toBeGreaterThan(0)
    expect(new Set(steps.map(({ key }) => key)).size).toBe(steps.length)
    for (const { phase, anchor, days } of steps) {
      expect(stepPhases).toContain(phase)
      // What comes after counts from the end, all else back from the beginning.
      expect(phase === 'follow_up' ? anchor === 'end' && days > 0 : anchor === 'start' && days < 0).toBe(true)
    }
  })

  it('counts back from the first day and on from the last', () => {
    const due = (anchor: 'start' | 'end', days: number, mission = bioJapan) =>
      stepDue({ due: null, anchor, days }, mission)
    expect(due('start', -90)).toBe('2008-07-17')
    expect(due('end', 91)).toBe('2009-01-16')
    expect(due('start', -90, { ...bioJapan, starts: '2008-10' })).toBe('2008-07-03')
    expect(due('end', 7, { ...bioJapan, ends: null })).toBe('2008-10-22')
    expect(due('start', -90, { ...bioJapan, starts: null })).toBeNull()
    expect(due('end', 7, { ...bioJapan, starts: null, ends: '2008' })).toBe('2009-01-07')
  })

  it('has a day of its own before any counted, and none where nothing is given', () => {
    expect(stepDue({ due: '2008-09-01', anchor: 'start', days: -90 }, bioJapan)).toBe('2008-09-01')
    expect(stepDue({ due: null, anchor: null, days: null }, bioJapan)).toBeNull()
  })

  it('moves with the mission', () => {
    fc.assert(
      fc.property(civilDates(), fc.integer({ min: -1500, max: 1500 }), (day, days) => {
        const mission = { starts: day, ends: null }
        expect(stepDue({ due: null, anchor: 'start', days }, mission)).toBe(addDays(day, days))
        expect(stepDue({ due: null, anchor: 'end', days }, mission)).toBe(addDays(day, days))
      }),
    )
  })
})
