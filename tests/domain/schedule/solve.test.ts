import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { solve } from '../../../src/domain/schedule/solve.ts'
import type { ScheduleProblem, Timetable } from '../../../src/domain/schedule/types.ts'
import { anyProblem, meetings, problem } from './support/problems.ts'
import { holds } from './support/verify.ts'

/** A clock that moves on with each look at it: as much work everywhere, however busy the machine is. */
const ticking = () => {
  let now = 0
  return () => now++
}

function solved(asked: ScheduleProblem, keep?: Timetable) {
  const work = solve(asked, { clock: ticking(), limit: 60, ...(keep ? { keep } : {}) })
  const found = []
  for (let step = work.next(); ; step = work.next()) {
    found.push(step.value)
    if (step.done) return { last: step.value, all: found }
  }
}

describe('a schedule', () => {
  test('can be held whenever it is asked for, whatever the problem', () => {
    fc.assert(
      fc.property(anyProblem, (asked) => {
        for (const { timetable } of solved(asked).all) expect(holds(asked, timetable)).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  test('is never worth more than its bound, and says so where it reaches it', () => {
    fc.assert(
      fc.property(anyProblem, (asked) => {
        const { last } = solved(asked)
        expect(last.value).toBeLessThanOrEqual(last.bound + 1e-9)
        expect(last.optimal).toBe(Math.abs(last.value - last.bound) < 1e-9)
      }),
      { numRuns: 100 },
    )
  })

  test('places everything where two sides fill every slot', () => {
    const pairs = ['A', 'B', 'C', 'D'].flatMap((a) => ['w', 'x', 'y', 'z'].map((b) => `${a}-${b}`))
    const { last } = solved(problem(4, 4, meetings(...pairs)))
    expect(last.timetable).toHaveLength(16)
    expect(last).toMatchObject({ optimal: true, breaks: 0 })
  })

  test('leaves the least valuable out where a slot is missing', () => {
    const asked = problem(2, 2, meetings(['A-x', { value: 6 }], ['A-y', { value: 1 }], ['A-z', { value: 3 }]))
    const { last } = solved(asked)
    expect(last.timetable.map(({ meeting }) => meeting).sort()).toEqual(['A-x', 'A-z'])
    expect(last).toMatchObject({ value: 9 })
  })

  test('keeps all that stands when it is planned anew, and puts in what is new', () => {
    const asked = problem(3, 2, meetings('A-x', 'A-y', 'B-x', 'B-y', 'C-z'))
    const stands = solved(problem(3, 2, meetings('A-x', 'A-y', 'B-x', 'B-y'))).last.timetable
    const { last } = solved(asked, stands)
    expect(last.timetable).toEqual(expect.arrayContaining([...stands]))
    expect(last.timetable).toHaveLength(5)
    expect(holds(asked, last.timetable)).toBe(true)
  })
})
