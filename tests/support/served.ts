import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { nodeApp } from '../../src/server/node/app.ts'
import { logTo } from '../../src/server/node/log.ts'
import { metricsOf } from '../../src/server/node/metrics.ts'
import { readSettings } from '../../src/server/node/settings.ts'
import type { AccountsHost } from '../../src/server/sign-in/host.ts'

/** The Node host over HTTP, on a port of its own, without pages. */
export async function served(
  host: Pick<AccountsHost, 'fetch'>,
  env: Record<string, string> = {},
): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'corridor-app-'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html>')
  const settings = readSettings({ CORRIDOR_APP: folder, ...env })
  const stopping = new AbortController()
  const app = nodeApp({
    ...{ settings, host, url: 'http://localhost', local: true, health: new Hono() },
    metrics: metricsOf(settings),
    log: logTo('quiet', false, { write: () => {}, clock: () => new Date() }),
    stopping: stopping.signal,
  })
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }) as Server
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      stopping.abort()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
      rmSync(folder, { recursive: true })
    },
  }
}
