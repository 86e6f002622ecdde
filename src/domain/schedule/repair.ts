import type { Board } from './board.ts'
import { BreakClauses } from './break-clauses.ts'
import type { Random } from './random.ts'
import type { Sat } from './sat.ts'

/** The share of the slots whose meetings are let loose at first, and how it grows when that proves too few. */
const firstShare = 0.75
const grow = 0.01
/** How many conflicts a try may have at first, and by what it grows when that proves too few. */
const firstConflicts = 2000
const moreConflicts = 1.05
const mostConflicts = 30_000

/**
 * Takes the last breaks out: a SAT solver is asked for fewer of them while the meetings of some slots, drawn by lot, stay
 * where they are (large neighbourhood search). When it finds that there is no such timetable, more slots are let loose,
 * in the end all; what it then denies is proven.
 */
export class Repairer {
  proven = false
  private readonly board: Board
  private readonly sat: Sat
  private readonly dice: Random
  private readonly clauses: BreakClauses
  private share = firstShare
  private conflicts = firstConflicts

  constructor(board: Board, sat: Sat, dice: Random) {
    this.board = board
    this.sat = sat
    this.dice = dice
    this.clauses = new BreakClauses(board, sat, board.totalBreaks())
  }

  private someSlots(share: number): Set<number> {
    const { slots } = this.board.of
    const many = Math.max(2, Math.round(slots * share))
    const all = Array.from({ length: slots }, (_, slot) => slot)
    const some = new Set<number>()
    while (some.size < many && all.length > 0) some.add(all.splice(this.dice.below(all.length), 1)[0]!)
    return some
  }

  private variable(meeting: number, slot: number): number {
    return this.clauses.at[meeting * this.board.of.slots + slot]!
  }

  private stay(loose: ReadonlySet<number>): number[] {
    const { slotOf } = this.board
    return this.clauses.placed
      .filter((meeting) => !loose.has(slotOf[meeting]!))
      .map((meeting) => this.variable(meeting, slotOf[meeting]!))
  }

  private take() {
    const { of, slotOf } = this.board
    const next = Int16Array.from(slotOf)
    for (const meeting of this.clauses.placed) {
      for (let slot = 0; slot < of.slots; slot++) {
        const variable = this.variable(meeting, slot)
        if (variable && this.sat.value(variable)) next[meeting] = slot
      }
    }
    this.board.restore(next)
  }

  /** Asks once for fewer breaks; true when the board has fewer. Does nothing once the least is proven. */
  tryFewer(): boolean {
    const breaks = this.board.totalBreaks()
    if (breaks === 0) this.proven = true
    if (this.proven) return false
    const fewer = this.clauses.atMost(breaks - 1)
    if (fewer === null) {
      this.proven = true
      return false
    }
    const loose = this.someSlots(this.share)
    const answer = this.sat.solve({ assumptions: [fewer, ...this.stay(loose)], conflicts: this.conflicts })
    if (answer === 'satisfiable') {
      this.take()
      return true
    }
    if (answer === 'unknown') this.conflicts = Math.min(mostConflicts, this.conflicts * moreConflicts)
    else if (loose.size === this.board.of.slots) this.proven = true
    else this.share = Math.min(1, this.share + grow)
    return false
  }

  /** Goes elsewhere at no cost: the meetings of half the slots are placed anew, with no more breaks. */
  wander(): void {
    const { slotOf } = this.board
    const loose = this.someSlots(0.5)
    const slots = [...loose]
    const noMore = this.clauses.atMost(this.board.totalBreaks())
    const wishes = this.clauses.placed
      .filter((meeting) => loose.has(slotOf[meeting]!))
      .map((meeting) => this.variable(meeting, slots[this.dice.below(slots.length)]!))
      .filter((variable) => variable > 0)
    for (const wish of wishes) this.sat.phase(wish)
    const assumptions = [...(noMore === null ? [] : [noMore]), ...this.stay(loose)]
    if (this.sat.solve({ assumptions, conflicts: firstConflicts }) === 'satisfiable') this.take()
    for (const wish of wishes) this.sat.unphase(wish)
  }
}
