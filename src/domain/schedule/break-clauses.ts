import type { Board } from './board.ts'
import { Clauses, type Sat } from './sat.ts'
import { partsOf } from './sides.ts'
import { fairSpread } from './smooth.ts'

/**
 * "These meetings, in their slots, with at most so many breaks" as clauses, after Bofill et al. (JAIR 2022): a variable
 * for each meeting and slot, one for each participant and slot used, and the ends of holes counted. Added to theirs is
 * what holds for a day without a break: its used slots are a window as long as there are meetings.
 */
export class BreakClauses {
  /** The variable of a meeting in a slot, or 0: `at[meeting * slots + slot]`. */
  readonly at: Int32Array
  readonly placed: readonly number[]
  private readonly board: Board
  private readonly clauses: Clauses
  private readonly used: Int32Array
  private readonly total: readonly number[]

  /** For the meetings placed on the board, asking for as many breaks as `most` or fewer. */
  constructor(board: Board, sat: Sat, most: number) {
    const { meetings, slots, participants, allowed } = board.of
    this.board = board
    this.clauses = new Clauses(sat)
    this.at = new Int32Array(meetings * slots)
    this.used = new Int32Array(participants * slots)
    this.placed = Array.from({ length: meetings }, (_, meeting) => meeting).filter(
      (meeting) => board.slotOf[meeting]! >= 0,
    )
    for (const meeting of this.placed) {
      for (let slot = 0; slot < slots; slot++) {
        if (allowed[meeting * slots + slot]) this.at[meeting * slots + slot] = this.clauses.fresh()
      }
    }
    this.everyMeetingOnce()
    this.ordered()
    this.seats()
    this.tables()
    this.total = this.clauses.sum(this.holes(), most + 1)
  }

  /** The assumption under which there are at most so many breaks; null when any number will do. */
  atMost(breaks: number): number | null {
    const more = this.total[breaks]
    return more === undefined ? null : -more
  }

  private everyMeetingOnce() {
    const { slots } = this.board.of
    for (const meeting of this.placed) {
      const options = [...this.at.subarray(meeting * slots, (meeting + 1) * slots)].filter(Boolean)
      this.clauses.add(...options)
      this.clauses.atMostOne(options)
    }
  }

  private ordered() {
    const { slots, before } = this.board.of
    for (const meeting of this.placed) {
      for (const earlier of before[meeting]!) {
        for (let slot = 0; slot < slots; slot++) {
          for (let late = slot; late < slots; late++) {
            const here = this.at[meeting * slots + slot]!
            const there = this.at[earlier * slots + late]!
            if (here && there) this.clauses.add(-here, -there)
          }
        }
      }
    }
  }

  private seats() {
    const { slots, participants, seats, a, b, tableSeat } = this.board.of
    const atSeat: number[][] = Array.from({ length: seats * slots }, () => [])
    for (const meeting of this.placed) {
      for (const seat of [a[meeting]!, b[meeting]!, tableSeat[meeting]!]) {
        for (let slot = 0; slot < slots && seat >= 0; slot++) {
          const here = this.at[meeting * slots + slot]!
          if (here) atSeat[seat * slots + slot]!.push(here)
        }
      }
    }
    atSeat.forEach((literals, cell) => {
      this.clauses.atMostOne(literals)
      if (cell < participants * slots && literals.length > 0) this.used[cell] = this.clauses.either(literals)
    })
  }

  /** Counts people instead of meetings, of one side where there are two: fewer, and just as telling. */
  private tables() {
    const { slots, participants, capacity } = this.board.of
    const { side, twoSided } = partsOf(this.board.of)
    const oneSide = twoSided.every(Boolean)
    for (let slot = 0; slot < slots; slot++) {
      const there: number[] = []
      for (let person = 0; person < participants; person++) {
        const used = this.used[person * slots + slot]!
        if (used && !(oneSide && side[person])) there.push(used)
      }
      const most = oneSide ? capacity[slot]! : 2 * capacity[slot]!
      if (there.length > most + (oneSide ? 0 : 1)) this.clauses.atMost(there, most)
    }
  }

  /** The literals that count: one for each break a participant may have, nobody more than is fair. */
  private holes(): number[] {
    const { slots, participants, ofParticipant, problem } = this.board.of
    const holes: number[] = []
    for (let person = 0; person < participants; person++) {
      const mine = ofParticipant[person]!.filter((meeting) => this.board.slotOf[meeting]! >= 0).length
      if (mine < 2) continue
      const usable: number[] = []
      for (let slot = 0; slot < slots; slot++) {
        if (this.used[person * slots + slot]) usable.push(this.used[person * slots + slot]!)
      }
      this.clauses.atMost(usable, mine, true)
      const ends: number[] = []
      let from = 0
      const stretches: [number, number][] = []
      for (let slot = 1; slot <= slots; slot++) {
        if (slot < slots && problem.slots[slot]!.day === problem.slots[from]!.day) continue
        stretches.push([from, slot])
        from = slot
      }
      const days = stretches.map(([start, end]) => this.day(person, start, end))
      for (const { holes: here } of days) ends.push(...here)
      const counted = this.clauses.sum(ends, fairSpread + 1)
      if (counted.length > fairSpread) this.clauses.add(-counted[fairSpread]!)
      if (days.length === 1) this.window(days[0]!, mine, counted[0])
      holes.push(...counted.slice(0, fairSpread))
    }
    return holes
  }

  /** For one day: whether it has begun by a slot, whether it goes on from it, and the ends of its holes. */
  private day(person: number, start: number, end: number) {
    const { slots } = this.board.of
    const used = [...this.used.subarray(person * slots + start, person * slots + end)]
    const chain = (list: readonly number[]) => {
      let last = 0
      return list.map((literal) => {
        if (last && literal) last = this.clauses.either([last, literal])
        else last = last || literal
        return last
      })
    }
    const begun = chain(used)
    const goesOn = chain(used.toReversed()).reverse()
    const holes: number[] = []
    for (let slot = 1; slot < used.length; slot++) {
      if (!used[slot] || !begun[slot - 1]) continue
      // With the slot before unused though begun, a hole ends here.
      if (used[slot - 1] === begun[slot - 1]) continue
      const hole = this.clauses.fresh()
      const busy = used[slot - 1] ? [used[slot - 1]!] : []
      this.clauses.add(hole, ...busy, -begun[slot - 1]!, -used[slot]!)
      holes.push(hole)
    }
    return { used, begun, goesOn, holes }
  }

  /** What follows at once for a participant of a single day who has no break; `broken` is true when there is one. */
  private window(
    { used, begun, goesOn }: ReturnType<BreakClauses['day']>,
    length: number,
    broken: number | undefined,
  ) {
    const unless = broken === undefined ? [] : [broken]
    used.forEach((here, slot) => {
      const before = begun[slot]!
      const after = goesOn[slot]!
      if (before && after && before !== here && after !== here) {
        this.clauses.add(...unless, -before, -after, ...(here ? [here] : []))
      }
      const far = goesOn[slot + length]
      if (before && far) this.clauses.add(...unless, -before, -far)
      // As many slots as meetings lie between the first and the last in any case.
      const earlier = slot > 0 ? begun[slot - 1]! : 0
      const last = goesOn[slot + length - 1]
      this.clauses.add(...(earlier ? [earlier] : []), ...(last ? [last] : []))
    })
  }
}
