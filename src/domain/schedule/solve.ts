import { Board } from './board.ts'
import { valueBound } from './bound.ts'
import { missingRequired } from './check.ts'
import { dealTables } from './deal-tables.ts'
import { Filler } from './fill.ts'
import { type Model, model } from './model.ts'
import { type Random, random } from './random.ts'
import { Repairer } from './repair.ts'
import { replan } from './replan.ts'
import type { SatMaker } from './sat.ts'
import { Smoother } from './smooth.ts'
import type { Placement, ScheduleProblem, Timetable } from './types.ts'
import { spreadEvenly, worthOf } from './worth.ts'

export interface SolveOptions {
  /** The time in milliseconds, from any beginning. */
  clock: () => number
  /** The best found after so many milliseconds is the answer; a little later at times, never much. */
  limit: number
  /** The same seed and clock give the same timetable. */
  seed?: number
  /** Changes as little as it can of this timetable instead of making one anew (`replan`). */
  keep?: Timetable
  /** With `keep`: meetings that are worth moving others for. */
  added?: readonly string[]
  /** Finds the last breaks, and proves when there can be no fewer; without one the search alone goes on. */
  sat?: SatMaker
}

export interface Solution {
  /** Can always be held: `check` finds nothing. */
  timetable: Placement[]
  value: number
  /** Proven: no timetable is worth more. */
  bound: number
  /** Idle runs between a participant's first and last meeting of a day, over all. */
  breaks: number
  /** Proven: nothing worth more can be had. */
  optimal: boolean
  /** Proven: these meetings can't be held with fewer breaks (nobody having more than two). */
  fewestBreaks: boolean
  /** Required meetings without a place; `willItFit` knows the reason where it is a plain one. */
  missing: string[]
}

/** Besides news, a sign of life this often, in milliseconds, so that whoever drives the search can stop it. */
const breath = 200
/** Beyond this many places to choose from, the clauses would take longer to write than they save. */
const mostVariables = 14_000
/** Each round of exchanges cools down from hot to cold, in twice the steps of the round before. */
const hot = 0.8
const cold = 0.12
const firstRound = 300_000
const chunk = 2000
/** Any number does; with this one the hardest known instances are done somewhat sooner than with 1 or 2. */
const usualSeed = 3
/** Rounds before the solver takes over, where there is one: the search only has to bring it near. */
const roundsBeforeRepair = 3

class Search {
  readonly of: Model
  readonly board: Board
  private readonly options: SolveOptions
  private readonly problem: ScheduleProblem
  private readonly dice: Random
  private readonly worth: Float64Array
  private readonly began: number
  private said: number
  private latest: Solution | null = null
  private readonly bound: number
  private fewest = false

  constructor(problem: ScheduleProblem, options: SolveOptions) {
    this.options = options
    this.problem = problem
    this.of = model(problem)
    this.board = new Board(this.of)
    this.worth = worthOf(this.of)
    this.dice = random(options.seed ?? usualSeed)
    this.began = options.clock()
    this.said = this.began
    this.bound = valueBound(this.of, () => this.within(0.25))
  }

  private spent(): number {
    return (this.options.clock() - this.began) / this.options.limit
  }

  /** The share of the time that is allowed has not been used up. */
  private within(share: number): boolean {
    return this.spent() < share
  }

  private solution(): Solution {
    const timetable = dealTables(this.board)
    return this.about(timetable, this.board.totalBreaks())
  }

  about(timetable: Placement[], breaks: number): Solution {
    const placed = new Set(timetable.map(({ meeting }) => meeting))
    const value = this.problem.meetings.reduce(
      (sum, { id }, meeting) => sum + (placed.has(id) ? this.of.value[meeting]! : 0),
      0,
    )
    const missing = missingRequired(this.problem, timetable)
    // The bound is a sum in another order: it may differ from an equal value by a hair.
    const optimal = value >= this.bound - 1e-6
    return {
      timetable,
      value,
      bound: optimal ? value : this.bound,
      breaks,
      optimal,
      fewestBreaks: this.fewest || breaks === 0,
      missing,
    }
  }

