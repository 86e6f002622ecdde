import type { Model } from './model.ts'

/**
 * The participants in connected parts, each split in two sides where every meeting of the part joins one of each:
 * companies and counterparts, as a rule.
 */
export interface Parts {
  part: Int32Array
  /** 0 or 1, per participant; means nothing in a part that isn't two-sided. */
  side: Int8Array
  /** Per part. */
  twoSided: boolean[]
}

export function partsOf({ participants, ofParticipant, a, b }: Model): Parts {
  const part = new Int32Array(participants).fill(-1)
  const side = new Int8Array(participants)
  const twoSided: boolean[] = []
  for (let start = 0; start < participants; start++) {
    if (part[start] !== -1) continue
    const number = twoSided.push(true) - 1
    part[start] = number
    const queue = [start]
    for (const here of queue) {
      for (const meeting of ofParticipant[here]!) {
        const other = a[meeting] === here ? b[meeting]! : a[meeting]!
        if (other < 0) continue
        if (part[other] === -1) {
          part[other] = number
          side[other] = 1 - side[here]!
          queue.push(other)
        } else if (side[other] === side[here]) twoSided[number] = false
      }
    }
  }
  return { part, side, twoSided }
}

/** How many meetings the people who are free in each slot could hold at once, had they tables without end. */
export function peopleBound(
  { slots, participants, free }: Model,
  { part, side, twoSided }: Parts,
): Int32Array {
  const bound = new Int32Array(slots)
  const there = new Int32Array(twoSided.length * 2)
  for (let slot = 0; slot < slots; slot++) {
    there.fill(0)
    for (let person = 0; person < participants; person++) {
      if (free[person * slots + slot]) there[part[person]! * 2 + side[person]!]! += 1
    }
    twoSided.forEach((split, number) => {
      const one = there[number * 2]!
      const other = there[number * 2 + 1]!
      bound[slot]! += split ? Math.min(one, other) : Math.floor((one + other) / 2)
    })
  }
  return bound
}

/** How many meetings each slot can hold at most, by its open tables and by the people who are free. */
export function simultaneous(of: Model, parts = partsOf(of)): Int32Array {
  const people = peopleBound(of, parts)
  return of.capacity.map((open, slot) => Math.min(open, people[slot]!))
}
