import { type Doing, type LiveHello, liveStream, type Present } from '../../contract/live.ts'
import { replacingWorkspace } from '../../contract/workspace.ts'
import { problemAnswer, toResponse } from '../answer.ts'
import type { Actor, Deps, Sessions } from '../context.ts'
import { failureOf } from '../db/violations.ts'
import { Failure } from '../failure.ts'
import { readInput } from '../input.ts'
import { authorise } from '../rights/authorise.ts'
import type { Live } from './live.ts'
import { Log } from './log.ts'
import { type Place, Presence } from './presence.ts'
import { mostPerUser, Readers, userOf } from './readers.ts'
import { touchedBy } from './touched.ts'
import type { Wire } from './wire.ts'

interface Settings extends Pick<Deps, 'db' | 'clock' | 'newId'> {
  /** Where there are several nodes. */
  wire?: Wire | undefined
  /** For tests: how long things take, in milliseconds. */
  times?: Partial<typeof usual>
}

const usual = {
  /** What is written within this time is told together. */
  gather: 50,
  /** How often the history is looked at for what was not heard of, while other nodes are heard and while they are not. */
  look: 30_000,
  lookDeaf: 2_000,
  beat: 25_000,
}

/** What nodes say to each other. */
interface Said {
  sets?: string[]
  replaced?: true
  here?: Place
  left?: string
}

/** A notification of PostgreSQL holds 8,000 bytes. */
const mostSets = 150

/** The one of a host, or of one of its nodes. */
export const startLive = (settings: Settings): Live => new Hub(settings)

type Timer = ReturnType<typeof setTimeout>

class Hub implements Live {
  readonly #settings: Settings
  readonly #times: typeof usual
  readonly #readers = new Readers()
  readonly #presence = new Presence(() => performance.now())
  readonly #log: Log
  /** Change sets that are to be told, and whether they were made here. */
  readonly #pending = new Map<string, boolean>()
  #gathering: Timer | undefined
  #looking: Timer | undefined
  readonly #beating: ReturnType<typeof setInterval>
  #hears = false
  #stopped = false

  constructor(settings: Settings) {
    this.#settings = settings
    this.#times = { ...usual, ...settings.times }
    this.#log = new Log(settings.db)
    this.#beating = setInterval(() => this.#beat(), this.#times.beat)
    const { wire } = settings
    if (!wire) return
    wire.start({
      hear: (text) => this.#hear(JSON.parse(text) as Said),
      hearing: (yes) => {
        this.#hears = yes
        // What was said meanwhile was not heard.
        if (yes) void this.#look()
        else this.#lookLater()
      },
    })
    this.#lookLater()
  }

  wrote(operation: string, changeSetId: string | undefined): void {
    if (replacingWorkspace.includes(operation)) {
      this.#replaced()
      this.#say({ replaced: true })
    } else if (changeSetId) this.#gather([changeSetId], true)
  }

  here(
    actor: Actor,
    { tab, recordId, doing }: { tab: string; recordId: string | null; doing: Doing },
  ): Present[] {
    const user = actor.userId
    if (!user) return []
    const key = keyOf(actor, tab)
    if (recordId === null) {
      this.#tellVisitors(this.#presence.drop(key))
      this.#say({ left: key })
      return []
    }
    const place = { key, user, name: actor.name ?? '', recordId, doing }
    this.#tellVisitors(this.#presence.put(place))
    this.#say({ here: place })
    return this.#presence.othersAt(recordId, user)
  }

