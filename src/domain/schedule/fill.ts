import type { Board } from './board.ts'
import { Chains } from './chain.ts'
import type { Random } from './random.ts'

/** How many unplaced meetings are looked at in one step: enough to choose well, few enough to stay quick. */
const looked = 32

/**
 * Places as much value as it can. A step puts one unplaced meeting somewhere, best where nothing is in the way, else by
 * an exchange of two slots, else by turning out what is worth least; what was turned out may not return to its slot for
 * a while (tabu search on partial colourings, after Blöchliger and Zufferey 2008).
 */
export class Filler {
  /** The slots of the best board seen, and what its unplaced meetings are worth. */
  readonly best: Int16Array
  bestLost: number
  private readonly board: Board
  private readonly worth: Float64Array
  private readonly dice: Random
  private readonly chains: Chains
  private readonly out: number[]
  private readonly outAt: Int32Array
  private readonly members: number[][]
  private readonly until: Int32Array
  private steps = 0
  private lost = 0

  /** `worth` is positive for every meeting that counts; meetings without an allowed slot are left alone. */
  constructor(board: Board, worth: Float64Array, dice: Random) {
    this.board = board
    this.worth = worth
    this.dice = dice
    this.chains = new Chains(board)
    const { meetings, slots, options } = board.of
    this.out = []
    this.outAt = new Int32Array(meetings).fill(-1)
    this.members = Array.from({ length: slots }, () => [])
    this.until = new Int32Array(meetings * slots)
    this.best = new Int16Array(meetings)
    for (let meeting = 0; meeting < meetings; meeting++) {
      const slot = board.slotOf[meeting]!
      if (slot >= 0) this.members[slot]!.push(meeting)
      else if (options[meeting]! > 0) this.enlist(meeting)
    }
    this.best.set(board.slotOf)
    this.bestLost = this.lost
  }

  private enlist(meeting: number) {
    this.outAt[meeting] = this.out.length
    this.out.push(meeting)
    this.lost += this.worth[meeting]!
  }

  private strike(meeting: number) {
    const place = this.outAt[meeting]!
    const last = this.out.pop()!
    if (last !== meeting) {
      this.out[place] = last
      this.outAt[last] = place
    }
    this.outAt[meeting] = -1
    this.lost -= this.worth[meeting]!
  }

  private put(meeting: number, slot: number) {
    this.board.put(meeting, slot)
    this.members[slot]!.push(meeting)
    this.strike(meeting)
  }

  private turnOut(meeting: number) {
    const slot = this.board.slotOf[meeting]!
    const list = this.members[slot]!
    list[list.indexOf(meeting)] = list[list.length - 1]!
    list.pop()
    this.board.take(meeting)
    this.enlist(meeting)
    this.until[meeting * this.board.of.slots + slot] = this.steps + this.dice.below(10) + this.out.length
  }

  private resettle(from: number, to: number) {
    this.chains.flip(from, to)
    const { slotOf } = this.board
    const pair = [...this.members[from]!, ...this.members[to]!]
    this.members[from] = pair.filter((meeting) => slotOf[meeting] === from)
    this.members[to] = pair.filter((meeting) => slotOf[meeting] === to)
  }

  /** Tries to make a meeting fit by exchanging two slots along a chain, nothing turned out. */
  private fitByExchange(meeting: number): boolean {
    const { board, chains } = this
    const { a, b, slots, allowed, capacity, tableSeat } = board.of
    if (tableSeat[meeting]! >= 0) return false
    const shift = this.dice.below(slots)
    for (const [host, guest] of [
      [a[meeting]!, b[meeting]!],
      [b[meeting]!, a[meeting]!],
    ] as const) {
      for (let i = 0; i < slots; i++) {
        const slot = (i + shift) % slots
        const busy = board.at[guest * slots + slot]!
        if (!allowed[meeting * slots + slot] || board.at[host * slots + slot]! >= 0 || busy < 0) continue
        for (let other = 0; other < slots; other++) {
          if (other === slot || board.at[guest * slots + other]! >= 0) continue
          chains.begin()
          if (!chains.add(busy, slot, other)) continue
          if (board.count[other]! + chains.surplus > capacity[other]!) continue
          if (board.count[slot]! - chains.surplus >= capacity[slot]!) continue
          this.resettle(slot, other)
          if (board.fits(meeting, slot) && chains.inOrder()) {
            this.put(meeting, slot)
            return true
          }
          this.resettle(slot, other)
        }
      }
    }
    return false
  }

