import { timingSafeEqual } from 'node:crypto'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { WritablePool } from '../db/writable-pool.ts'
import { isLoopback } from '../own-pages.ts'
import type { Settings } from './settings.ts'

export interface Metrics {
  began(): void
  ended(operation: string, status: number, seconds: number): void
  answer: MiddlewareHandler
}

/** Figures of this node for Prometheus. `pool` is absent where the database is in this process. */
export function metricsOf(
  settings: Pick<Settings, 'CORRIDOR_METRICS_TOKEN' | 'CORRIDOR_PROXY'>,
  pool?: WritablePool,
): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Counter({
    name: 'corridor_requests_total',
    help: 'Requests answered, by operation and status',
    labelNames: ['operation', 'status'],
    registers,
  })
  const durations = new Histogram({
    name: 'corridor_request_seconds',
    help: 'Time until the answer began',
    labelNames: ['operation'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 10],
    registers,
  })
  const running = new Gauge({ name: 'corridor_requests_running', help: 'Requests under way', registers })
  if (pool)
    new Gauge({
      name: 'corridor_database_connections',
      help: 'Connections to PostgreSQL, and requests that wait for one',
      labelNames: ['state'],
      registers,
      collect() {
        const { total, idle, waiting } = pool.counts
        this.set({ state: 'busy' }, total - idle)
        this.set({ state: 'idle' }, idle)
        this.set({ state: 'waited for' }, waiting)
      },
    })
  return {
    began: () => running.inc(),
    ended: (operation, status, seconds) => {
      running.dec()
      requests.inc({ operation, status })
      durations.observe({ operation }, seconds)
    },
    answer: async (c) => {
      if (!mayRead(c, settings)) return c.text('Not found', 404)
      return c.body(await registry.metrics(), 200, { 'content-type': registry.contentType })
    },
  }
}

/** From this machine itself, not through a proxy on it; from others with the token. */
function mayRead(
  c: Context,
  { CORRIDOR_METRICS_TOKEN: token, CORRIDOR_PROXY: proxied }: Parameters<typeof metricsOf>[0],
): boolean {
  const given = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1]
  if (given !== undefined) return token !== undefined && same(given, token)
  if (proxied || ['x-forwarded-for', 'forwarded', 'via'].some((name) => c.req.header(name) !== undefined))
    return false
  const from = getConnInfo(c).remote.address?.replace(/^::ffff:/, '') ?? ''
  return isLoopback(from) && isLoopback((c.req.header('host') ?? '').replace(/:\d+$/, ''))
}

function same(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)]
  return one.length === other.length && timingSafeEqual(one, other)
}
