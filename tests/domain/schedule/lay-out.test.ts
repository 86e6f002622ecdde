import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differences } from '../../../src/domain/schedule/differences.ts'
import { breaksOf, movedFrom, timetableFigures } from '../../../src/domain/schedule/figures.ts'
import {
  heldByPlanning,
  isGone,
  layOut,
  type RecordedMeeting,
  type RecordedSchedule,
} from '../../../src/domain/schedule/lay-out.ts'
import type { Placement, ScheduleProblem } from '../../../src/domain/schedule/types.ts'
import { breaksOf as countedByWalking } from './support/verify.ts'

const meeting = (id: string, more: Partial<RecordedMeeting> = {}): RecordedMeeting => ({
  id,
  aId: 'nicox',
  bId: 'kobe',
  value: 3,
  mayMeet: true,
  bound: 'any',
  slotId: null,
  tableId: null,
  locked: false,
  after: [],
  state: 'planned',
  ...more,
})
const schedule = (
  meetings: RecordedMeeting[],
  states: Partial<Record<'nicox' | 'kobe', 'no_show'>> = {},
): RecordedSchedule => ({
  // Given out of order: positions follow the clock.
  slots: [
    { id: 's2', day: '2008-10-16', starts: '09:00', session: 'morning' },
    { id: 's1', day: '2008-10-15', starts: '14:00', session: 'afternoon' },
    { id: 's0', day: '2008-10-15', starts: '09:00', session: 'morning' },
  ],
  tables: [{ id: 't', closed: ['s1', 'gone'] }],
  participants: (['nicox', 'kobe'] as const).map((id) => ({
    id,
    state: states[id] ?? 'confirmed',
    unavailable: id === 'kobe' ? ['s2'] : [],
  })),
  meetings,
})

describe('laying a schedule out', () => {
  it('counts slots in the order of time, and days from the first', () => {
    const { problem, timetable, slotAt } = layOut(schedule([meeting('m', { slotId: 's2', tableId: 't' })]))
    expect([...slotAt]).toEqual([
      ['s0', 0],
      ['s1', 1],
      ['s2', 2],
    ])
    expect(problem.slots.map(({ day }) => day)).toEqual([0, 0, 1])
    expect(problem.tables).toEqual([{ id: 't', closed: [1] }])
    expect(problem.participants[1]?.unavailable).toEqual([2])
    expect(timetable).toEqual([{ meeting: 'm', slot: 2, table: 't' }])
  })

  it('leaves cancelled meetings out, and the order with them', () => {
    const { problem, timetable } = layOut(
      schedule([
        meeting('m', { after: ['x'] }),
        meeting('x', { state: 'cancelled', slotId: 's0', tableId: 't' }),
      ]),
    )
    expect(problem.meetings.map(({ id, after }) => [id, after])).toEqual([['m', []]])
    expect(timetable).toEqual([])
  })

  it('pins what is locked or recorded where it stands; planning also who did not come', () => {
    const at = { slotId: 's0', tableId: 't' }
    const pinned = (held: RecordedSchedule, pins?: (one: RecordedMeeting) => boolean) =>
      layOut(held, pins).problem.meetings.map(({ locked }) => locked !== undefined)
    const meetings = [
      meeting('free', at),
      meeting('locked', { ...at, locked: true }),
      meeting('held', { ...at, state: 'held' }),
      meeting('off', { state: 'no_show' }),
    ]
    const here = schedule(meetings)
    expect(pinned(here)).toEqual([false, true, true, false])
    expect(pinned(here, heldByPlanning(here))).toEqual([false, true, true, false])
    const missed = schedule(meetings, { kobe: 'no_show' })
    expect(pinned(missed)).toEqual([false, true, true, false])
    expect(pinned(missed, heldByPlanning(missed))).toEqual([true, true, true, false])
  })

  it('says which meetings without a place can have none', () => {
    const gone = (one: RecordedMeeting, held = schedule([])) => isGone(held)(one)
    expect(gone(meeting('m'))).toBe(false)
    expect(gone(meeting('m', { mayMeet: false }))).toBe(true)
    expect(gone(meeting('m', { mayMeet: false, slotId: 's0', tableId: 't' }))).toBe(false)
    expect(gone(meeting('m'), schedule([], { nicox: 'no_show' }))).toBe(true)
    expect(gone(meeting('m', { bId: 'stranger' }))).toBe(true)
  })
})

const problem: ScheduleProblem = {
  slots: [0, 0, 0, 1, 1, 1].map((day) => ({ day, session: 'morning' })),
  tables: [{ id: 't' }, { id: 'u' }],
  participants: ['a', 'b', 'c', 'd'].map((id) => ({ id })),
  meetings: [
    { id: 'ab', a: 'a', b: 'b', value: 6 },
    { id: 'ac', a: 'a', b: 'c', value: 3 },
    { id: 'ad', a: 'a', b: 'd', value: 1 },
  ],
}
const timetables = fc
  .array(
    fc.option(fc.record({ slot: fc.nat(5), table: fc.constantFrom('t', 'u') }), { freq: 3, nil: null }),
    { minLength: 3, maxLength: 3 },
  )
  .map((places) =>
    places.flatMap((place, index): Placement[] =>
      place ? [{ meeting: problem.meetings[index]?.id ?? '', ...place }] : [],
    ),
  )

describe('the figures of a timetable', () => {
  it('are of what stands', () => {
    const before = [{ meeting: 'ab', slot: 1, table: 't' }]
    const now = [
      { meeting: 'ab', slot: 0, table: 't' },
      { meeting: 'ac', slot: 2, table: 't' },
    ]
    expect(timetableFigures(problem, now, before)).toEqual({
      placed: 2,
      wanted: 3,
      value: 9,
      breaks: 1,
      moved: 1,
    })
  })

  it('count gaps as one who walks through the day does', () => {
    fc.assert(
      fc.property(timetables, (timetable) => {
        const mine = timetable.map(({ slot }) => slot)
        expect(breaksOf(problem.slots, mine)).toBe(countedByWalking(problem, timetable, 'a'))
        const { breaks } = timetableFigures(problem, timetable, [])
        const walked = problem.participants.map(({ id }) => countedByWalking(problem, timetable, id))
        expect(breaks).toBe(walked.reduce((sum, one) => sum + one, 0))
      }),
    )
  })

  it('count every meeting that differs once, and as moved those that had a place', () => {
    fc.assert(
      fc.property(timetables, timetables, (before, after) => {
        const found = differences(before, after)
        const kinds = (kind: string) => found.filter((one) => one.kind === kind).length
        expect(new Set(found.map((one) => one.meeting)).size).toBe(found.length)
        expect(before.length + kinds('placed') - kinds('removed')).toBe(after.length)
        expect(movedFrom(before, after)).toBe(kinds('moved') + kinds('table') + kinds('removed'))
        expect(differences(after, after)).toEqual([])
      }),
    )
  })
})
