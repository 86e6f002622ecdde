import { Hono } from 'hono'
import type { BinaryReply, Endpoint, VerbInput } from '../contract/endpoint.ts'
import { rightOf } from '../contract/rights.ts'
import { type Answer, problemAnswer, toResponse } from './answer.ts'
import type { Actor, Context, Deps } from './context.ts'
import { isAway, persistently } from './db/away.ts'
import { Failure } from './failure.ts'
import { foreseen } from './foreseen.ts'
import { fingerprintOf } from './idempotency.ts'
import { readBody, readInput } from './input.ts'
import { authorise, may } from './rights/authorise.ts'
import { mayReadFound, narrowed } from './rights/check-read.ts'
import { checkWrite } from './rights/check-write.ts'
import { asSeenBy } from './rights/left-out.ts'
import type { Route } from './route.ts'
import { routes } from './routes.ts'
import { write } from './write.ts'
import { writtenAt } from './written-at.ts'

export interface Api {
  /** Answers any request under `/api`. Never rejects: what goes wrong is a problem document. */
  fetch(request: Request): Promise<Response>
}

/** The REST API over a migrated database. */
export function createApi(deps: Deps): Api {
  const app = new Hono().basePath('/api')
  for (const route of routes) {
    app.on(route.endpoint.method, honoPath(route.endpoint.path), async (c) => {
      const requestId = deps.newId()
      const answer = await handle(deps, route, c.req.raw, c.req.param(), requestId)
      if (route.endpoint.access === 'write' && answer.status < 300)
        deps.live?.wrote(route.endpoint.id, answer.headers['x-change-set'])
      return toResponse(answer, requestId)
    })
  }
  const { live } = deps
  if (live) app.get('/live', (c) => live.open(c.req.raw, deps.sessions))
  const paths = new Map<string, string[]>()
  for (const { endpoint } of routes) {
    paths.set(endpoint.path, [...(paths.get(endpoint.path) ?? []), endpoint.method])
  }
  for (const [path, methods] of paths) {
    app.all(honoPath(path), () => {
      const id = deps.newId()
      const answer = problemAnswer(
        new Failure('method_not_allowed', `Allowed here: ${methods.join(', ')}`),
        id,
      )
      answer.headers.allow = methods.join(', ')
      return toResponse(answer, id)
    })
  }
  // Read without signing in: its address is the secret.
  app.get('/calendar/:file', async (c) => {
    const id = deps.newId()
    const { serveCalendar } = await import('./calendars/serve.ts')
    return toResponse(await serveCalendar(deps, c.req.raw, c.req.param('file'), id), id)
  })
  let document: Promise<string> | undefined
  app.get('/openapi.json', async () => {
    // Loaded when asked for: nothing else needs it, and a browser's worker should not carry it.
    document ??= import('./openapi/document.ts').then(({ openApiDocument }) =>
      openApiDocument(routes.map(({ endpoint }) => endpoint)),
    )
    const answer: Answer = {
      status: 200,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-cache' },
      body: await document,
    }
    return toResponse(answer, deps.newId())
  })
  app.notFound(() => {
    const id = deps.newId()
    return toResponse(problemAnswer(new Failure('not_found', 'There is nothing at this address'), id), id)
  })
  return { fetch: async (request) => app.fetch(request) }
}

const honoPath = (path: string) => path.replaceAll(/\{(\w+)\}/g, ':$1')

