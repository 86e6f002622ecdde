import { sql } from 'kysely'
import { webhookDays } from '../../../contract/webhooks.ts'
import type { Db } from '../../db/database.ts'
import { isBeside, type Outside } from '../../webhooks/outside.ts'
import type { Reach } from './addresses.ts'
import { type Claimed, claimDue, dueEndpoints, release } from './claim.ts'
import { post, type Resolve, resolveByDns } from './post.ts'
import { type OffReason, record } from './record.ts'
import { type Message, signedHeaders } from './sign.ts'

interface Parts {
  db: Db
  clock: () => Date
  newId: () => string
  outside: Outside
  /** Told once, by the node that did it: a receiver was switched off. */
  switchedOff: (url: string, reason: OffReason) => Promise<void>
  tell: (words: string) => void
  /** For tests. */
  resolve?: Resolve
  chance?: () => number
  patience?: number
}

/** How long a receiver may take to answer, in milliseconds. */
const patience = 15_000
/** To one receiver at once: who is slow holds up nobody else. */
const atOnce = 4

/** Sends what is due. Any number of them may do so on one database, each thing is sent by one. */
export class Deliverer {
  readonly #parts: Parts
  readonly #stopping = new AbortController()
  /** Those that are being sent to. */
  readonly #lanes = new Map<string, Promise<void>>()
  #draining = false

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Begins to send what is due to whom nothing is being sent yet, and ends once that has been tried. */
  async round(): Promise<void> {
    const { db, clock, tell } = this.#parts
    if (this.#draining) return
    const due = await dueEndpoints(db, clock())
    const begun = due.flatMap((id) => {
      if (this.#lanes.has(id)) return []
      const lane = this.#lane(id)
        .catch((error) =>
          tell(`Webhooks wait, as the database can't be written to: ${(error as Error).message}`),
        )
        .finally(() => this.#lanes.delete(id))
      this.#lanes.set(id, lane)
      return [lane]
    })
    await Promise.all(begun)
  }

  /** Forgets what is older than the log goes back. */
  async expire(): Promise<void> {
    const before = new Date(this.#parts.clock().getTime() - webhookDays * 24 * 3_600_000)
    await sql`delete from webhook_deliveries where at < ${before.toISOString()} and state <> 'waiting'`.execute(
      this.#parts.db,
    )
  }

  /** Begins nothing more, waits `grace` milliseconds for what is under way, and gives the rest back to whoever comes next. */
  async stop(grace: number): Promise<void> {
    this.#draining = true
    const late = setTimeout(() => this.#stopping.abort(), grace)
    await Promise.all(this.#lanes.values())
    clearTimeout(late)
  }

  async #lane(endpointId: string): Promise<void> {
    const { db, clock, newId } = this.#parts
    while (!this.#draining) {
      const endpoint = await db
        .selectFrom('webhook_endpoints')
        .select(['id', 'url', 'secret', 'former_secret', 'former_until'])
        .where('id', '=', endpointId)
        .where('enabled', '=', true)
        .executeTakeFirst()
      if (!endpoint) return
      const claimed = await claimDue(db, endpointId, { now: clock(), claim: newId(), most: atOnce })
      if (claimed.length === 0) return
      const sent = await Promise.allSettled(claimed.map((one) => this.#send(endpoint, one)))
      const broken = sent.find(({ status }) => status === 'rejected')
      if (broken) throw (broken as PromiseRejectedResult).reason
    }
  }

  async #send(endpoint: Endpoint, claimed: Claimed): Promise<void> {
    const { db, clock, outside, resolve = resolveByDns, chance = Math.random, switchedOff } = this.#parts
    const at = clock()
    const url = new URL(endpoint.url)
    const message = messageOf(claimed)
    try {
      const outcome = await post({
        url,
        body: message.body,
        headers: {
          ...signedHeaders(message, at, secretsOf(endpoint, at)),
          'content-type': 'application/json',
          'user-agent': 'Corridor-Webhooks',
        },
        reach: reachOf(url, outside),
        resolve,
        patience: this.#parts.patience ?? patience,
        signal: this.#stopping.signal,
      })
      const attempt = { endpointId: endpoint.id, outcome, at, now: clock(), chance: chance() }
      const off = await record(db, claimed, attempt)
      if (off) await switchedOff(endpoint.url, off)
    } catch (error) {
      if (!this.#stopping.signal.aborted) throw error
      await release(db, claimed, clock())
    }
  }
}

interface Endpoint {
  id: string
  url: string
  secret: string
  former_secret: string | null
  former_until: string | null
}

/** What is asked of the API by whoever may read it there; nothing of it is told here. */
function messageOf({ id, type, at, noun, recordId, version, count, verb }: Claimed): Message {
  const data = { noun, id: recordId, version, verb, ...(count === null ? {} : { count }) }
  const timestamp = new Date(at).toISOString()
  return { id: `msg_${id}`, body: JSON.stringify({ type, timestamp, data }) }
}

const secretsOf = ({ secret, former_secret, former_until }: Endpoint, at: Date) =>
  former_secret && former_until && Date.parse(former_until) > at.getTime()
    ? [secret, former_secret]
    : [secret]

function reachOf(url: URL, outside: Outside): Reach {
  if (isBeside(url, outside)) return 'beside'
  return outside.private ? 'private' : 'public'
}
