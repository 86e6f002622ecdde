import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Meeting, Schedule } from '../../src/contract/meetings.ts'
import { modelOf } from '../../src/features/missions/meetings/model.ts'
import {
  lacksTables,
  slotComplaints,
  tableComplaints,
} from '../../src/features/missions/meetings/setup/setup-checks.ts'
import {
  draftOf,
  newSlotRow,
  newTableRow,
  type SlotRow,
  takeOver,
} from '../../src/features/missions/meetings/setup/setup-draft.ts'
import {
  generateSlots,
  isAllWeekend,
  minutesOf,
  type Pattern,
  timeOf,
  weekendsIn,
} from '../../src/features/missions/meetings/setup/slot-generator.ts'
import {
  isRecorded,
  unscheduledBy,
  withRecordedPlaces,
} from '../../src/features/missions/meetings/setup/unscheduled.ts'

const pattern: Pattern = {
  from: '2008-10-15',
  to: '2008-10-17',
  starts: '09:00',
  ends: '17:30',
  length: 30,
  pause: 0,
  lunchFrom: '12:30',
  lunchTo: '14:00',
  weekends: false,
}

describe('slots by a pattern', () => {
  it('are made day by day, lunch kept free', () => {
    const slots = generateSlots(pattern)
    expect(slots).toHaveLength(3 * 14)
    const first = slots.filter(({ day }) => day === '2008-10-15')
    expect(first.map(({ starts }) => starts).slice(5, 9)).toEqual(['11:30', '12:00', '14:00', '14:30'])
    expect(first.map(({ session }) => session).filter((session) => session === 'morning')).toHaveLength(7)
    expect(first.at(-1)).toMatchObject({ starts: '17:00', ends: '17:30' })
  })

  it('are none where the pattern makes no sense', () => {
    expect(generateSlots({ ...pattern, ends: '09:00' })).toEqual([])
    expect(generateSlots({ ...pattern, to: '2008-10-14' })).toEqual([])
    expect(generateSlots({ ...pattern, length: 0 })).toEqual([])
    expect(generateSlots({ ...pattern, lunchFrom: '16:00', lunchTo: '15:00' })).toEqual([])
  })

  it('are none on weekends, unless those are asked for', () => {
    const week = { ...pattern, from: '2008-10-16', to: '2008-10-21' }
    const days = (given: Pattern) => [...new Set(generateSlots(given).map(({ day }) => day))]
    expect(days(week)).toEqual(['2008-10-16', '2008-10-17', '2008-10-20', '2008-10-21'])
    expect(weekendsIn(week)).toEqual(['2008-10-18', '2008-10-19'])
    expect(days({ ...week, weekends: true })).toHaveLength(6)
    expect(isAllWeekend(week)).toBe(false)
    expect(isAllWeekend({ from: '2008-10-18', to: '2008-10-19' })).toBe(true)
    expect(weekendsIn({ from: '2008-10-21', to: '2008-10-16' })).toEqual([])
  })

  it('never overlap, leave the day or run into lunch', () => {
    const minute = fc.integer({ min: 0, max: 24 * 60 - 1 }).map(timeOf)
    const any = fc.record({
      from: fc.constant('2008-10-15'),
      to: fc.constant('2008-10-16'),
      starts: minute,
      ends: minute,
      length: fc.integer({ min: 5, max: 120 }),
      pause: fc.integer({ min: 0, max: 60 }),
      lunchFrom: fc.option(minute),
      lunchTo: fc.option(minute),
      weekends: fc.boolean(),
    })
    fc.assert(
      fc.property(any, (given) => {
        const slots = generateSlots(given)
        const rows = slots.map((slot) => newSlotRow(slot))
        const wrong = slotComplaints(rows, { starts: given.from, ends: given.to, timeZone: 'Asia/Tokyo' })
        expect([...wrong.values()].filter(({ code }) => code !== 'sessionOrder')).toEqual([])
        for (const { starts, ends } of slots) {
          expect(minutesOf(ends) - minutesOf(starts)).toBe(given.length)
          expect(starts >= given.starts && ends <= given.ends).toBe(true)
          const { lunchFrom, lunchTo } = given
          if (lunchFrom && lunchTo && lunchFrom < lunchTo)
            expect(ends <= lunchFrom || starts >= lunchTo).toBe(true)
        }
      }),
    )
  })

  it('keep the identity of a slot that begins at the same time', () => {
    const held: SlotRow = { ...newSlotRow(generateSlots(pattern)[0]), key: 'kept', id: 'kept' }
    const taken = takeOver([held], generateSlots({ ...pattern, length: 45 }))
    expect(taken[0]).toMatchObject({ id: 'kept', starts: '09:00', ends: '09:45' })
    expect(taken.slice(1).every(({ id }) => id === null)).toBe(true)
  })
})

