import type { Model } from './model.ts'
import { partsOf, peopleBound } from './sides.ts'

/** The most meetings that one pair of participants has with each other. */
function repeats({ meetings, a, b, participants }: Model): number {
  const seen = new Map<number, number>()
  let most = 0
  for (let meeting = 0; meeting < meetings; meeting++) {
    const one = Math.min(a[meeting]!, b[meeting]!)
    const other = Math.max(a[meeting]!, b[meeting]!)
    const count = (seen.get(one * participants + other) ?? 0) + 1
    seen.set(one * participants + other, count)
    most = Math.max(most, count)
  }
  return most
}

/**
 * Whether theorems promise that every meeting finds its place; false means only that none of them speaks. A schedule is a
 * colouring of edges: participants are points, meetings edges, slots colours.
 * - Nobody blocked, two sides: as many slots suffice as the busiest participant has meetings (König 1916).
 * - Nobody blocked, any pairs: one more for each repeat of a pair (Vizing 1964), or half as many again (Shannon 1949).
 *   Colours can always be evened out, so tables need only hold the average (de Werra 1971, McDiarmid 1972).
 * - Blocked slots, two sides, tables to spare: each meeting has as many slots open as the busier of its two
 *   participants has meetings (Galvin 1995; Borodin, Kostochka and Woodall 1997).
 */
export function alwaysFits(of: Model): boolean {
  const { meetings, slots, capacity, options, before, tableSeat, ofParticipant } = of
  if (meetings === 0) return true
  if (before.some((list) => list.length > 0) || tableSeat.some((seat) => seat >= 0)) return false
  const degree = ofParticipant.map((list) => list.length)
  const busiest = Math.max(...degree)
  const parts = partsOf(of)
  const twoSided = parts.twoSided.every(Boolean)
  let usable = 0
  let fewestTables = Number.POSITIVE_INFINITY
  for (let slot = 0; slot < slots; slot++) {
    if (capacity[slot]! <= 0) continue
    usable += 1
    fewestTables = Math.min(fewestTables, capacity[slot]!)
  }
  if (options.every((open) => open === usable)) {
    const needed = twoSided ? busiest : Math.min(busiest + repeats(of), Math.floor((3 * busiest) / 2))
    if (needed <= usable && Math.ceil(meetings / usable) <= fewestTables) return true
  }
  if (!twoSided) return false
  const people = peopleBound(of, parts)
  if (people.some((bound, slot) => capacity[slot]! > 0 && bound > capacity[slot]!)) return false
  return options.every((open, meeting) => open >= Math.max(degree[of.a[meeting]!]!, degree[of.b[meeting]!]!))
}
