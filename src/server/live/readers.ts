import type { LivePresent } from '../../contract/live.ts'
import type { Actor } from '../context.ts'
import { Channel } from './channel.ts'
import { type Touched, toldTo } from './touched.ts'

/** Somebody who listens: one window. */
export interface Reader {
  key: string
  actor: Actor
  channel: Channel
  /** Who they are now; null once their session has ended. */
  again: () => Promise<Actor | null>
}

/** More windows than these of one person are not told; they ask anew when they are looked at. */
export const mostPerUser = 12

const perReader = 100
const shortest = 500
const longest = 30_000

/** Whose window it is: the account, or the host's own user. */
export const userOf = ({ userId, id }: Actor): string => userId ?? id ?? 'local'

/** All who listen on this node. */
export class Readers {
  readonly #all = new Map<string, Reader>()

  get size(): number {
    return this.#all.size
  }

  has(key: string): boolean {
    return this.#all.has(key)
  }

  countOf(user: string): number {
    return [...this.#all.values()].filter(({ actor }) => userOf(actor) === user).length
  }

  /** A window listens; where it did so already, that stream ends. */
  add(key: string, actor: Actor, again: Reader['again']): Reader {
    this.#all.get(key)?.channel.end()
    const channel = new Channel(() => {
      if (this.#all.get(key)?.channel === channel) this.#all.delete(key)
    })
    const reader = { key, actor, channel, again }
    this.#all.set(key, reader)
    return reader
  }

  /** Asking for everything anew is spread the wider, the more there are who do. */
  pace(): number {
    return Math.min(Math.max(this.#all.size * perReader, shortest), longest)
  }

  tell(touched: readonly Touched[], position: number): void {
    const pace = this.pace()
    for (const { actor, channel } of this.#all.values()) {
      const told = touched.flatMap((one) => {
        const records = toldTo(actor, one)
        return records ? [{ id: one.id, records }] : []
      })
      if (told.length === 0) continue
      const records = [...new Set(told.flatMap((one) => one.records))]
      channel.send('changes', { pace, records, sets: told.map(({ id }) => id) }, position)
    }
  }

  /** To all, whoever they are. */
  tellAll(event: 'replaced' | 'changes', data: object): void {
    for (const { channel } of this.#all.values()) channel.send(event, data)
  }

  present(key: string, what: LivePresent): void {
    this.#all.get(key)?.channel.send('present', what)
  }

  beat(): void {
    for (const { channel } of this.#all.values()) channel.beat()
  }

  /** Ends the streams of those who are signed out by now, and goes by the rights that the others have by now. */
  async askAgain(): Promise<void> {
    for (const reader of [...this.#all.values()])
      try {
        const actor = await reader.again()
        if (actor && userOf(actor) === userOf(reader.actor)) reader.actor = actor
        else reader.channel.end()
      } catch {
        // The database is away: nothing is told meanwhile.
      }
  }

  /** Ends all; each comes back in a moment of its own, so that they don't come all at once. */
  end(): void {
    for (const { channel } of [...this.#all.values()]) {
      channel.comeBackAfter(500 + Math.random() * 3000)
      channel.end()
    }
  }
}
