import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type * as z from 'zod'
import type { CallInput, Endpoint, Reply } from '../../src/contract/endpoint.ts'
import { type Problem, problem as problemSchema } from '../../src/contract/problems.ts'
import { createApi } from '../../src/server/app.ts'
import type { Actor, Deps } from '../../src/server/context.ts'
import type { Db } from '../../src/server/db/database.ts'
import { testDatabase } from './database.ts'

export const manager: Actor = { id: null, name: null, role: 'manager' }
export const viewer: Actor = { id: null, name: null, role: 'viewer' }

/** The day the tests' clock shows unless told otherwise: the demo workspace's as-of date. */
export const testDay = '2008-09-15'

/** What `call` throws when the API answers with a problem: `toMatchObject({ status: 409, code: 'duplicate' })`. */
export class Refused extends Error {
  readonly status: number
  readonly code: Problem['code']
  readonly problem: Problem
  constructor(problem: Problem) {
    super(`${problem.status} ${problem.code}: ${problem.detail ?? problem.title}`)
    this.status = problem.status
    this.code = problem.code
    this.problem = problem
  }
}

export interface CallOptions {
  /** Who asks; null for nobody signed in (401). Default: the actor that `startApi` was given. */
  actor?: Actor | null
  /** The Idempotency-Key. Default: a new one for each write. Null sends none. */
  key?: string | null
  /** The version seen, for If-Match. */
  version?: number
}

/** Input as the contract has it, or (to be refused) anything else. */
type AnyInput = { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown }

export interface TestApi {
  /** Calls an operation and gives its reply, checked against the contract. Throws `Refused`. */
  call<E extends Endpoint>(endpoint: E, input: CallInput<E>, options?: CallOptions): Promise<Reply<E>>
  /** Calls an operation with input the contract may forbid, and gives the bare answer. */
  send(endpoint: Endpoint, input: AnyInput, options?: CallOptions): Promise<Response>
  /** Sends a request as it is; it comes from the actor that `startApi` was given. */
  fetch(request: Request): Promise<Response>
  /** The database below. On PGlite, never to be used while a request is under way inside a transaction of your own. */
  db: Db
  /** Sets the clock: a civil date ("2008-09-15", noon UTC) or an instant. */
  setClock(to: string): void
  stop(): Promise<void>
}

interface StartOptions {
  actor?: Actor | null
  /** A civil date or an instant. Default: 15 September 2008. */
  clock?: string
  /** The file that "Reset to the demo" loads; without it there is no demo. */
  demo?: Deps['demo']
  /** Whether what is added is marked as sample data. */
  sample?: boolean
  /** What tells others of writes; without it nobody is told. */
  live?: Deps['live']
  /** Who asks, where it is not always the actor, nor told by the header. */
  sessions?: Deps['sessions']
  /** What notes what is seen; without it nothing does. */
  audit?: Deps['audit']
  /** What webhooks reach; without it none are sent. */
  webhooks?: Deps['webhooks']
}

/** Who asks, where it is another than the one that `startApi` was given: an `Actor` as JSON. */
export const actorHeader = 'x-test-actor'

/** The API on a new database of its own; `stop` it in `afterAll`. */
export async function startApi(options: StartOptions = {}): Promise<TestApi> {
  const { db, drop } = await testDatabase()
  return { ...apiOver(db, options), stop: drop }
}

/** The API over a migrated database that is there already, which `stop` leaves as it is. */
export function apiOver(
  db: Db,
  {
    actor = manager,
    clock = testDay,
    demo,
    sample = false,
    live,
    sessions,
    audit,
    webhooks,
  }: StartOptions = {},
): TestApi {
  let now = instantOf(clock)
  const api = createApi({
    db,
    clock: () => new Date(now),
    newId: randomUUID,
    sessions:
      sessions ??
      (async (request) => {
        const asked = request.headers.get(actorHeader)
        return asked === null ? actor : (JSON.parse(asked) as Actor | null)
      }),
    live,
    host: 'test',
    demo,
    sample,
    ...(audit ? { audit } : {}),
    ...(webhooks ? { webhooks } : {}),
  })
  const send: TestApi['send'] = (endpoint, input, options = {}) =>
    api.fetch(requestFor(endpoint, input, options))
  return {
    send,
    db,
    fetch: (request) => api.fetch(request),
    call: async (endpoint, input, options) => {
      const response = await send(endpoint, input as AnyInput, options)
      return (await replyOf(endpoint, response)) as never
    },
    setClock: (to) => {
      now = instantOf(to)
    },
    stop: async () => {},
  }
}

const instantOf = (text: string) => Date.parse(text.length === 10 ? `${text}T12:00:00Z` : text)

function requestFor(endpoint: Endpoint, input: AnyInput, options: CallOptions): Request {
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(input.params?.[name] ?? ''),
  )
  const url = new URL(`/api${path}`, 'http://corridor.test')
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (value !== undefined && value !== null) url.searchParams.set(name, String(value))
  }
  const headers = new Headers()
  if (options.actor !== undefined) headers.set(actorHeader, JSON.stringify(options.actor))
  const key = options.key === undefined && endpoint.access === 'write' ? randomUUID() : options.key
  if (key) headers.set('Idempotency-Key', key)
  if (options.version !== undefined) headers.set('If-Match', `"${options.version}"`)
  let body: BodyInit | undefined
  if (endpoint.body === 'binary') {
    const bytes = input.body as Uint8Array<ArrayBuffer> | Blob
    headers.set('Content-Type', (bytes instanceof Blob && bytes.type) || 'application/octet-stream')
    body = bytes
  } else if (input.body !== undefined) {
    headers.set('Content-Type', 'application/json')
    body = JSON.stringify(input.body)
  }
  return new Request(url, { method: endpoint.method, headers, body })
}

/** The reply of an answer, which must be what the contract says: that status, and no field more or less. */
async function replyOf(endpoint: Endpoint, response: Response): Promise<unknown> {
  if (!response.ok) throw new Refused(await problemOf(response))
  assert.equal(response.status, endpoint.status, `${endpoint.id} answered ${response.status}`)
  if (endpoint.reply === null) return undefined
  if (endpoint.reply === 'binary') {
    const disposition = response.headers.get('content-disposition') ?? ''
    return {
      bytes: new Uint8Array(await response.arrayBuffer()),
      mediaType: response.headers.get('content-type') ?? '',
      filename: decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1] ?? ''),
    }
  }
  const reply: unknown = await response.json()
  const parsed = (endpoint.reply as z.ZodType).parse(reply)
  assert.deepEqual(reply, parsed, `${endpoint.id} answered fields that the contract does not have`)
  return parsed
}

/** The problem document of an answer that is one. */
export async function problemOf(response: Response): Promise<Problem> {
  assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/)
  const problem = problemSchema.parse(await response.json())
  assert.equal(problem.status, response.status)
  return problem
}
