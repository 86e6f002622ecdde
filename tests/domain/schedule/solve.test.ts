import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyProblem, meetings, problem } from './support/problems.ts'
import { solved } from './support/solved.ts'
import { breaksOf, holds, mostValue } from './support/verify.ts'

describe('a schedule', () => {
  test('can be held whenever it is asked for, whatever the problem', () => {
    fc.assert(
      fc.property(anyProblem, (asked) => {
        for (const { timetable } of solved(asked).all) expect(holds(asked, timetable)).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  test('is never worth more than its bound, nor any other; and says so where it reaches it', () => {
    fc.assert(
      fc.property(
        anyProblem.filter(({ meetings: all }) => all.length <= 5),
        (asked) => {
          const { last } = solved(asked)
          const most = mostValue(asked)
          expect(last.value).toBeLessThanOrEqual(last.bound + 1e-9)
          expect(most).toBeLessThanOrEqual(last.bound + 1e-9)
          expect(last.optimal).toBe(Math.abs(last.value - last.bound) < 1e-9)
          // Required meetings come first, whatever the others are worth.
          if (asked.meetings.every(({ required }) => !required)) expect(last.value).toBe(most)
        },
      ),
      { numRuns: 100 },
    )
  })

  test('counts breaks as one does by hand', () => {
    fc.assert(
      fc.property(anyProblem, (asked) => {
        const { timetable, breaks } = solved(asked).last
        const byHand = asked.participants.map(({ id }) => breaksOf(asked, timetable, id))
        expect(breaks).toBe(byHand.reduce((sum, each) => sum + each, 0))
      }),
      { numRuns: 100 },
    )
  })

  test('keeps every lock where it is, whatever else it moves', () => {
    let held = 0
    fc.assert(
      fc.property(anyProblem, fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }), (asked, some) => {
        const before = solved(asked).last.timetable
        const locks = new Map(before.filter((_, index) => some[index]).map((at) => [at.meeting, at]))
        const withLocks = asked.meetings.map((one) => {
          const at = locks.get(one.id)
          return at ? { ...one, locked: { slot: at.slot, table: at.table } } : one
        })
        const { timetable } = solved({ ...asked, meetings: withLocks }, { seed: 2 }).last
        expect(timetable).toEqual(expect.arrayContaining([...locks.values()]))
        expect(holds({ ...asked, meetings: withLocks }, timetable)).toBe(true)
        held += locks.size
      }),
      { numRuns: 100 },
    )
    expect(held).toBeGreaterThan(0)
  })

  test('tells the required meetings that have no place', () => {
    const asked = problem(1, 2, meetings(['A-x', { required: true }], ['A-y', { value: 9 }]))
    expect(solved(asked).last).toMatchObject({ timetable: [{ meeting: 'A-x' }], missing: [], value: 1 })
    const both = { ...asked, meetings: asked.meetings.map((one) => ({ ...one, required: true })) }
    expect(solved(both).last).toMatchObject({ timetable: [{ meeting: 'A-y' }], missing: ['A-x'] })
  })

  test('leaves nobody out for another who has many, at the same value', () => {
    // One table, two slots: either A meets twice, or A and B once each.
    const { last } = solved(problem(2, 1, meetings('A-x', 'A-y', 'B-z')))
    expect(last.timetable.map(({ meeting }) => meeting[0]).sort()).toEqual(['A', 'B'])
  })

  test('is the same for the same seed', () => {
    fc.assert(
      fc.property(anyProblem, fc.nat(), (asked, seed) => {
        expect(solved(asked, { seed }).last).toEqual(solved(asked, { seed }).last)
      }),
      { numRuns: 30 },
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
    const { last } = solved(asked, { keep: stands })
    expect(last.timetable).toEqual(expect.arrayContaining([...stands]))
    expect(last.timetable).toHaveLength(5)
    expect(holds(asked, last.timetable)).toBe(true)
  })
})
