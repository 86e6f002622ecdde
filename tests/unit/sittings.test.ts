import { describe, expect, test } from 'vitest'
import type { Schedule } from '../../src/contract/meetings.ts'
import { byDay, programmeOf, sittingsOf } from '../../src/features/missions/sittings.ts'

const slot = (id: string, day: string, starts: string) => ({
  id,
  day,
  starts,
  ends: starts.replace('00', '30'),
  session: 'morning' as const,
})
const participant = (id: string, side: 'home' | 'partner') => ({
  id,
  organisationId: id,
  name: id,
  nativeName: null,
  side,
  state: 'confirmed' as const,
  since: '2008-09-01',
  cluster: null,
  colour: null,
  unavailable: [],
  people: [],
})
const meeting = (id: string, aId: string, bId: string, slotId: string | null, tableId = 't2') => ({
  id,
  version: 1,
  missionId: 'm',
  aId,
  bId,
  value: 1,
  mayMeet: true,
  bound: 'any' as const,
  slotId,
  tableId: slotId && tableId,
  locked: false,
  after: [],
  state: 'planned' as const,
  rating: null,
  remark: null,
  movedTo: null,
  sample: false,
  deletedAt: null,
  createdAt: '2008-09-15T07:00:00Z',
  updatedAt: '2008-09-15T07:00:00Z',
})
const schedule = (meetings: Schedule['meetings']): Schedule => ({
  missionId: 'm',
  version: 1,
  timeZone: 'Asia/Tokyo',
  homeTimeZone: 'Europe/Paris',
  slots: [
    slot('s1', '2008-10-15', '09:00'),
    slot('s2', '2008-10-15', '10:00'),
    slot('s3', '2008-10-16', '09:00'),
  ],
  tables: ['t1', 't2'].map((id) => ({ id, name: id.toUpperCase(), place: null, closed: [] })),
  participants: [
    participant('a', 'home'),
    participant('b', 'home'),
    participant('x', 'partner'),
    participant('y', 'partner'),
  ],
  meetings,
  open: [],
  pending: 0,
  runId: null,
})

describe('what is printed', () => {
  test('is in the order of slots, then of tables, whatever the order of the meetings', () => {
    const sittings = sittingsOf(
      schedule([
        meeting('late', 'a', 'y', 's3'),
        meeting('second', 'a', 'x', 's1', 't2'),
        meeting('first', 'b', 'y', 's1', 't1'),
      ]),
    )
    expect(sittings.map(({ meeting: { id } }) => id)).toEqual(['first', 'second', 'late'])
    expect(byDay(sittings).map(({ day, entries }) => [day, entries.length])).toEqual([
      ['2008-10-15', 2],
      ['2008-10-16', 1],
    ])
  })

  test('leaves out what has no place and what was cancelled', () => {
    const cancelled = { ...meeting('c', 'a', 'x', 's1'), state: 'cancelled' as const }
    expect(sittingsOf(schedule([meeting('open', 'a', 'x', null), cancelled]))).toEqual([])
  })

  test('shows each of the two the other, with table and slot', () => {
    const sittings = sittingsOf(schedule([meeting('m1', 'a', 'x', 's2', 't1')]))
    const [day] = programmeOf(sittings, 'x')
    expect(day?.entries.map((entry) => [entry.slot.starts, entry.table, entry.with.id])).toEqual([
      ['10:00', 'T1', 'a'],
    ])
    expect(programmeOf(sittings, 'a')[0]?.entries[0]?.with.id).toBe('x')
    expect(programmeOf(sittings, 'b')).toEqual([])
  })
})
