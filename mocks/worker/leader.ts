import { names, type ToAll, type ToLeader, type ToMember } from '../messages.ts'
import type { Notice } from '../notices.ts'
import type { WireAnswer, WireRequest } from '../wire.ts'

/** Answers requests; rejects with the reason where it can't. */
export type Serve = (request: WireRequest) => Promise<WireAnswer>

/**
 * The tab that keeps the database: answers the other tabs' requests, each once however often it is sent
 * meanwhile.
 */
export class Leader {
  readonly #serve: Serve
  readonly #inbox = new BroadcastChannel(names.leader)
  readonly #all = new BroadcastChannel(names.all)
  readonly #underWay = new Set<string>()
  /** One channel per tab; a tab that is gone costs next to nothing. */
  readonly #tabs = new Map<string, BroadcastChannel>()

  constructor(serve: Serve) {
    this.#serve = serve
    this.#inbox.onmessage = ({ data }: MessageEvent<ToLeader>) => this.#hear(data)
    this.#tellAll({ kind: 'leader' })
  }

  notice(notice: Notice): void {
    this.#tellAll({ kind: 'notice', notice })
  }

  #hear(message: ToLeader): void {
    const { tab, id } = message
    const key = `${tab}/${id}`
    if (this.#underWay.has(key)) this.#tell(tab, { kind: 'working', id })
    else if (message.kind === 'still') this.#tell(tab, { kind: 'unknown', id })
    else {
      this.#underWay.add(key)
      this.#serve(message.request)
        .then((answer) => this.#tell(tab, { kind: 'answer', id, answer }))
        .catch((error: Error) => this.#tell(tab, { kind: 'refused', id, reason: error.message }))
        .finally(() => this.#underWay.delete(key))
    }
  }

  #tell(tab: string, message: ToMember): void {
    let channel = this.#tabs.get(tab)
    if (!channel) {
      channel = new BroadcastChannel(names.tab(tab))
      this.#tabs.set(tab, channel)
    }
    channel.postMessage(message)
  }

  #tellAll(message: ToAll): void {
    this.#all.postMessage(message)
  }
}
