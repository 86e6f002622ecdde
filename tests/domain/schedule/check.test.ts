import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check, missingRequired } from '../../../src/domain/schedule/check.ts'
import { applyMove, conflictsOf, dragIndex, freeCells } from '../../../src/domain/schedule/drag.ts'
import type { Placement } from '../../../src/domain/schedule/types.ts'
import { anyProblem, anyTimetable, meetings, problem } from './support/problems.ts'
import { holds } from './support/verify.ts'

const at = (meeting: string, slot: number, table = 't1'): Placement => ({ meeting, slot, table })
const byCode = (found: { code: string }[]) => found.map(({ code }) => code).sort()

describe('check', () => {
  const given = problem(
    4,
    2,
    meetings(
      'A-x',
      'A-y',
      'B-x',
      ['C-x', { session: 'morning' }],
      ['B-y', { after: ['A-x'] }],
      ['C-y', { fixed: { slot: 3, table: 't2' } }],
      ['D-x', { locked: { slot: 2 } }],
      ['D-y', { allowed: [0, 1] }],
      ['E-x', { required: true }],
    ),
    { B: [1] },
  )
  const locked = at('D-x', 2)

  it('finds nothing in a timetable that can be held', () => {
    expect(check(given, [at('A-x', 0), at('A-y', 1), at('B-x', 3), at('B-y', 2, 't2'), locked])).toEqual([])
  })

  it('names the participant who would be in two places', () => {
    expect(check(given, [at('A-x', 0), at('A-y', 0, 't2'), locked])).toEqual([
      { code: 'double-booking', participant: 'A', slot: 0, meetings: ['A-x', 'A-y'] },
    ])
  })

  it('names a table taken twice', () => {
    expect(
      check(given, [at('A-x', 0), at('B-y', 3), at('C-y', 3, 't2'), at('D-y', 0), locked]),
    ).toContainEqual({
      code: 'table-taken',
      table: 't1',
      slot: 0,
      meetings: ['A-x', 'D-y'],
    })
  })

  it.each([
    ['unavailable', [at('B-x', 1)], { participant: 'B', slot: 1, meeting: 'B-x' }],
    ['session', [at('C-x', 3)], { meeting: 'C-x', slot: 3, session: 'morning' }],
    [
      'order',
      [at('A-x', 2, 't2'), at('B-y', 0)],
      { meeting: 'B-y', slot: 0, earlier: 'A-x', earlierSlot: 2 },
    ],
    ['fixed', [at('C-y', 3)], { meeting: 'C-y', slot: 3, wanted: { slot: 3, table: 't2' } }],
    ['slot-not-allowed', [at('D-y', 3)], { meeting: 'D-y', slot: 3, allowed: [0, 1] }],
    ['unknown-meeting', [at('Z-x', 3)], { meeting: 'Z-x' }],
    ['unknown-slot', [at('A-y', 9)], { meeting: 'A-y', slot: 9 }],
    ['unknown-table', [at('A-y', 1, 't9')], { meeting: 'A-y', table: 't9' }],
    ['placed-twice', [at('A-y', 0), at('A-y', 1)], { meeting: 'A-y', slots: [0, 1] }],
  ] as const)('finds %s', (code, placements, facts) => {
    expect(check(given, [...placements, locked])).toContainEqual({ code, ...facts })
  })

  it('takes order across equal slots for broken: after means later', () => {
    const two = problem(2, 2, meetings('A-x', ['B-y', { after: ['A-x'] }]))
    expect(byCode(check(two, [at('A-x', 0), at('B-y', 0, 't2')]))).toEqual(['order'])
    expect(check(two, [at('A-x', 0), at('B-y', 1)])).toEqual([])
    expect(check(two, [at('B-y', 0)])).toEqual([])
  })

  it('misses locked meetings, and tells required ones apart', () => {
    expect(check(given, [])).toEqual([{ code: 'locked', meeting: 'D-x', slot: null, wanted: { slot: 2 } }])
    expect(missingRequired(given, [locked])).toEqual(['E-x'])
  })

  it('knows a closed table', () => {
    const shut = { ...given, tables: [{ id: 't1', closed: [2] }, { id: 't2' }] }
    expect(check(shut, [locked])).toEqual([{ code: 'table-closed', table: 't1', slot: 2, meeting: 'D-x' }])
  })

  it('agrees with the slow second opinion', () => {
    const worlds = anyProblem.chain((world) => fc.tuple(fc.constant(world), anyTimetable(world)))
    fc.assert(
      fc.property(worlds, ([world, timetable]) => {
        expect(check(world, timetable).length === 0).toBe(holds(world, timetable))
      }),
      { numRuns: 500 },
    )
  })
})

