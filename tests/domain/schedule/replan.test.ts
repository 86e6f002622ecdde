import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replan } from '../../../src/domain/schedule/replan.ts'
import type { Placement, ScheduleProblem, Timetable } from '../../../src/domain/schedule/types.ts'
import { anyProblem, meetings, problem } from './support/problems.ts'
import { solved } from './support/solved.ts'
import { holds } from './support/verify.ts'

const at = (meeting: string, slot: number, table = 't1'): Placement => ({ meeting, slot, table })
const ids = (list: readonly { meeting: string }[]) => list.map(({ meeting }) => meeting).sort()

const without = (world: ScheduleProblem, participant: string): ScheduleProblem => ({
  ...world,
  participants: world.participants.filter(({ id }) => id !== participant),
  meetings: world.meetings.filter(({ a, b }) => a !== participant && b !== participant),
})

describe('planning anew after a change', () => {
  it('moves nothing when a company withdraws', () => {
    const worlds = anyProblem.chain((world) =>
      fc.tuple(fc.constant(world), fc.constantFrom(...world.participants.map(({ id }) => id))),
    )
    fc.assert(
      fc.property(worlds, ([world, gone]) => {
        const before = solved(world).last.timetable
        const rest = without(world, gone)
        const { timetable, moved, added } = replan(rest, before)
        const stayed = before.filter(({ meeting }) => rest.meetings.some(({ id }) => id === meeting))
        expect(moved).toEqual([])
        expect(timetable).toEqual(expect.arrayContaining(stayed))
        expect(timetable).toHaveLength(stayed.length + added.length)
        expect(holds(rest, timetable)).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  it('gives what is freed to those who had to go without', () => {
    const one = problem(1, 1, meetings('A-x', 'B-x'))
    expect(replan(without(one, 'A'), [at('A-x', 0)]).added).toEqual([at('B-x', 0)])
  })

  it('moves only whoever is hindered, after a delay', () => {
    const late = problem(3, 2, meetings('A-x', 'A-y', 'B-y'), { x: [0] })
    const { timetable, moved } = replan(late, [at('A-x', 0), at('A-y', 1), at('B-y', 2)])
    expect(ids(moved)).toEqual(['A-x'])
    expect(timetable).toContainEqual(at('A-y', 1))
    expect(timetable).toContainEqual({ meeting: 'A-x', slot: 2, table: 't2' })
  })

  it('makes room by as few moves as there are', () => {
    // A's only slot is taken by the meeting of x with B, who could as well come later.
    const given = problem(3, 1, meetings('A-x', 'B-x', 'C-y'), { A: [1, 2] })
    const previous = [at('B-x', 0), at('C-y', 1)]
    const { timetable, moved, added } = replan(given, previous, { added: ['A-x'] })
    expect(ids(moved)).toEqual(['B-x'])
    expect(added).toEqual([at('A-x', 0)])
    expect(timetable).toContainEqual(at('C-y', 1))
    expect(timetable).toContainEqual(at('B-x', 2))
  })

  it('moves no one for a meeting that is merely still open', () => {
    const given = problem(3, 1, meetings('A-x', 'B-x', 'C-y'), { A: [1, 2] })
    expect(replan(given, [at('B-x', 0), at('C-y', 1)])).toMatchObject({ moved: [], added: [] })
  })

  it('leaves what is locked where it is, whoever has to give way', () => {
    const given = problem(2, 1, meetings(['A-x', { locked: { slot: 0 } }], 'B-y', 'C-z'))
    const { timetable, moved } = replan(given, [at('B-y', 0), at('A-x', 1)])
    expect(ids(moved)).toEqual(['A-x', 'B-y'])
    expect(timetable).toEqual([at('A-x', 0), at('B-y', 1)])
    expect(holds(given, timetable)).toBe(true)
  })

  it('changes the table, not the time, when a table is gone', () => {
    const given = problem(2, 1, meetings('A-x'))
    expect(replan(given, [at('A-x', 1, 't9')]).timetable).toEqual([at('A-x', 1)])
  })

  it('takes the fewest moves that trying everything finds', () => {
    let moves = 0
    const away = fc.uniqueArray(fc.nat({ max: 3 }), { maxLength: 2 })
    const pairs = ['A', 'B', 'C'].flatMap((a) => ['x', 'y', 'z'].map((b) => `${a}-${b}`))
    const worlds = fc
      .tuple(
        fc.shuffledSubarray(pairs, { minLength: 3, maxLength: 6 }),
        fc.integer({ min: 1, max: 2 }),
        fc.record({ A: away, B: away, C: away, x: away, y: away, z: away }),
      )
      .map(([asked, tables, unavailable]) => problem(4, tables, meetings(...asked), unavailable))
    fc.assert(
      fc.property(worlds, (world) => {
        const [last, ...others] = world.meetings.toReversed()
        const before = solved({ ...world, meetings: others }).last.timetable
        if (before.length < others.length) return
        const { timetable, moved } = replan(world, before, { added: [last!.id] })
        const fewest = fewestMoves(world, before)
        if (timetable.length === world.meetings.length) {
          expect(moved.filter(({ from, to }) => from.slot !== to?.slot).length).toBe(fewest)
          moves += moved.length
        } else expect(fewest === null || fewest > 3).toBe(true)
      }),
      { numRuns: 120, seed: 5 },
    )
    expect(moves).toBeGreaterThan(0)
  })
})

/** By trying every slot for every meeting: how few of those placed must change slot for all to be placed; null: impossible. */
function fewestMoves(world: ScheduleProblem, before: Timetable): number | null {
  const old = new Map(before.map(({ meeting, slot }) => [meeting, slot]))
  const seatless = { ...world, meetings: world.meetings.map((one) => ({ ...one, locked: undefined })) }
  let best: number | null = null
  const place = (index: number, placed: Placement[], moves: number) => {
    if (best !== null && moves >= best) return
    const one = world.meetings[index]
    if (!one) {
      best = moves
      return
    }
    for (const slot of world.slots.keys()) {
      const was = old.get(one.id)
      for (const { id: table } of world.tables) {
        const next = [...placed, { meeting: one.id, slot, table }]
        if (holds(seatless, next)) place(index + 1, next, moves + (was === undefined || was === slot ? 0 : 1))
      }
    }
  }
  place(0, [], 0)
  return best
}