async function handle(
  deps: Deps,
  route: Route,
  request: Request,
  params: Record<string, string>,
  requestId: string,
): Promise<Answer> {
  const { endpoint } = route
  let context: Context | undefined
  try {
    const actor = await persistently(() => deps.sessions(request, deps.db))
    authorise(endpoint, actor)
    const bytes = await readBody(endpoint, request)
    const input = await readInput(endpoint, request, params, bytes)
    const { sessions: _, clock, ...rest } = deps
    const now = clock()
    const written = writtenAt(endpoint, request, now)
    const ctx: Context = { ...rest, actor, now, written, changeSetId: null }
    context = ctx
    if (endpoint.access === 'read') {
      const reply = await persistently(() => readAs(ctx, route, input))
      await deps.audit?.saw(ctx, endpoint, input)
      return answerOf(endpoint, reply)
    }
    return await write(ctx, {
      endpoint,
      key: keyOf(request, actor),
      fingerprint: await fingerprintOf(request, bytes),
      run: async (inWrite) => {
        const reply = await route.run(inWrite, input)
        await checkWrite(inWrite, endpoint, params)
        return { answer: answerOf(endpoint, reply), recordId: params.id ?? (hasId(reply) ? reply.id : null) }
      },
    })
  } catch (error) {
    const failure = foreseen(error)
    if (!failure) {
      const report = deps.report ?? reportToConsole
      report({ requestId, operation: endpoint.id }, error)
      return problemAnswer(new Failure('internal', 'The request could not be carried out'), requestId)
    }
    if (failure.code !== 'version_stale' || !context) return problemAnswer(failure, requestId)
    return staleAnswer(failure, requestId, () => currentOf(context as Context, route, params))
  }
}

/** With the record as it stands: without it the app could not go on by itself, so where the database is away it is to ask again. */
async function staleAnswer(
  stale: Failure,
  requestId: string,
  current: () => Promise<unknown>,
): Promise<Answer> {
  try {
    return problemAnswer(stale, requestId, await persistently(current))
  } catch (error) {
    return problemAnswer(isAway(error) ? (foreseen(error) ?? stale) : stale, requestId)
  }
}

const reportToConsole: NonNullable<Deps['report']> = ({ requestId, operation }, error) =>
  console.error(`[${requestId}] ${operation} failed`, error)

/** What a read gives to this actor: what their rights reach, without what they may not see. */
async function readAs(ctx: Context, route: Route, input: unknown): Promise<unknown> {
  const asked = await narrowed(ctx, route.endpoint, input)
  const reply = await route.run(ctx, asked)
  return asSeenBy(ctx, route.endpoint.id, reply, (asked as { query?: unknown }).query)
}

/** The record as it stands, as far as they may read it, for the one whose copy is stale. */
async function currentOf(ctx: Context, route: Route, params: Record<string, string>): Promise<unknown> {
  const [noun = ''] = route.endpoint.id.split('.')
  if (route.current && params.id) {
    const found = await route.current(ctx, params.id)
    return mayReadFound(ctx, noun, found) ? asSeenBy(ctx, `${noun}.read`, found, {}) : undefined
  }
  const reader = routes.find(({ endpoint }) => endpoint.id === `${noun}.read`)
  const input: VerbInput<Endpoint> = { params, query: {} } as never
  if (!reader || !may(ctx.actor, rightOf(reader.endpoint))) return undefined
  return readAs(ctx, reader, input)
}

function keyOf(request: Request, actor: Actor): string | null {
  const key = request.headers.get('idempotency-key')
  if (!key) return null
  if (!/^[\w-]{1,100}$/.test(key))
    throw new Failure('malformed_request', 'Idempotency-Key: 1 to 100 letters, digits, - and _')
  // An answer that is kept is as one token may have it, and another perhaps not.
  return [actor.userId ?? actor.id ?? 'local', ...(actor.token ? [actor.token.id] : []), key].join(':')
}

const hasId = (reply: unknown): reply is { id: string } =>
  typeof reply === 'object' && reply !== null && 'id' in reply && typeof reply.id === 'string'

function answerOf(endpoint: Endpoint, reply: unknown): Answer {
  if (endpoint.reply === null) return { status: endpoint.status, headers: {}, body: null }
  if (endpoint.reply === 'binary') return attachment(endpoint.status, reply as BinaryReply)
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  if (typeof reply === 'object' && reply !== null && 'version' in reply) headers.etag = `"${reply.version}"`
  return { status: endpoint.status, headers, body: JSON.stringify(reply) }
}

/** Files are always saved, never shown: what somebody uploaded must not run in the app's own origin. */
function attachment(status: number, { bytes, mediaType, filename }: BinaryReply): Answer {
  const plain = filename.replaceAll(/[^\x20-\x7e]|["\\]/g, '_')
  return {
    status,
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(filename)}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    },
    body: bytes,
  }
}
