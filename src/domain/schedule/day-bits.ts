import type { ScheduleSlot } from './types.ts'

/** A bit for each slot, in words of 32 that never span two days. */
export interface DayBits {
  word: Int32Array
  bit: Int32Array
  words: number
  /** 1 for a word that continues the day of the word before it. */
  continues: Uint8Array
}

export function dayBits(slots: readonly ScheduleSlot[]): DayBits {
  const word = new Int32Array(slots.length)
  const bit = new Int32Array(slots.length)
  const continues: number[] = []
  let used = 32
  slots.forEach(({ day }, slot) => {
    const sameDay = slot > 0 && day === slots[slot - 1]!.day
    if (!sameDay || used === 32) {
      continues.push(sameDay ? 1 : 0)
      used = 0
    }
    word[slot] = continues.length - 1
    bit[slot] = 1 << used
    used += 1
  })
  return { word, bit, words: continues.length, continues: Uint8Array.from(continues) }
}

function bitsIn(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

const lowest = (word: number) => 31 - Math.clz32(word & -word)
const highest = (word: number) => 31 - Math.clz32(word)

/** Idle runs between the first and last busy slot of each day, summed; `busy` holds one participant's words from `from`. */
export function countBreaks({ words, continues }: DayBits, busy: Int32Array, from: number): number {
  let total = 0
  let runs = 0
  let carry = 0
  for (let word = 0; word < words; word++) {
    const bits = busy[from + word]!
    if (!continues[word]) {
      if (runs > 1) total += runs - 1
      runs = 0
      carry = 0
    }
    runs += bitsIn(bits & ~((bits << 1) | carry))
    carry = bits >>> 31
  }
  return runs > 1 ? total + runs - 1 : total
}

/** Idle slots between the first and last busy slot of each day, summed. */
export function countIdle({ words, continues }: DayBits, busy: Int32Array, from: number): number {
  let idle = 0
  /** The last busy position of the day so far, counted from the present word's start; below 0 in an earlier word. */
  let last = 0
  let begun = false
  for (let word = 0; word < words; word++) {
    const bits = busy[from + word]!
    if (!continues[word]) begun = false
    if (bits !== 0) {
      const first = lowest(bits)
      const end = highest(bits)
      if (begun) idle += first - last - 1
      idle += end - first + 1 - bitsIn(bits)
      last = end
      begun = true
    }
    last -= 32
  }
  return idle
}
