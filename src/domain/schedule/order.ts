import { orderCycles } from './flaws.ts'
import type { Model } from './model.ts'

/** Meetings that must follow each other, more than there are slots for them. */
export interface Chain {
  meetings: number[]
  slots: number[]
}

export interface OrderWindows {
  /** The first and last slot of each meeting once its order is kept; first > last when there is none. */
  first: Int32Array
  last: Int32Array
  /** One chain for each stretch that has no room, cycles left out. */
  tooLong: Chain[]
}

const firstFrom = ({ allowed, slots }: Model, meeting: number, from: number) => {
  for (let slot = Math.max(0, from); slot < slots; slot++) if (allowed[meeting * slots + slot]) return slot
  return slots
}

const lastUntil = ({ allowed, slots }: Model, meeting: number, until: number) => {
  for (let slot = Math.min(slots - 1, until); slot >= 0; slot--)
    if (allowed[meeting * slots + slot]) return slot
  return -1
}

/** Meetings so listed that each comes after those it waits for; members of a cycle are left out. */
function inOrder({ meetings, before, after }: Model): number[] {
  const waits = Int32Array.from(before, (list) => list.length)
  const list: number[] = []
  for (let meeting = 0; meeting < meetings; meeting++) if (waits[meeting] === 0) list.push(meeting)
  for (let head = 0; head < list.length; head++) {
    for (const next of after[list[head]!]!) {
      waits[next]! -= 1
      if (waits[next] === 0) list.push(next)
    }
  }
  return list
}

/** What is left to each meeting by the "after" rules when all are to be placed. */
export function orderWindows(model: Model): OrderWindows {
  const { meetings, slots, before, after } = model
  const first = new Int32Array(meetings)
  const last = new Int32Array(meetings)
  const because = new Int32Array(meetings).fill(-1)
  const sequence = inOrder(model)
  for (const meeting of sequence) {
    let from = 0
    for (const earlier of before[meeting]!) {
      if (first[earlier]! + 1 > from) {
        from = first[earlier]! + 1
        because[meeting] = earlier
      }
    }
    first[meeting] = firstFrom(model, meeting, from)
  }
  for (const meeting of sequence.toReversed()) {
    let until = slots - 1
    for (const later of after[meeting]!) until = Math.min(until, last[later]! - 1)
    last[meeting] = lastUntil(model, meeting, until)
  }
  const tooLong: Chain[] = []
  for (const meeting of sequence) {
    // The first that drops off the end names the chain; those behind it only repeat it.
    if (first[meeting]! < slots || model.options[meeting] === 0) continue
    if (before[meeting]!.some((earlier) => first[earlier]! >= slots)) continue
    const chain = [meeting]
    for (let link = because[meeting]!; link >= 0; link = because[link]!) chain.unshift(link)
    const usable = new Set<number>()
    for (const link of chain) {
      for (let slot = 0; slot < slots; slot++) if (model.allowed[link * slots + slot]) usable.add(slot)
    }
    tooLong.push({ meetings: chain, slots: [...usable].sort((x, y) => x - y) })
  }
  return { first, last, tooLong }
}

/** Cycles among the "after" rules, as meeting ids. */
export const cyclesOf = (model: Model): string[][] => orderCycles(model.problem.meetings)
