import { names, type ToAll, type ToLeader, type ToMember } from '../messages.ts'
import type { Notice } from '../notices.ts'
import type { WireAnswer, WireRequest } from '../wire.ts'

export interface MemberEvents {
  answer(id: number, answer: WireAnswer): void
  refused(id: number, reason: string): void
  notice(notice: Notice): void
}

const askAfter = 3_000
const giveUpAfter = 60_000

/**
 * A tab that does not keep the database: passes its requests to the one that does. A new leader is sent all
 * that is pending; a silent one is asked, and after 60 s without a word the requests are refused. Nothing
 * waits for ever.
 */
export class Member {
  readonly #tab: string
  readonly #events: MemberEvents
  readonly #pending = new Map<number, { request: WireRequest; asked: number }>()
  readonly #toLeader = new BroadcastChannel(names.leader)
  readonly #all = new BroadcastChannel(names.all)
  readonly #mine: BroadcastChannel
  #heard = 0
  #watch: ReturnType<typeof setInterval> | undefined

  constructor(tab: string, events: MemberEvents) {
    this.#tab = tab
    this.#events = events
    this.#mine = new BroadcastChannel(names.tab(tab))
    this.#mine.onmessage = ({ data }: MessageEvent<ToMember>) => this.#hear(data)
    this.#all.onmessage = ({ data }: MessageEvent<ToAll>) => {
      this.#heard = performance.now()
      if (data.kind === 'notice') this.#events.notice(data.notice)
      else for (const id of this.#pending.keys()) this.#send(id)
    }
  }

  request(id: number, request: WireRequest): void {
    if (this.#pending.size === 0) this.#heard = performance.now()
    this.#pending.set(id, { request, asked: 0 })
    this.#send(id)
    this.#watch ??= setInterval(() => this.#look(), 1_000)
  }

  /** Ends membership; gives what was pending. */
  leave(): Map<number, WireRequest> {
    clearInterval(this.#watch)
    for (const channel of [this.#toLeader, this.#all, this.#mine]) channel.close()
    return new Map([...this.#pending].map(([id, { request }]) => [id, request]))
  }

  #send(id: number): void {
    const pending = this.#pending.get(id)
    if (!pending) return
    pending.asked = performance.now()
    this.#post({ kind: 'request', tab: this.#tab, id, request: pending.request })
  }

  #post(message: ToLeader): void {
    this.#toLeader.postMessage(message)
  }

  #hear(message: ToMember): void {
    this.#heard = performance.now()
    if (message.kind === 'unknown') this.#send(message.id)
    else if (message.kind === 'working' || !this.#pending.delete(message.id)) return
    else if (message.kind === 'answer') this.#events.answer(message.id, message.answer)
    else this.#events.refused(message.id, message.reason)
  }

  #look(): void {
    const now = performance.now()
    if (this.#pending.size === 0) {
      clearInterval(this.#watch)
      this.#watch = undefined
    } else if (now - this.#heard > giveUpAfter) {
      for (const id of this.#pending.keys())
        this.#events.refused(id, 'The tab that keeps the workspace does not answer')
      this.#pending.clear()
    } else {
      for (const [id, pending] of this.#pending) {
        if (now - pending.asked < askAfter) continue
        pending.asked = now
        this.#post({ kind: 'still', tab: this.#tab, id })
      }
    }
  }
}
