import type { Board } from './board.ts'
import { Chains } from './chain.ts'
import type { Random } from './random.ts'

/** How far apart the breaks of two participants may be before it counts as unfair. */
export const fairSpread = 2
/** What a break beyond that counts, against one elsewhere. */
const unfairBreak = 4
/** A little for each idle slot beyond the first of a break: long gaps are worth shortening on the way to closing them. */
const longBreak = 0.04
/** The small square spreads breaks over people when their number can't be helped. */
const spread = 0.001

const breakCost = Array.from(
  { length: 1024 },
  (_, breaks) => breaks + Math.max(0, breaks - fairSpread) * (unfairBreak - 1) + spread * breaks * breaks,
)

/** What the breaks of a timetable cost: their number, more where one participant has many. */
export function costOfBreaks(board: Board): number {
  let cost = 0
  for (let person = 0; person < board.of.participants; person++) cost += breakCost[board.breaks(person)]!
  return cost
}

/**
 * Takes breaks out of a timetable by exchanging slots along chains (simulated annealing). The set of meetings placed
 * stays, and after every step the board can be held.
 */
export class Smoother {
  /** The slots of the best board seen, and the cost of its breaks. */
  readonly best: Int16Array
  bestCost: number
  private cost = 0
  private readonly board: Board
  private readonly dice: Random
  private readonly chains: Chains
  private readonly placed: Int32Array
  /** Per participant: what guides the search, and what counts in the end. */
  private readonly strain: Float64Array
  private readonly toll: Float64Array
  private readonly people: number[] = []
  private readonly seen: Int32Array
  private mark = 0

  constructor(board: Board, dice: Random) {
    const { meetings, participants, options } = board.of
    this.board = board
    this.dice = dice
    this.chains = new Chains(board)
    this.seen = new Int32Array(participants)
    this.strain = new Float64Array(participants)
    this.toll = new Float64Array(participants)
    const placed: number[] = []
    for (let meeting = 0; meeting < meetings; meeting++) {
      if (board.slotOf[meeting]! >= 0 && options[meeting]! > 1) placed.push(meeting)
    }
    this.placed = Int32Array.from(placed)
    this.best = new Int16Array(meetings)
    this.bestCost = Number.POSITIVE_INFINITY
    this.look()
  }

  /** Takes the board as it is now, when someone else has changed it. */
  look(): void {
    this.cost = 0
    for (let person = 0; person < this.board.of.participants; person++) {
      this.toll[person] = breakCost[this.board.breaks(person)]!
      this.strain[person] = this.strainOf(person)
      this.cost += this.toll[person]!
    }
    this.keepIfBest()
  }

  private keepIfBest() {
    if (this.cost >= this.bestCost - 1e-9) return
    // All costs are thousandths; the sum drifts from them by a hair at each step.
    this.bestCost = Math.round(this.cost * 1000) / 1000
    this.best.set(this.board.slotOf)
  }

  private strainOf(person: number): number {
    const breaks = this.board.breaks(person)
    return breaks === 0 ? 0 : breakCost[breaks]! + longBreak * (this.board.idle(person) - breaks)
  }

  /** Collects the participants whose day changes: those with one meeting in the chains, not two. */
  private touched() {
    const { chains, seen, people, board } = this
    this.mark += 1
    people.length = 0
    for (let index = 0; index < chains.length; index++) {
      const meeting = chains.members[index]!
      for (let side = 0; side < 2; side++) {
        const person = side === 0 ? board.of.a[meeting]! : board.of.b[meeting]!
        if (seen[person] === this.mark) {
          people.splice(people.indexOf(person), 1)
        } else {
          seen[person] = this.mark
          people.push(person)
        }
      }
    }
  }

  /** Adds chains that go the other way until the fuller slot has its tables; false when that fails. */
  private balance(from: number, to: number): boolean {
    const { board, chains, dice } = this
    const { capacity, participants, slots } = board.of
    for (let tries = 12; chains.surplus !== 0; tries--) {
      const fuller = chains.surplus > 0 ? to : from
      const { length, surplus } = chains
      if (board.count[fuller]! + Math.abs(surplus) <= capacity[fuller]!) return true
      if (tries === 0) return false
      const other = board.at[dice.below(participants) * slots + fuller]!
      if (other < 0) continue
      if (!chains.add(other, from, to)) {
        if (chains.length > length) return false
        continue
      }
      if (Math.abs(chains.surplus) > Math.abs(surplus)) return false
    }
    return true
  }

  private step(heat: number) {
    const { board, dice, chains, people, strain, toll } = this
    const { slots, allowed } = board.of
    const meeting = this.placed[dice.below(this.placed.length)]!
    const from = board.slotOf[meeting]!
    const to = dice.below(slots)
    if (to === from || !allowed[meeting * slots + to]) return
    chains.begin()
    if (!chains.add(meeting, from, to) || !this.balance(from, to)) return
    this.touched()
    chains.flip(from, to)
    let change = 0
    for (const person of people) change += this.strainOf(person) - strain[person]!
    if ((change > 0 && dice.next() >= Math.exp(-change / heat)) || !chains.inOrder()) {
      chains.flip(from, to)
      return
    }
    for (const person of people) {
      strain[person] = this.strainOf(person)
      const now = breakCost[board.breaks(person)]!
      this.cost += now - toll[person]!
      toll[person] = now
    }
    this.keepIfBest()
  }

  /** Tries some steps at one temperature. */
  run(steps: number, heat: number): void {
    if (this.placed.length === 0) return
    for (let step = 0; step < steps; step++) this.step(heat)
  }
}
