import type { Model } from './model.ts'
import { partsOf, simultaneous } from './sides.ts'

interface Network {
  to: number[]
  room: number[]
  gain: number[]
  from: number[][]
}

function link(net: Network, from: number, to: number, room: number, gain = 0) {
  net.from[from]!.push(net.to.length)
  net.to.push(to)
  net.room.push(room)
  net.gain.push(gain)
  net.from[to]!.push(net.to.length)
  net.to.push(from)
  net.room.push(0)
  net.gain.push(-gain)
}

/** Sends one unit along the path that gains most; its gain, or null when there is none left. */
function augment(net: Network, source: number, sink: number): number | null {
  const nodes = net.from.length
  const best = new Float64Array(nodes).fill(Number.NEGATIVE_INFINITY)
  const by = new Int32Array(nodes).fill(-1)
  const queued = new Uint8Array(nodes)
  const queue = [source]
  best[source] = 0
  for (let head = 0; head < queue.length; head++) {
    const here = queue[head]!
    queued[here] = 0
    for (const edge of net.from[here]!) {
      const next = net.to[edge]!
      const gain = best[here]! + net.gain[edge]!
      if (net.room[edge]! <= 0 || gain <= best[next]! + 1e-9) continue
      best[next] = gain
      by[next] = edge
      if (!queued[next]) queue.push(next)
      queued[next] = 1
    }
  }
  if (by[sink]! < 0) return null
  for (let here = sink; here !== source; ) {
    const edge = by[here]!
    net.room[edge]! -= 1
    net.room[edge ^ 1]! += 1
    here = net.to[edge ^ 1]!
  }
  return best[sink]!
}

/** In how many slots a participant could have a meeting, by half-day: all, mornings, afternoons. */
function openSlots(
  { problem, slots, ofParticipant, allowed }: Model,
  person: number,
): [number, number, number] {
  const open: [number, number, number] = [0, 0, 0]
  for (let slot = 0; slot < slots; slot++) {
    if (!ofParticipant[person]!.some((meeting) => allowed[meeting * slots + slot])) continue
    open[0] += 1
    open[problem.slots[slot]!.session === 'morning' ? 1 : 2] += 1
  }
  return open
}

const mostValuable = ({ value, options }: Model, places: number): number =>
  [...value]
    .filter((_, meeting) => options[meeting]! > 0)
    .sort((x, y) => y - x)
    .slice(0, places)
    .reduce((sum, each) => sum + each, 0)

/**
 * The most that any timetable can be worth, proven: a flow of greatest gain from one participant of each meeting to the
 * other, nobody in more meetings than slots (half-day by half-day where meetings are bound to one), and no more meetings
 * than places. It forgets that meetings need the same slot, which is why it is a bound. Where everyone may meet anyone,
 * each meeting counts half in either direction. Where `mayGoOn`, asked now and then, says no, the answer is a looser bound:
 * the most valuable meetings, as many as there are places.
 */
export function valueBound(of: Model, mayGoOn: () => boolean): number {
  const { participants, meetings, problem, options, a, b, value } = of
  const parts = partsOf(of)
  const twoSided = parts.twoSided.every(Boolean)
  const places = simultaneous(of, parts).reduce((sum, most) => sum + most, 0)
  // Every participant thrice on each side: all their slots, mornings, afternoons.
  const node = (person: number, kind: number, right: boolean) =>
    2 + (right ? 3 * participants : 0) + 3 * person + kind
  const net: Network = {
    to: [],
    room: [],
    gain: [],
    from: Array.from({ length: 2 + 6 * participants }, () => []),
  }
  for (let person = 0; person < participants; person++) {
    const [all, morning, afternoon] = openSlots(of, person)
    link(net, 0, node(person, 0, false), all)
    link(net, node(person, 0, false), node(person, 1, false), morning)
    link(net, node(person, 0, false), node(person, 2, false), afternoon)
    link(net, node(person, 0, true), 1, all)
    link(net, node(person, 1, true), node(person, 0, true), morning)
    link(net, node(person, 2, true), node(person, 0, true), afternoon)
  }
  for (let meeting = 0; meeting < meetings; meeting++) {
    if (options[meeting] === 0) continue
    const { session } = problem.meetings[meeting]!
    const kind = session === 'morning' ? 1 : session === 'afternoon' ? 2 : 0
    const first = a[meeting]!
    const second = b[meeting]!
    if (!twoSided || parts.side[first] === 0) {
      link(net, node(first, kind, false), node(second, kind, true), 1, value[meeting]!)
    }
    if (!twoSided || parts.side[first] === 1) {
      link(net, node(second, kind, false), node(first, kind, true), 1, value[meeting]!)
    }
  }
  let total = 0
  for (let units = twoSided ? places : 2 * places; units > 0; units--) {
    if (units % 32 === 0 && !mayGoOn()) return mostValuable(of, places)
    const gain = augment(net, 0, 1)
    if (gain === null || gain <= 1e-9) break
    total += gain
  }
  return twoSided ? total : total / 2
}