describe('a drag', () => {
  it('shows the conflicts of a drop before it is made', () => {
    const given = problem(3, 2, meetings('A-x', 'A-y', 'B-x'), { A: [2] })
    const index = dragIndex(given, [at('A-x', 0), at('A-y', 1), at('B-x', 1, 't2')])
    const drop = (slot: number, table: string) => ({ meeting: 'A-x', to: { slot, table } })
    expect(conflictsOf(index, drop(0, 't2'))).toEqual([])
    expect(byCode(conflictsOf(index, drop(1, 't1')))).toEqual([
      'double-booking',
      'double-booking',
      'table-taken',
    ])
    expect(byCode(conflictsOf(index, drop(2, 't1')))).toEqual(['unavailable'])
    expect(freeCells(index, 'A-x')).toEqual(
      new Map([
        ['t1', [true, false, false]],
        ['t2', [true, false, false]],
      ]),
    )
  })

  it('judges an exchange of two meetings as one', () => {
    const given = problem(2, 1, meetings('A-x', 'B-y'))
    const index = dragIndex(given, [at('A-x', 0), at('B-y', 1)])
    const swap = [
      { meeting: 'A-x', to: { slot: 1, table: 't1' } },
      { meeting: 'B-y', to: { slot: 0, table: 't1' } },
    ]
    expect(conflictsOf(index, ...swap)).toEqual([])
    expect(byCode(conflictsOf(index, swap[0]!))).toEqual(['table-taken'])
  })

  it('warns of taking out what is locked', () => {
    const given = problem(2, 1, meetings(['A-x', { locked: { slot: 0 } }]))
    const index = dragIndex(given, [at('A-x', 0)])
    expect(byCode(conflictsOf(index, { meeting: 'A-x', to: null }))).toEqual(['locked'])
  })

  it('agrees with a check of the whole timetable, and leaves no trace', () => {
    const worlds = anyProblem
      .filter((world) => world.meetings.length > 0)
      .chain((world) =>
        fc.tuple(
          fc.constant(world),
          anyTimetable(world),
          fc.constantFrom(...world.meetings.map(({ id }) => id)),
          fc.nat({ max: world.slots.length - 1 }),
          fc.constantFrom(...world.tables.map(({ id }) => id)),
        ),
      )
    fc.assert(
      fc.property(worlds, ([world, timetable, meeting, slot, table]) => {
        // Only what the dragged meeting is part of: the rest of a random timetable is full of conflicts of its own.
        const rest: Placement[] = []
        for (const placement of timetable) {
          if (placement.meeting !== meeting && check(world, [...rest, placement]).length === 0)
            rest.push(placement)
        }
        const moved = [...rest, { meeting, slot, table }]
        const index = dragIndex(world, rest)
        const found = conflictsOf(index, { meeting, to: { slot, table } })
        expect(byCode(found)).toEqual(byCode(check(world, moved)))
        expect(index.placed).toEqual(dragIndex(world, rest).placed)
        applyMove(index, { meeting, to: { slot, table } })
        expect(index.placed).toEqual(dragIndex(world, moved).placed)
      }),
      { numRuns: 300 },
    )
  })
})
