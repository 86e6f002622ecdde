import type { BinaryReply, BodyBytes, CallInput, Endpoint, Reply } from '../contract/endpoint.ts'
import { problem as problemSchema } from '../contract/problems.ts'
import { actorHeader, writtenHeader } from '../contract/workspace.ts'
import { useActorChoice } from './actor.ts'
import { answered, unanswered } from './connection.ts'
import { ApiProblem, ConnectionLost, UnexpectedAnswer } from './failures.ts'
import { withIdempotencyKey } from './idempotency.ts'
import { noteOwnWrite } from './own-writes.ts'
import { noteNotSignedIn } from './sign-in-needed.ts'

/** Takes a request to the API and brings its answer. Rejects only where no answer came. */
export type Transport = (request: Request, onProgress?: (share: number) => void) => Promise<Response>

let transport: Transport = async (request, onProgress) =>
  // `fetch` can't tell how much it has sent.
  onProgress ? (await import('./upload.ts')).upload(request, onProgress) : fetch(request)
/** The browser host and tests put their own way to the API here; the default is `fetch`. */
export function setTransport(next: Transport): void {
  transport = next
}

/** Sends a request that was made elsewhere (by the API's own page) as all others are sent, and as the same actor. */
export function send(request: Request): Promise<Response> {
  const { actorId } = useActorChoice.getState()
  if (actorId) request.headers.set(actorHeader, actorId)
  return transport(request)
}

export interface CallOptions {
  signal?: AbortSignal
  /** The version that was seen, for `If-Match`. */
  version?: number
  /** Given only to repeat a write known elsewhere; otherwise the client finds the right key itself. */
  idempotencyKey?: string
  /** As whom, where it was not written just now; null for the host's default. */
  actorId?: string | null
  /** When it was written, where that is not now: an ISO instant. */
  written?: string
  /** Share of the body sent, 0 to 1, where the transport can tell. */
  onProgress?: (share: number) => void
}

export interface Answer<E extends Endpoint> {
  reply: Reply<E>
  /** What a write is called in the history; what "Undo" undoes. */
  changeSetId: string | null
  /** It waits in this browser to be sent; the reply is what it is expected to give. */
  queued?: boolean
}

interface LooseInput {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
}

/** Asks the API and gives the parsed answer. Throws ApiProblem, ConnectionLost or UnexpectedAnswer. */
export async function call<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
  options?: CallOptions,
): Promise<Reply<E>> {
  return (await callWithMeta(endpoint, input, options)).reply
}

/** Like `call`, with what else came with the answer. */
export async function callWithMeta<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
  options: CallOptions = {},
): Promise<Answer<E>> {
  const send = async (key?: string) => {
    const response = await answerTo(requestFor(endpoint, input, options, key), options)
    const changeSetId = response.headers.get('X-Change-Set')
    noteOwnWrite(changeSetId)
    return { reply: (await readReply(endpoint, response)) as Reply<E>, changeSetId }
  }
  if (endpoint.access === 'read') return asSomebody(send)
  const lost = (error: unknown) => error instanceof ConnectionLost
  return withIdempotencyKey(endpoint, input, options.idempotencyKey, send, lost)
}

/** Where the chosen person is no longer one of the workspace, the choice is dropped and the question asked again. */
async function asSomebody<T>(send: () => Promise<T>): Promise<T> {
  const { actorId, choose } = useActorChoice.getState()
  try {
    return await send()
  } catch (error) {
    if (!actorId || !(error instanceof ApiProblem) || error.code !== 'not_signed_in') throw error
    if (useActorChoice.getState().actorId === actorId) choose(null)
    return send()
  }
}

async function answerTo(request: Request, { signal, onProgress }: CallOptions): Promise<Response> {
  try {
    const response = await transport(request, onProgress)
    if (!response.ok) throw await failureOf(response)
    answered()
    return response
  } catch (error) {
    if (error instanceof ApiProblem) answered()
    // Nobody waits any longer; whether there would have been an answer is not known, unless it was waited for too long.
    else if (!signal?.aborted || isTooLate(signal)) unanswered()
    if (error instanceof ApiProblem || error instanceof ConnectionLost) throw error
    if (signal?.aborted) throw signal.reason
    throw new ConnectionLost(error)
  }
}

