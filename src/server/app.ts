import { Hono } from 'hono'
import type { BinaryReply, Endpoint, VerbInput } from '../contract/endpoint.ts'
import { type Answer, problemAnswer, toResponse } from './answer.ts'
import type { Actor, Context, Deps } from './context.ts'
import { failureOf } from './db/violations.ts'
import { Failure } from './failure.ts'
import { fingerprintOf } from './idempotency.ts'
import { readBody, readInput } from './input.ts'
import { authorise } from './rights/authorise.ts'
import { narrowed } from './rights/check-read.ts'
import { checkWrite } from './rights/check-write.ts'
import { asSeenBy } from './rights/left-out.ts'
import type { Route } from './route.ts'
import { routes } from './routes.ts'
import { write } from './write.ts'

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
      return toResponse(await handle(deps, route, c.req.raw, c.req.param(), requestId), requestId)
    })
  }
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
    const actor = await deps.sessions(request, deps.db)
    authorise(endpoint, actor)
    const bytes = await readBody(endpoint, request)
    const input = await readInput(endpoint, request, params, bytes)
    const { sessions: _, clock, ...rest } = deps
    context = { ...rest, actor, now: clock(), changeSetId: null }
    if (endpoint.access === 'read') return answerOf(endpoint, await readAs(context, route, input))
    return await write(context, {
      endpoint,
      key: keyOf(request, actor),
      fingerprint: await fingerprintOf(request, bytes),
      run: async (ctx) => {
        const reply = await route.run(ctx, input)
        await checkWrite(ctx, endpoint, params)
        return { answer: answerOf(endpoint, reply), recordId: params.id ?? (hasId(reply) ? reply.id : null) }
      },
    })
  } catch (error) {
    const failure = error instanceof Failure ? error : failureOf(error)
    if (!failure) {
      console.error(`[${requestId}] ${endpoint.id} failed`, error)
      return problemAnswer(new Failure('internal', 'The request could not be carried out'), requestId)
    }
    const current =
      failure.code === 'version_stale' && context ? await currentOf(context, route, params) : undefined
    return problemAnswer(failure, requestId, current)
  }
}

/** What a read gives to this actor: what their rights reach, without what they may not see. */
async function readAs(ctx: Context, route: Route, input: unknown): Promise<unknown> {
  const asked = await narrowed(ctx, route.endpoint, input)
  const reply = await route.run(ctx, asked)
  return asSeenBy(ctx, route.endpoint.id, reply, (asked as { query?: unknown }).query)
}

/** The record as it stands, for the one whose copy is stale. */
async function currentOf(ctx: Context, route: Route, params: Record<string, string>): Promise<unknown> {
  if (route.current && params.id) return route.current(ctx, params.id).catch(() => undefined)
  const [noun] = route.endpoint.id.split('.')
  const reader = routes.find(({ endpoint }) => endpoint.id === `${noun}.read`)
  const input: VerbInput<Endpoint> = { params, query: {} } as never
  return reader && readAs(ctx, reader, input).catch(() => undefined)
}

function keyOf(request: Request, actor: Actor): string | null {
  const key = request.headers.get('idempotency-key')
  if (!key) return null
  if (!/^[\w-]{1,100}$/.test(key))
    throw new Failure('malformed_request', 'Idempotency-Key: 1 to 100 letters, digits, - and _')
  return `${actor.userId ?? actor.id ?? 'local'}:${key}`
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