  open(request: Request, sessions: Sessions): Promise<Response> {
    return this.#open(request, sessions).catch((error) => refused(error, this.#settings.newId()))
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#gathering)
    clearTimeout(this.#looking)
    clearInterval(this.#beating)
    this.#readers.end()
    await this.#settings.wire?.stop()
  }

  async #open(request: Request, sessions: Sessions): Promise<Response> {
    const again = () => sessions(request, this.#settings.db)
    const actor = await again()
    authorise(liveStream, actor)
    const { query } = await readInput(liveStream, request, {}, new Uint8Array())
    const { tab, since, age } = query as { tab: string; since?: number; age: number }
    const key = keyOf(actor, tab)
    if (!this.#readers.has(key) && this.#readers.countOf(userOf(actor)) >= mostPerUser)
      throw new Failure('too_many_attempts', `More than ${mostPerUser} windows listen`)
    if (this.#readers.size === 0) await this.#log.begin()
    const { channel } = this.#readers.add(key, actor, again)
    channel.comeBackAfter(1000 + Math.random() * 3000)
    try {
      const last = Number(request.headers.get('last-event-id')) || since
      channel.send('hello', await this.#hello(last, age), this.#log.position)
    } catch (error) {
      channel.end()
      throw error
    }
    return channel.response
  }

  async #hello(since: number | undefined, age: number): Promise<LiveHello> {
    const from = new Date(this.#settings.clock().getTime() - (age + 1) * 1000)
    const missed = await (since === undefined ? this.#log.hasSince(from) : this.#log.hasAfter(since))
    return { pace: this.#readers.pace(), missed }
  }

  #hear({ sets, replaced, here, left }: Said): void {
    if (sets) this.#gather(sets, false)
    if (replaced) this.#replaced()
    if (here) this.#tellVisitors(this.#presence.put(here))
    if (left) this.#tellVisitors(this.#presence.drop(left))
  }

  #say(said: Said): void {
    this.#settings.wire?.send(JSON.stringify(said))
  }

  #gather(ids: readonly string[], here: boolean): void {
    for (const id of ids) this.#pending.set(id, here)
    this.#gathering ??= setTimeout(() => {
      this.#gathering = undefined
      const all = [...this.#pending]
      this.#pending.clear()
      const own = all.flatMap(([id, isOwn]) => (isOwn ? [id] : []))
      for (let at = 0; at < own.length; at += mostSets) this.#say({ sets: own.slice(at, at + mostSets) })
      // What can't be read now is found when the history is looked at.
      this.#tell(all.map(([id]) => id)).catch(() => {})
    }, this.#times.gather)
  }

  async #tell(ids: readonly string[]): Promise<void> {
    if (this.#readers.size === 0 || ids.length === 0) return
    const touched = await touchedBy(this.#settings.db, ids)
    this.#log.note(touched)
    const news = touched.filter(({ own }) => !own)
    this.#readers.tell(news, this.#log.position)
  }

  /** Finds in the history what was not heard of. */
  async #look(): Promise<void> {
    if (this.#readers.size > 0)
      try {
        const found = await this.#log.look()
        const something = { pace: this.#readers.pace(), records: [], sets: [] }
        if (found === 'rewound') this.#readers.tellAll('changes', something)
        else await this.#tell(found)
      } catch {
        // The database is away; so it is for who asks it.
      }
    this.#lookLater()
  }

  #lookLater(): void {
    clearTimeout(this.#looking)
    if (this.#stopped) return
    const { look, lookDeaf } = this.#times
    this.#looking = setTimeout(() => this.#look(), this.#hears ? look : lookDeaf)
  }

  #replaced(): void {
    this.#log.begin().catch(() => {})
    this.#readers.tellAll('replaced', {})
  }

  #beat(): void {
    this.#readers.beat()
    this.#tellVisitors(this.#presence.expire())
    void this.#readers.askAgain()
  }

  #tellVisitors(records: ReadonlySet<string>): void {
    for (const recordId of records)
      for (const { key, user } of this.#presence.windowsAt(recordId))
        this.#readers.present(key, { recordId, others: this.#presence.othersAt(recordId, user) })
  }
}

const keyOf = (actor: Actor, tab: string) => `${userOf(actor)}:${tab}`

function refused(error: unknown, requestId: string): Response {
  const failure = error instanceof Failure ? error : failureOf(error)
  if (!failure) console.error(`[${requestId}] ${liveStream.id} failed`, error)
  return toResponse(
    problemAnswer(failure ?? new Failure('internal', 'The request could not be carried out'), requestId),
    requestId,
  )
}