const isTooLate = ({ reason }: AbortSignal) =>
  reason instanceof DOMException && reason.name === 'TimeoutError'

async function failureOf(response: Response): Promise<ApiProblem | ConnectionLost> {
  const isProblem = response.headers.get('Content-Type')?.includes('problem+json')
  const parsed = isProblem ? problemSchema.safeParse(await response.json().catch(() => null)) : null
  if (parsed?.data?.code === 'not_signed_in') noteNotSignedIn()
  // The API answers, but its database does not: the same may be sent again, as if no answer had come.
  if (parsed?.data?.code === 'unavailable') return new ConnectionLost(new ApiProblem(parsed.data))
  if (parsed?.success) return new ApiProblem(parsed.data)
  // A gateway's or a captive portal's own page: the API itself has not answered.
  return new ConnectionLost(new Error(`${response.status} without a problem document`))
}

/** The address of an operation, with its parameters filled in. */
export function addressOf(endpoint: Pick<Endpoint, 'path'>, input: LooseInput): string {
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(input.params?.[name])),
  )
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) continue
    query.set(name, Array.isArray(value) ? value.join(',') : String(value))
  }
  const search = query.size > 0 ? `?${query}` : ''
  return `/api${path}${search}`
}

/** What has to be known of an operation to send it. */
export type Sendable = Pick<Endpoint, 'id' | 'method' | 'path' | 'body'>

/**
 * Sends a write that was kept, with its own key and as its own actor. The reply is what came, unparsed: it may be
 * another build's contract. Throws ApiProblem, ConnectionLost, or the signal's reason.
 */
export async function sendKept(
  endpoint: Sendable,
  input: LooseInput,
  options: CallOptions & { idempotencyKey: string },
): Promise<unknown> {
  const request = requestFor(endpoint, input, options, options.idempotencyKey)
  const response = await answerTo(request, options)
  noteOwnWrite(response.headers.get('X-Change-Set'))
  if (!response.headers.get('Content-Type')?.includes('json')) return undefined
  return response.json().catch((error) => {
    throw new ConnectionLost(error)
  })
}

function requestFor(endpoint: Sendable, input: LooseInput, options: CallOptions, key?: string): Request {
  const headers = new Headers({ Accept: 'application/json' })
  const language = document.documentElement.lang
  if (language) headers.set('Accept-Language', language)
  const { actorId = useActorChoice.getState().actorId } = options
  if (actorId) headers.set(actorHeader, actorId)
  if (key) headers.set('Idempotency-Key', key)
  if (options.written) headers.set(writtenHeader, options.written)
  if (options.version !== undefined) headers.set('If-Match', `"${options.version}"`)
  let body: BodyInit | undefined
  if (endpoint.body === 'binary') {
    const bytes = input.body as BodyBytes
    headers.set('Content-Type', (bytes instanceof Blob && bytes.type) || 'application/octet-stream')
    body = bytes
  } else if (input.body !== undefined) {
    headers.set('Content-Type', 'application/json')
    body = JSON.stringify(input.body)
  }
  const url = new URL(addressOf(endpoint, input), location.origin)
  return new Request(url, { method: endpoint.method, headers, body, signal: options.signal })
}

async function readReply(endpoint: Endpoint, response: Response): Promise<unknown> {
  if (endpoint.reply === null) return undefined
  try {
    if (endpoint.reply === 'binary') return await readFile(response)
    return endpoint.reply.parse(await response.json())
  } catch (error) {
    // The connection can break between the headers and the end of the body.
    if (error instanceof TypeError) throw new ConnectionLost(error)
    throw new UnexpectedAnswer(`${endpoint.id} answered out of contract`, { cause: error })
  }
}

async function readFile(response: Response): Promise<BinaryReply> {
  const disposition = response.headers.get('Content-Disposition') ?? ''
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  const plain = /filename="?([^";]+)"?/i.exec(disposition)?.[1]
  return {
    bytes: new Uint8Array(await response.arrayBuffer()),
    mediaType: response.headers.get('Content-Type') ?? 'application/octet-stream',
    filename: encoded ? decodeURIComponent(encoded) : (plain ?? 'file'),
  }
}
