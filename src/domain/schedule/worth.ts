import type { Board } from './board.ts'
import type { Model } from './model.ts'

/**
 * What placing each meeting is worth to the search: locked ones before all, required ones before the rest, then by
 * value; a trace more for each, so that one of no value is still better placed than not.
 */
export function worthOf({ problem, value, meetings }: Model): Float64Array {
  const sum = value.reduce((total, each) => total + each, 0)
  const trace = (sum || 1) * 1e-7
  const required = sum + meetings * trace + 1
  const locked = required * (meetings + 1)
  return Float64Array.from(problem.meetings, (meeting, index) => {
    const rank = meeting.locked ? locked : meeting.required ? required : 0
    return rank + value[index]! + trace
  })
}

/**
 * Exchanges placed meetings for unplaced ones of equal worth where that spreads meetings more evenly: nobody who asked
 * goes without while others have many. The sum of the squares of everyone's meetings falls with each exchange.
 */
export function spreadEvenly(board: Board, worth: Float64Array): void {
  const { of } = board
  const { slots, meetings, a, b, allowed, participants } = of
  const has = new Int32Array(participants)
  for (let meeting = 0; meeting < meetings; meeting++) {
    if (board.slotOf[meeting]! < 0) continue
    has[a[meeting]!]! += 1
    has[b[meeting]!]! += 1
  }
  const shift = (meeting: number, by: number) => {
    has[a[meeting]!]! += by
    has[b[meeting]!]! += by
  }
  /** How much less even it gets by one meeting more. */
  const crowd = (meeting: number) => 2 * (has[a[meeting]!]! + has[b[meeting]!]!) + 2
  const exchange = (meeting: number): boolean => {
    for (let slot = 0; slot < slots; slot++) {
      if (!allowed[meeting * slots + slot]) continue
      let out = board.inTheWay(meeting, slot)
      if (out.length > 1) continue
      if (board.tableless(slot, out)) {
        if (out.length > 0) continue
        out = richest(slot, worth[meeting]!)
      }
      const [other] = out
      if (other === undefined || Math.abs(worth[other]! - worth[meeting]!) > 1e-9) continue
      shift(other, -1)
      if (crowd(meeting) < crowd(other)) {
        board.take(other)
        board.put(meeting, slot)
        shift(meeting, 1)
        return true
      }
      shift(other, 1)
    }
    return false
  }
  const richest = (slot: number, like: number): number[] => {
    let found = -1
    for (let meeting = 0; meeting < meetings; meeting++) {
      if (board.slotOf[meeting] !== slot || Math.abs(worth[meeting]! - like) > 1e-9) continue
      if (found < 0 || crowd(meeting) > crowd(found)) found = meeting
    }
    return found < 0 ? [] : [found]
  }
  for (let again = true; again; ) {
    again = false
    for (let meeting = 0; meeting < meetings; meeting++) {
      if (board.slotOf[meeting]! < 0 && of.options[meeting]! > 0 && exchange(meeting)) again = true
    }
  }
}