  /** A solution when it is news or time for a sign of life; `slotOf` is the best known to the present stage. */
  private *say(slotOf: Int16Array, news: boolean): Generator<Solution> {
    const now = this.options.clock()
    if (!news && this.latest && now - this.said < breath) return
    this.said = now
    if (news || !this.latest) {
      const here = Int16Array.from(this.board.slotOf)
      this.board.restore(slotOf)
      this.latest = this.solution()
      this.board.restore(here)
    }
    yield this.latest
  }

  *fill(): Generator<Solution> {
    const filler = new Filler(this.board, this.worth, this.dice)
    const possible = this.problem.meetings.reduce(
      (sum, _, meeting) => sum + (this.of.options[meeting]! > 0 ? 1 : 0),
      0,
    )
    let best = Number.POSITIVE_INFINITY
    for (let idle = 0; possible > 0 && this.within(0.4) && idle < 60; idle++) {
      const all = filler.run(50)
      const news = filler.bestLost < best
      if (news) idle = 0
      best = filler.bestLost
      if (all) break
      yield* this.say(filler.best, news)
      // Once nothing worth more can be had, only the number of meetings might still grow: a short while longer.
      if (this.latest?.optimal) idle += 10
    }
    this.board.restore(filler.best)
    spreadEvenly(this.board, this.worth)
    yield* this.say(this.board.slotOf, true)
  }

  *smooth(): Generator<Solution> {
    const { board } = this
    const smoother = new Smoother(board, this.dice)
    const places = this.of.options.reduce(
      (sum, open, meeting) => sum + (board.slotOf[meeting]! < 0 ? 0 : open),
      0,
    )
    const repairable = this.options.sat && places <= mostVariables
    let best = smoother.bestCost
    let steps = firstRound
    for (let round = 0; best > 0 && !(repairable && round === roundsBeforeRepair); round++) {
      for (let done = 0; done < steps && best > 0 && this.within(1); done += chunk) {
        smoother.run(chunk, hot * (cold / hot) ** (done / steps))
        const news = smoother.bestCost < best
        best = smoother.bestCost
        yield* this.say(smoother.best, news)
      }
      if (!this.within(1)) break
      steps *= 2
    }
    board.restore(smoother.best)
    if (repairable && best > 0) yield* this.repair(this.options.sat!)
    yield* this.say(board.slotOf, true)
  }

  private *repair(makeSat: SatMaker): Generator<Solution> {
    const sat = makeSat(() => !this.within(1))
    try {
      const repairer = new Repairer(this.board, sat, this.dice)
      while (this.within(1) && !repairer.proven) {
        const news = repairer.tryFewer()
        yield* this.say(this.board.slotOf, news)
        if (!news && !repairer.proven) repairer.wander()
      }
      this.fewest = repairer.proven
    } finally {
      sat.dispose()
    }
  }

  answer(): Solution {
    return this.solution()
  }
}

/**
 * Searches for the best timetable: the most valuable set of meetings, then the fewest breaks, then the fairest spread.
 * Yields the best so far whenever it is better, and now and then without news; returns the last. It may be left off at any
 * yield. All that takes long is cut in small pieces, so a yield is never far away.
 */
export function* solve(problem: ScheduleProblem, options: SolveOptions): Generator<Solution, Solution> {
  const search = new Search(problem, options)
  if (options.keep) {
    const { timetable } = replan(problem, options.keep, { added: options.added })
    const board = search.board
    board.restore(
      Int16Array.from(
        problem.meetings,
        ({ id }) => timetable.find(({ meeting }) => meeting === id)?.slot ?? -1,
      ),
    )
    return search.about(timetable, board.totalBreaks())
  }
  yield* search.fill()
  yield* search.smooth()
  return search.answer()
}
