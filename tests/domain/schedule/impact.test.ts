import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check } from '../../../src/domain/schedule/check.ts'
import { removalImpact, removeFrom } from '../../../src/domain/schedule/impact.ts'
import type { Placement } from '../../../src/domain/schedule/types.ts'
import { anyProblem, anyTimetable, meetings, problem } from './support/problems.ts'

const at = (meeting: string, slot: number, table = 't1'): Placement => ({ meeting, slot, table })

describe('deleting slots and tables', () => {
  const given = problem(
    3,
    3,
    meetings('A-x', 'B-y', ['C-z', { fixed: { slot: 0, table: 't1' } }], ['D-z', { locked: { slot: 2 } }]),
  )
  const timetable = [at('A-x', 1, 't2'), at('B-y', 1), at('C-z', 0), at('D-z', 2, 't3')]

  it('says what a slot takes with it', () => {
    expect(removalImpact(given, timetable, { slots: [1] })).toEqual({
      unscheduled: [at('A-x', 1, 't2'), at('B-y', 1)],
      canChangeTable: [],
      asked: [],
    })
  })

  it('says what a table takes with it, and what could sit elsewhere', () => {
    expect(removalImpact(given, timetable, { tables: ['t1'] })).toEqual({
      unscheduled: [at('C-z', 0), at('B-y', 1)],
      canChangeTable: [{ meeting: 'B-y', slot: 1, from: 't1', to: 't3' }],
      asked: ['C-z'],
    })
  })

  it('moves later slots up', () => {
    const left = removeFrom(given, timetable, { slots: [1] })
    expect(left.timetable).toEqual([at('C-z', 0), at('D-z', 1, 't3')])
    expect(left.problem.slots).toHaveLength(2)
    expect(left.problem.meetings[3]!.locked).toEqual({ slot: 1 })
    expect(check(left.problem, left.timetable)).toEqual([])
  })

  it('leaves what stays as it was: nothing new goes wrong by a deletion', () => {
    const worlds = anyProblem.chain((world) =>
      fc.tuple(
        fc.constant(world),
        anyTimetable(world),
        fc.subarray(world.slots.map((_, slot) => slot)),
        fc.subarray(world.tables.map(({ id }) => id)),
      ),
    )
    fc.assert(
      fc.property(worlds, ([world, places, slots, tables]) => {
        const good: Placement[] = []
        for (const place of places) if (check(world, [...good, place]).length === 0) good.push(place)
        const left = removeFrom(world, good, { slots, tables })
        const { unscheduled } = removalImpact(world, good, { slots, tables })
        expect(check(left.problem, left.timetable)).toEqual([])
        expect(left.timetable.length + unscheduled.length).toBe(good.length)
      }),
    )
  })
})
