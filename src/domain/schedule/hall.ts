/** Things that want one slot each, and together have too few: Hall's condition broken. */
export interface Crowd {
  things: number[]
  slots: number[]
}

const ascending = (x: number, y: number) => x - y

/**
 * Gives each thing one of its slots, no slot to more things than it has room for (augmenting paths). Where that can't
 * be, returns a crowd that shows why: things which together may only use slots with less room than there are of them.
 */
export function crowded(
  things: readonly number[],
  options: readonly (readonly number[])[],
  room: (slot: number) => number,
  slots: number,
): Crowd | null {
  const tenants: number[][] = Array.from({ length: slots }, () => [])
  const rooms = Array.from({ length: slots }, (_, slot) => room(slot))
  // The choosiest first, each into the slot with most room left: then almost nothing has to be moved again.
  const order = [...things].sort((x, y) => options[x]!.length - options[y]!.length)
  for (const start of order) {
    let best = -1
    let left = 0
    for (const slot of options[start]!) {
      const here = rooms[slot]! - tenants[slot]!.length
      if (here > left) {
        best = slot
        left = here
      }
    }
    if (best >= 0) {
      tenants[best]!.push(start)
      continue
    }
    const crowd = makeRoom(start, options, tenants, rooms)
    if (crowd) return crowd
  }
  return null
}

/** Moves tenants along the shortest path that ends in a slot with room; a crowd where there is none. */
function makeRoom(
  start: number,
  options: readonly (readonly number[])[],
  tenants: number[][],
  rooms: readonly number[],
): Crowd | null {
  /** The thing that would move into a slot, and the slot it would leave (-1: it had none). */
  const incomer = new Map<number, { thing: number; from: number }>()
  const queue = [{ thing: start, from: -1 }]
  for (const step of queue) {
    for (const slot of options[step.thing]!) {
      if (incomer.has(slot)) continue
      incomer.set(slot, step)
      if (tenants[slot]!.length < rooms[slot]!) {
        for (let into = slot; into >= 0; ) {
          const { thing, from } = incomer.get(into)!
          tenants[into]!.push(thing)
          if (from >= 0) tenants[from]!.splice(tenants[from]!.indexOf(thing), 1)
          into = from
        }
        return null
      }
      for (const thing of tenants[slot]!) queue.push({ thing, from: slot })
    }
  }
  const things = queue.map(({ thing }) => thing).sort(ascending)
  return { things, slots: [...incomer.keys()].sort(ascending) }
}
