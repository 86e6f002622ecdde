import { describe, expect, it } from 'vitest'
import { loadSolver } from '../../../src/data/schedule-solver.ts'
import { Board } from '../../../src/domain/schedule/board.ts'
import { check } from '../../../src/domain/schedule/check.ts'
import { dealTables } from '../../../src/domain/schedule/deal-tables.ts'
import { Filler } from '../../../src/domain/schedule/fill.ts'
import { model } from '../../../src/domain/schedule/model.ts'
import { random } from '../../../src/domain/schedule/random.ts'
import { Repairer } from '../../../src/domain/schedule/repair.ts'
import type { SatMaker } from '../../../src/domain/schedule/sat.ts'
import { Smoother } from '../../../src/domain/schedule/smooth.ts'
import { type Solution, solve } from '../../../src/domain/schedule/solve.ts'
import type { ScheduleProblem } from '../../../src/domain/schedule/types.ts'
import { willItFit } from '../../../src/domain/schedule/will-it-fit.ts'
import { worthOf } from '../../../src/domain/schedule/worth.ts'
import { b2bInstances } from '../../bench/b2b.ts'
import { solved, ticking } from './support/solved.ts'
import { breaksOf, holds } from './support/verify.ts'

/** The solver of the product; time is counted in looks at a clock here, and its own many looks don't count. */
async function solver(): Promise<SatMaker> {
  const sat = await loadSolver()
  if (!sat) throw new Error('The solver did not load')
  return () => sat(() => false)
}

const named = (name: string) => b2bInstances.find((instance) => instance.name === name)!

/** By the rules of the benchmark the breaks of any two people are no more than two apart. */
function isFair(problem: ScheduleProblem, { timetable }: Solution): boolean {
  const breaks = problem.participants.map(({ id }) => breaksOf(problem, timetable, id))
  return Math.max(...breaks) - Math.min(...breaks) <= 2
}

/** The first timetable on the way that has a place for every meeting and is fair. */
function firstValid(problem: ScheduleProblem): Solution {
  const work = solve(problem, { clock: ticking(), limit: 2000 })
  for (let step = work.next(); ; step = work.next()) {
    const found = step.value
    if (step.done || (found.missing.length === 0 && isFair(problem, found))) return found
  }
}

describe('the B2B benchmark of the University of Girona', () => {
  it('places every meeting of each instance that can be held', () => {
    const can = b2bInstances.filter(({ problem }) => willItFit(problem).verdict !== 'cannot')
    expect(can).toHaveLength(39)
    for (const { name, problem } of can) {
      const found = firstValid(problem)
      const { timetable, bound } = found
      expect(bound, name).toBe(timetable.length)
      expect(isFair(problem, found), name).toBe(true)
      expect(check(problem, timetable), name).toEqual([])
      expect(holds(problem, timetable), name).toBe(true)
    }
  })

  it.each(['tic-12crafc.original', 'tic-13.original'])('loses every break of %s', (name) => {
    const { problem, fewestBreaks } = named(name)
    const { last } = solved(problem, { limit: 10_000 })
    expect(last).toMatchObject({ breaks: fewestBreaks, fewestBreaks: true })
  })

  it('takes breaks out with the help of a solver, and leaves nobody with many', async () => {
    const { problem } = named('forum-13.original')
    const of = model(problem)
    const board = new Board(of)
    const dice = random(1)
    const filler = new Filler(board, worthOf(of), dice)
    expect(filler.run(5000)).toBe(true)
    const smoother = new Smoother(board, dice)
    smoother.run(50_000, 0.3)
    board.restore(smoother.best)
    const before = board.totalBreaks()
    const sat = (await solver())(() => false)
    const repairer = new Repairer(board, sat, dice)
    for (let tries = 0; tries < 8; tries++) repairer.tryFewer()
    sat.dispose()
    const timetable = dealTables(board)
    expect(timetable).toHaveLength(problem.meetings.length)
    expect(holds(problem, timetable)).toBe(true)
    const breaks = problem.participants.map(({ id }) => breaksOf(problem, timetable, id))
    expect(breaks.reduce((sum, each) => sum + each, 0)).toBeLessThan(before)
    expect(Math.max(...breaks)).toBeLessThanOrEqual(2)
  })

  it('proves, for a small day, that there can be no fewer breaks', async () => {
    const day = named('tic-12.original').problem
    // Someone who is away in the middle of a day full of meetings has a break; so has nobody else.
    const few = day.meetings.filter(({ a, b }) => Number(a) + Number(b) < 34)
    const busy = few[0]!.a
    const problem = {
      ...day,
      meetings: few.map((one, index) => (index < 2 ? { ...one, fixed: { slot: index * 6 } } : one)),
      participants: day.participants.map((one) =>
        one.id === busy ? { ...one, unavailable: [1, 2, 3, 4, 5] } : one,
      ),
    }
    const { last } = solved(problem, { limit: 10_000, sat: await solver() })
    expect(last.fewestBreaks).toBe(true)
    expect(last.breaks).toBeGreaterThan(0)
  })

  it('sees at once which of the sixty can not be held, and why', () => {
    const cannot = b2bInstances.filter(({ problem }) => willItFit(problem).verdict === 'cannot')
    expect(cannot).toHaveLength(21)
    for (const { problem } of cannot) {
      for (const finding of willItFit(problem).findings) {
        expect(finding).toMatchObject({ code: 'participant-over' })
        if (finding.code !== 'participant-over') continue
        const { unavailable = [] } = problem.participants.find(({ id }) => id === finding.participant)!
        const mine = problem.meetings.filter(({ a, b }) => [a, b].includes(finding.participant))
        expect(mine.length).toBe(finding.meetings)
        expect(problem.slots.length - unavailable.length).toBe(finding.freeSlots)
        expect(finding.meetings).toBeGreaterThan(finding.freeSlots)
      }
    }
  })
})