  /** What has to go for a meeting to be put into a slot, the cheapest where only a table is missing. */
  private inTheWay(meeting: number, slot: number): number[] {
    const going = this.board.inTheWay(meeting, slot)
    if (!this.board.tableless(slot, going)) return going
    let victim = -1
    let ties = 0
    for (const other of this.members[slot]!) {
      if (going.includes(other)) continue
      const less = victim < 0 ? -1 : this.worth[other]! - this.worth[victim]!
      if (less < 0) ties = 0
      if (less <= 0 && this.dice.below(++ties) === 0) victim = other
    }
    if (victim >= 0) going.push(victim)
    return going
  }

  /** A quick estimate of `inTheWay`'s worth: the table's victim counted as the cheapest of the slot. */
  private price(meeting: number, slot: number, cheapest: Float64Array): number {
    const { at, of, slotOf, count } = this.board
    const first = at[of.a[meeting]! * of.slots + slot]!
    const second = at[of.b[meeting]! * of.slots + slot]!
    const seat = of.tableSeat[meeting]!
    const third = seat >= 0 ? at[seat * of.slots + slot]! : -1
    let price = 0
    let going = 0
    if (first >= 0) {
      price += this.worth[first]!
      going += 1
    }
    if (second >= 0 && second !== first) {
      price += this.worth[second]!
      going += 1
    }
    if (third >= 0 && third !== first && third !== second) {
      price += this.worth[third]!
      going += 1
    }
    if (count[slot]! - going >= of.capacity[slot]!) price += cheapest[slot]!
    for (const earlier of of.before[meeting]!) if (slotOf[earlier]! >= slot) price += this.worth[earlier]!
    for (const later of of.after[meeting]!) {
      if (slotOf[later]! >= 0 && slotOf[later]! <= slot) price += this.worth[later]!
    }
    return price
  }

  private cheapestOf(): Float64Array {
    return Float64Array.from(this.members, (list) => {
      let least = Number.POSITIVE_INFINITY
      for (const meeting of list) least = Math.min(least, this.worth[meeting]!)
      return least
    })
  }

  /** Does some steps; true when nothing is left to place. */
  run(steps: number): boolean {
    const { board, dice, out, until } = this
    const { slots, allowed } = board.of
    for (const end = this.steps + steps; this.steps < end && out.length > 0; this.steps++) {
      const cheapest = this.cheapestOf()
      let bestMeeting = -1
      let bestSlot = -1
      let bestPrice = Number.POSITIVE_INFINITY
      let ties = 0
      const many = Math.min(looked, out.length)
      const from = dice.below(out.length)
      for (let i = 0; i < many; i++) {
        const meeting = out[(from + i) % out.length]!
        for (let slot = 0; slot < slots; slot++) {
          if (!allowed[meeting * slots + slot]) continue
          const price = this.price(meeting, slot, cheapest) - this.worth[meeting]!
          if (price > bestPrice) continue
          const forbidden = until[meeting * slots + slot]! > this.steps
          if (forbidden && this.lost + price >= this.bestLost - 1e-9) continue
          if (price < bestPrice) ties = 0
          if (dice.below(++ties) > 0) continue
          bestPrice = price
          bestMeeting = meeting
          bestSlot = slot
        }
      }
      if (bestMeeting < 0) continue
      const clear = bestPrice + this.worth[bestMeeting]! <= 0
      if (clear || !this.fitByExchange(out[from]!)) {
        for (const other of this.inTheWay(bestMeeting, bestSlot)) this.turnOut(other)
        this.put(bestMeeting, bestSlot)
      }
      if (this.lost < this.bestLost - 1e-9) {
        this.bestLost = this.lost
        this.best.set(board.slotOf)
      }
    }
    return out.length === 0
  }
}