describe('what is wrong with a slot', () => {
  const mission = { starts: '2008-10-15', ends: '2008-10-27', timeZone: 'Europe/Paris' }
  const slot = (day: string, starts: string, ends: string, session: 'morning' | 'afternoon' = 'morning') =>
    newSlotRow({ day, starts, ends, session })
  const complaint = (...rows: SlotRow[]) =>
    [...slotComplaints(rows, mission).values()].map(({ code, field }) => `${field} ${code}`)

  it('is said at the field that it is about', () => {
    expect(complaint(slot('2008-10-15', '09:00', '09:30'))).toEqual([])
    expect(complaint(slot('2008-10-15', '09:30', '09:00'))).toEqual(['ends empty'])
    expect(complaint(slot('2008-11-15', '09:00', '09:30'))).toEqual(['day outside'])
    expect(complaint(slot('soon', '09:00', '09:30'))).toEqual(['day noDay'])
    expect(complaint(slot('2008-10-15', 'nine', '09:30'))).toEqual(['starts noTime'])
    expect(complaint(newSlotRow({ day: '2008-10-15', starts: '09:00' }))).toEqual(['ends needed'])
  })

  it('finds overlaps, also of a slot that lies within another, but not of neighbours', () => {
    const long = slot('2008-10-15', '09:00', '12:00')
    expect(
      complaint(long, slot('2008-10-15', '09:30', '10:00'), slot('2008-10-15', '11:30', '12:30')),
    ).toEqual(['starts overlap', 'starts overlap'])
    expect(complaint(long, slot('2008-10-15', '12:00', '12:30'))).toEqual([])
    expect(complaint(long, slot('2008-10-16', '09:00', '09:30'))).toEqual([])
  })

  it('knows when the clocks change', () => {
    // Europe/Paris went back from 03:00 to 02:00 on 26 October 2008.
    expect(complaint(slot('2008-10-26', '02:30', '03:30'))).toEqual(['starts repeated'])
    expect(complaint(slot('2008-10-26', '01:30', '03:30'))).toEqual(['ends clockChange'])
    const spring = { ...mission, starts: '2009-03-29', ends: '2009-03-29' }
    const skipped = slotComplaints([slot('2009-03-29', '02:15', '02:45')], spring)
    expect([...skipped.values()]).toMatchObject([{ field: 'starts', code: 'skipped' }])
  })

  it('wants the morning before the afternoon', () => {
    expect(
      complaint(slot('2008-10-15', '09:00', '09:30', 'afternoon'), slot('2008-10-15', '10:00', '10:30')),
    ).toEqual(['session sessionOrder'])
  })
})

it('tables have names, each its own, and slots want at least one', () => {
  const tables = [newTableRow('Table 1'), newTableRow(' table 1'), newTableRow(' ')]
  expect([...tableComplaints({ tables }).values()]).toEqual(['twice', 'needed'])
  const slots = [newSlotRow()]
  expect(lacksTables({ version: 1, slots, tables: [] })).toBe(true)
  expect(lacksTables({ version: 1, slots: [], tables: [] })).toBe(false)
})

describe('what a new grid takes from its places', () => {
  const slots = ['09:00', '09:30', '14:00'].map((starts, index) => ({
    id: `s${index}`,
    day: '2008-10-15',
    starts,
    ends: starts.replace('00', '29').replace('30', '59'),
    session: index < 2 ? ('morning' as const) : ('afternoon' as const),
  }))
  const someone = (id: string, side: 'home' | 'partner') => ({
    id,
    organisationId: `o${id}`,
    name: id,
    nativeName: null,
    side,
    state: 'accepted' as const,
    since: '2008-09-01',
    cluster: null,
    colour: null,
    unavailable: [],
    people: [],
  })
  const meeting = (n: number, state: Meeting['state'], slot: number, table: number): Meeting => ({
    id: `m${n}`,
    version: 1,
    missionId: 'm',
    aId: `a${n}`,
    bId: `b${n}`,
    value: 3,
    mayMeet: true,
    bound: 'any',
    slotId: `s${slot}`,
    tableId: `t${table}`,
    locked: false,
    after: [],
    state,
    rating: null,
    remark: null,
    movedTo: null,
    sample: false,
    deletedAt: null,
    createdAt: '2008-09-01T00:00:00Z',
    updatedAt: '2008-09-01T00:00:00Z',
  })
  const model = modelOf({
    missionId: 'm',
    version: 1,
    timeZone: null,
    homeTimeZone: null,
    slots,
    tables: [0, 1].map((n) => ({ id: `t${n}`, name: `Table ${n}`, place: null, closed: [] })),
    participants: [0, 1, 2].flatMap((n) => [someone(`a${n}`, 'home'), someone(`b${n}`, 'partner')]),
    meetings: [meeting(0, 'held', 2, 0), meeting(1, 'planned', 0, 1), meeting(2, 'no_show', 0, 0)],
    open: [],
    pending: 0,
    runId: null,
  } satisfies Schedule)
  const saved = draftOf(model.schedule)

  it('is told in the order of time', () => {
    const lost = unscheduledBy(model, { ...saved, slots: [] })
    expect(lost.map((one) => one.meeting)).toEqual(['m2', 'm1', 'm0'])
    expect(lost.filter(isRecorded(model)).map((one) => one.meeting)).toEqual(['m2', 'm0'])
  })

  it('keeps the places of what is recorded, and only these, where that is asked for', () => {
    const cleared = withRecordedPlaces(model, { ...saved, slots: [], tables: saved.tables.slice(1) }, saved)
    expect(cleared.slots.map(({ id }) => id)).toEqual(['s0', 's2'])
    expect(cleared.tables.map(({ id }) => id)).toEqual(['t1', 't0'])
    const closed = saved.tables.map((table) => ({ ...table, closed: ['s0', 's1'] }))
    const opened = withRecordedPlaces(model, { ...saved, tables: closed }, saved)
    expect(opened.tables.map((table) => table.closed)).toEqual([['s1'], ['s0', 's1']])
    for (const draft of [cleared, opened])
      expect(unscheduledBy(model, draft).filter(isRecorded(model))).toEqual([])
  })
})
