import { Board } from './board.ts'
import { dealTables } from './deal-tables.ts'
import { Filler } from './fill.ts'
import { type Model, model } from './model.ts'
import { random } from './random.ts'
import { simultaneous } from './sides.ts'
import { Smoother } from './smooth.ts'
import type { ScheduleProblem, Timetable } from './types.ts'

export interface SolveOptions {
  /** Begin from this timetable and move nothing of it that can stay. */
  keep?: Timetable
  /** Milliseconds that have passed, from any beginning. */
  clock: () => number
  /** After so many milliseconds the best that was found is given. */
  limit: number
  /** The same seed and number of steps give the same timetable. */
  seed?: number
}

/** A timetable that can be held, and what is known of it. */
export interface Solution {
  timetable: Timetable
  value: number
  /** Proven: no timetable is worth more. */
  bound: number
  /** Idle runs between somebody's first and last meeting of a day, over all. */
  breaks: number
  /** Worth as much as any can be. */
  optimal: boolean
}

/** Share of the time for placing meetings; the rest takes idle time out. */
const placing = 0.5
const heats = [0.4, 0.25, 0.15, 0.1]

/**
 * Finds a timetable: the most valuable set of meetings first, then as few breaks as it can, spread fairly. Yields the best so
 * far from time to time, each of which can be held; who asks for no more has cancelled. What is locked is placed before all.
 */
export function* solve(problem: ScheduleProblem, options: SolveOptions): Generator<Solution, Solution> {
  const { keep = [], clock, limit, seed = 1 } = options
  const of = model(problem)
  const board = new Board(of)
  const dice = random(seed)
  const began = clock()
  const bound = boundOf(of)
  const solution = (): Solution => {
    const value = worthPlaced(board)
    return {
      timetable: dealTables(board, keep),
      value,
      bound,
      breaks: board.totalBreaks(),
      optimal: value >= bound - 1e-9,
    }
  }
  placeLocked(board)
  for (const { meeting, slot } of keep) {
    const index = of.indexOf.get(meeting)
    if (index !== undefined && board.slotOf[index]! < 0 && board.fits(index, slot)) board.put(index, slot)
  }
  placeWhereItFits(board)
  yield solution()
  // What stood may not be moved for what is new, so nothing more can be done.
  if (keep.length > 0) return solution()
  const filler = new Filler(board, worthOf(of), dice)
  while (!filler.run(50) && clock() - began < limit * placing) yield solutionOf(board, filler.best, solution)
  board.restore(filler.best)
  const smoother = new Smoother(board, dice)
  for (let round = 0; clock() - began < limit && board.totalBreaks() > 0 && round < 400; round++) {
    smoother.run(20_000, heats[Math.min(heats.length - 1, Math.floor(round / 20))]!)
    if (round % 10 === 9) yield solutionOf(board, smoother.best, solution)
  }
  return solutionOf(board, smoother.best, solution)
}

/** The solution that a list of slots amounts to; the board goes on from where it is. */
function solutionOf(board: Board, slots: Int16Array, solution: () => Solution): Solution {
  const present = board.slotOf.slice()
  board.restore(slots)
  const found = solution()
  board.restore(present)
  return found
}

function worthPlaced({ of, slotOf }: Board): number {
  let value = 0
  for (let meeting = 0; meeting < of.meetings; meeting++)
    if (slotOf[meeting]! >= 0) value += of.value[meeting]!
  return value
}

/** What is locked or required counts before all the rest; what is worth nothing is still better held than not. */
function worthOf({ problem, value }: Model): Float64Array {
  const total = value.reduce((sum, one) => sum + one, 1)
  return Float64Array.from(problem.meetings, ({ locked, required }, index) => {
    const least = Math.max(value[index]!, 0.001)
    return locked || required ? least + total : least
  })
}

/** No timetable is worth more than the most valuable meetings that the slots can hold at once. */
function boundOf(of: Model): number {
  const places = simultaneous(of).reduce((sum, count) => sum + count, 0)
  const values = [...of.value].filter((_, meeting) => of.options[meeting]! > 0).sort((x, y) => y - x)
  return values.slice(0, places).reduce((sum, value) => sum + value, 0)
}

function placeLocked(board: Board): void {
  board.of.problem.meetings.forEach(({ locked, fixed }, index) => {
    const slot = locked?.slot ?? fixed?.slot
    if (slot !== undefined && board.fits(index, slot)) board.put(index, slot)
  })
}

/** Most valuable first, each in the first slot where nothing is in its way. */
function placeWhereItFits(board: Board): void {
  const { meetings, slots, value } = board.of
  const order = Array.from({ length: meetings }, (_, meeting) => meeting).sort(
    (x, y) => value[y]! - value[x]!,
  )
  for (const meeting of order) {
    for (let slot = 0; slot < slots && board.slotOf[meeting]! < 0; slot++)
      if (board.fits(meeting, slot)) board.put(meeting, slot)
  }
}
