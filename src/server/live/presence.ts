import type { Doing, Present } from '../../contract/live.ts'
import { sayAgainAfter } from '../../contract/live.ts'

/** Where a window of somebody's is. */
export interface Place {
  /** The account and the window: two people's windows never have the same. */
  key: string
  user: string
  name: string
  recordId: string
  doing: Doing
}

/** More windows than these of one person are not kept; the longest silent go first. */
const mostPerUser = 30

/** Who has which record open, as far as they have said so lately. `now` is in milliseconds, and only ever grows. */
export class Presence {
  readonly #now: () => number
  readonly #held = new Map<string, Place & { until: number }>()
  constructor(now: () => number) {
    this.#now = now
  }

  /** Notes where a window is; gives the records whose visitors this changes. */
  put(place: Place): Set<string> {
    const before = this.#held.get(place.key)
    // Put last: the map is in the order of what was said.
    this.#held.delete(place.key)
    this.#held.set(place.key, { ...place, until: this.#now() + sayAgainAfter * 3000 })
    const own = [...this.#held.values()].filter(({ user }) => user === place.user)
    for (const { key } of own.slice(0, -mostPerUser)) this.#held.delete(key)
    const same = before?.recordId === place.recordId && before.doing === place.doing
    return new Set(same ? [] : [...(before ? [before.recordId] : []), place.recordId])
  }

  /** The window has left. */
  drop(key: string): Set<string> {
    const before = this.#held.get(key)
    this.#held.delete(key)
    return new Set(before ? [before.recordId] : [])
  }

  /** Forgets those who have gone without a word. */
  expire(): Set<string> {
    const gone = [...this.#held.values()].filter(({ until }) => until <= this.#now())
    for (const { key } of gone) this.#held.delete(key)
    return new Set(gone.map(({ recordId }) => recordId))
  }

  /** The windows that show a record. */
  windowsAt(recordId: string): Place[] {
    return [...this.#held.values()].filter((place) => place.recordId === recordId)
  }

  /** Who else has a record open, each once and by name: editing goes before looking. */
  othersAt(recordId: string, user: string): Present[] {
    const others = new Map<string, Present>()
    for (const { user: other, name, doing } of this.windowsAt(recordId)) {
      if (other === user) continue
      const edits = doing === 'edits' || others.get(other)?.doing === 'edits'
      others.set(other, { name, doing: edits ? 'edits' : 'looks' })
    }
    return [...others.values()].sort((a, b) => a.name.localeCompare(b.name))
  }
}
