import { Hono, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { isForeign } from '../own-pages.ts'
import type { AccountsHost } from '../sign-in/host.ts'
import { clientOf } from './accounts.ts'
import { guardingHeaders } from './headers.ts'
import { quickBodies } from './limits.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import { operationNames } from './operations.ts'
import { pagesOf } from './pages.ts'
import { rateLimits } from './rate-limits.ts'
import type { Settings } from './settings.ts'
import { endedBy } from './stop.ts'

interface Parts {
  settings: Settings
  /** Where people reach it. */
  url: string
  /** Whether only this machine reaches it. */
  local: boolean
  host: Pick<AccountsHost, 'fetch'>
  health: Hono
  metrics: Metrics
  log: Log
  stopping: AbortSignal
  /** What commands of this machine ask it. */
  commands?: Hono
  clock?: () => Date
  /** How long a JSON body may take to arrive, in milliseconds. */
  bodyPatience?: number
}

/** All that the host answers: its health, its figures, the API, assistants and the pages. */
export function nodeApp(parts: Parts): Hono {
  const { settings, url, local, host, health, metrics, log, stopping, commands, bodyPatience } = parts
  const { clock = () => new Date() } = parts
  const app = new Hono()
  app.onError((error, c) => {
    log.failed('request failed', error)
    return c.text('Something went wrong on our side', 500)
  })
  app.use(noted(metrics, log))
  app.use(endedBy(stopping))
  app.use(guardingHeaders(url))
  app.get('/healthz', (c) => health.fetch(c.req.raw))
  app.get('/readyz', (c) => health.fetch(c.req.raw))
  app.get('/metrics', metrics.answer)
  app.use('/api/*', ownPagesOnly(local))
  const limited = rateLimits({
    perToken: settings.CORRIDOR_TOKEN_RATE,
    clientOf: (c) => clientOf(c, settings),
    clock,
  })
  app.use('/api/*', limited)
  app.use('/api/*', quickBodies(bodyPatience))
  app.use('/api/*', compress({ threshold: 1024 }))
  app.all('/api/*', (c) => host.fetch(c.req.raw, clientOf(c, settings)))
  // Loaded as the first assistant asks: no one else needs it.
  const mcp = async () => (await import('../mcp/endpoint.ts')).mcpOver(host)
  app.use('/mcp', ownPagesOnly(local), limited, quickBodies(bodyPatience))
  app.all('/mcp', async (c) => (await mcp())(c.req.raw, clientOf(c, settings)))
  if (commands) app.route('/control', commands)
  app.route('/', pagesOf(settings.CORRIDOR_APP))
  return app
}

/** Counts and logs what is answered. Pages are logged only where they could not be given. */
function noted(metrics: Metrics, log: Log): MiddlewareHandler {
  const nameOf = operationNames()
  return async (c, next) => {
    const from = performance.now()
    metrics.began()
    let status = 500
    try {
      await next()
      status = c.res.status
    } finally {
      const ms = performance.now() - from
      const operation = nameOf(c.req.method, c.req.path)
      metrics.ended(operation, status, ms / 1000)
      if (operation !== 'page' || status >= 500) {
        const requestId = c.res.headers.get('x-request-id') ?? undefined
        log.request({ operation, status, ms: Math.round(ms), requestId })
      }
    }
  }
}

/** Cookies, and before there are any the machine itself, say who asks; so a page of another site must not. */
const ownPagesOnly =
  (local: boolean): MiddlewareHandler =>
  async (c, next) => {
    if (!isForeign(c.req.raw, local)) return next()
    const problem = {
      type: 'urn:corridor:problem:not_allowed',
      title: 'Not allowed',
      status: 403,
      code: 'not_allowed',
    }
    return c.body(JSON.stringify(problem), 403, { 'content-type': 'application/problem+json' })
  }
