import type { Board } from './board.ts'

/**
 * Exchanges two slots along a chain (Kempe): a meeting changes slot, those in its way change to the slot it left, and so
 * on until nobody is in the way. Only the people at the chain's two ends have a different day afterwards.
 */
export class Chains {
  private readonly board: Board
  private readonly inChain: Int32Array
  private mark = 0
  /** The meetings of the chain last found; the first `length` count. */
  readonly members: Int32Array
  length = 0
  /** By how much the slot that the first meeting goes to gets fuller: -1, 0 or 1 as a rule. */
  surplus = 0

  constructor(board: Board) {
    this.board = board
    this.inChain = new Int32Array(board.of.meetings)
    this.members = new Int32Array(board.of.meetings)
  }

  /** Starts a new set of chains: those found from here on stay out of each other's way. */
  begin(): void {
    this.mark += 1
    this.length = 0
    this.surplus = 0
  }

  /**
   * Adds the chain that moving a meeting to a slot needs; false when some member may not change slot. `from` and `to` are
   * the same pair of slots, either way round, for all chains since `begin`.
   */
  add(start: number, from: number, to: number): boolean {
    const { board, members, inChain, mark } = this
    const { a, b, tableSeat, allowed, slots } = board.of
    if (inChain[start] === mark) return false
    const first = this.length
    members[this.length++] = start
    inChain[start] = mark
    for (let next = first; next < this.length; next++) {
      const meeting = members[next]!
      const goes = board.slotOf[meeting] === from ? to : from
      if (!allowed[meeting * slots + goes]) return false
      for (let side = 0; side < 3; side++) {
        const seat = side === 0 ? a[meeting]! : side === 1 ? b[meeting]! : tableSeat[meeting]!
        if (seat < 0) continue
        const other = board.at[seat * slots + goes]!
        if (other >= 0 && inChain[other] !== mark) {
          inChain[other] = mark
          members[this.length++] = other
        }
      }
      this.surplus += goes === to ? 1 : -1
    }
    return true
  }

  /** Carries the exchange out; done twice, it undoes itself. */
  flip(from: number, to: number): void {
    const { board, members } = this
    const { slotOf } = board
    for (let index = 0; index < this.length; index++) {
      const meeting = members[index]!
      const slot = slotOf[meeting]!
      board.take(meeting)
      slotOf[meeting] = slot === from ? to : from
    }
    for (let index = 0; index < this.length; index++) {
      const meeting = members[index]!
      board.put(meeting, slotOf[meeting]!)
    }
  }

  /** Whether order rules hold for every member where it is now. */
  inOrder(): boolean {
    for (let index = 0; index < this.length; index++) {
      const meeting = this.members[index]!
      if (!this.board.inOrder(meeting, this.board.slotOf[meeting]!)) return false
    }
    return true
  }
}
