import { countBreaks, countIdle, type DayBits, dayBits } from './day-bits.ts'
import type { Model } from './model.ts'

/**
 * A timetable being worked on, always one that can be held: which slot each meeting has, who sits where, how many tables
 * are taken. Tables themselves are dealt out at the end.
 */
export class Board {
  readonly of: Model
  /** The slot of each meeting, or -1. */
  readonly slotOf: Int16Array
  /** `at[seat * slots + slot]`: the meeting held there, or -1. */
  readonly at: Int32Array
  /** Meetings in each slot. */
  readonly count: Int32Array
  private readonly bits: DayBits
  private readonly busy: Int32Array

  constructor(of: Model) {
    this.of = of
    this.slotOf = new Int16Array(of.meetings).fill(-1)
    this.at = new Int32Array(of.seats * of.slots).fill(-1)
    this.count = new Int32Array(of.slots)
    this.bits = dayBits(of.problem.slots)
    this.busy = new Int32Array(of.participants * this.bits.words)
  }

  private set(meeting: number, slot: number, value: number) {
    const { a, b, tableSeat, slots } = this.of
    const { words } = this.bits
    const word = this.bits.word[slot]!
    const bit = this.bits.bit[slot]!
    const first = a[meeting]!
    const second = b[meeting]!
    this.at[first * slots + slot] = value
    this.at[second * slots + slot] = value
    this.busy[first * words + word]! ^= bit
    this.busy[second * words + word]! ^= bit
    const seat = tableSeat[meeting]!
    if (seat >= 0) this.at[seat * slots + slot] = value
  }

  put(meeting: number, slot: number): void {
    this.set(meeting, slot, meeting)
    this.slotOf[meeting] = slot
    this.count[slot]! += 1
  }

  take(meeting: number): void {
    const slot = this.slotOf[meeting]!
    this.set(meeting, slot, -1)
    this.slotOf[meeting] = -1
    this.count[slot]! -= 1
  }

  /** Whether the order rules let a meeting into a slot, beside what is placed. */
  inOrder(meeting: number, slot: number): boolean {
    for (const earlier of this.of.before[meeting]!) if (this.slotOf[earlier]! >= slot) return false
    for (const later of this.of.after[meeting]!) {
      const there = this.slotOf[later]!
      if (there >= 0 && there <= slot) return false
    }
    return true
  }

  /** Whether nobody who would sit in a meeting sits elsewhere in that slot. */
  seatsFree(meeting: number, slot: number): boolean {
    const { a, b, tableSeat, slots } = this.of
    if (this.at[a[meeting]! * slots + slot]! >= 0 || this.at[b[meeting]! * slots + slot]! >= 0) return false
    const seat = tableSeat[meeting]!
    return seat < 0 || this.at[seat * slots + slot]! < 0
  }

  /** Whether an unplaced meeting can be put into a slot as things are. */
  fits(meeting: number, slot: number): boolean {
    const { allowed, slots, capacity } = this.of
    return (
      allowed[meeting * slots + slot] === 1 &&
      this.count[slot]! < capacity[slot]! &&
      this.seatsFree(meeting, slot) &&
      this.inOrder(meeting, slot)
    )
  }

  /** Meetings that would have to go for another to be put into a slot: one at each seat, and those out of order. */
  inTheWay(meeting: number, slot: number): number[] {
    const { a, b, tableSeat, slots, before, after } = this.of
    const going: number[] = []
    const note = (other: number) => {
      if (other >= 0 && !going.includes(other)) going.push(other)
    }
    note(this.at[a[meeting]! * slots + slot]!)
    note(this.at[b[meeting]! * slots + slot]!)
    const seat = tableSeat[meeting]!
    if (seat >= 0) note(this.at[seat * slots + slot]!)
    for (const earlier of before[meeting]!) if (this.slotOf[earlier]! >= slot) note(earlier)
    for (const later of after[meeting]!) {
      const there = this.slotOf[later]!
      if (there >= 0 && there <= slot) note(later)
    }
    return going
  }

  /** Whether a slot would still lack a table for one more meeting once some are gone from it. */
  tableless(slot: number, gone: readonly number[]): boolean {
    let left = this.count[slot]!
    for (const meeting of gone) if (this.slotOf[meeting] === slot) left -= 1
    return left >= this.of.capacity[slot]!
  }

  /** Idle runs between a participant's first and last meeting, summed over the days. */
  breaks(participant: number): number {
    return countBreaks(this.bits, this.busy, participant * this.bits.words)
  }

  /** Idle slots between a participant's first and last meeting, summed over the days. */
  idle(participant: number): number {
    return countIdle(this.bits, this.busy, participant * this.bits.words)
  }

  totalBreaks(): number {
    let total = 0
    for (let person = 0; person < this.of.participants; person++) total += this.breaks(person)
    return total
  }

  /** Makes the board look like a list of slots once read from `slotOf`. */
  restore(slotOf: ArrayLike<number>): void {
    for (let meeting = 0; meeting < this.of.meetings; meeting++) {
      if (this.slotOf[meeting]! >= 0 && this.slotOf[meeting] !== slotOf[meeting]) this.take(meeting)
    }
    for (let meeting = 0; meeting < this.of.meetings; meeting++) {
      if (slotOf[meeting]! >= 0 && this.slotOf[meeting]! < 0) this.put(meeting, slotOf[meeting]!)
    }
  }
}
