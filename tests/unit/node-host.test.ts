import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isAway, persistently } from '../../src/server/db/away.ts'
import { addressesIn } from '../../src/server/db/writable-pool.ts'
import { nodeApp } from '../../src/server/node/app.ts'
import { connectionLimits } from '../../src/server/node/limits.ts'
import { logTo } from '../../src/server/node/log.ts'
import { metricsOf } from '../../src/server/node/metrics.ts'
import { readSettings, settings, settingsInWords, unknownSettings } from '../../src/server/node/settings.ts'

describe('the settings', () => {
  it('are said wrong all at once, without what is secret', () => {
    const wrong = {
      PORT: '-1',
      CORRIDOR_START: 'full',
      DATABASE_URL: 'garbage',
      CORRIDOR_SECRET: 'too short a secret',
      CORRIDOR_LOG: 'loud',
      CORRIDOR_OIDC_ISSUER: 'https://login.example.org',
      TZ: 'Mars/Olympus',
    }
    const told = (() => {
      try {
        readSettings(wrong)
      } catch (error) {
        return (error as Error).message
      }
    })()
    for (const name of Object.keys(wrong)) expect(told).toContain(name)
    expect(told).toContain('PORT must be a number from 0 to 65535, not "-1"')
    expect(told).not.toContain('too short a secret')
    expect(told).not.toContain('garbage')
  })

  it('tell a word from a number by what was written', () => {
    expect(() => readSettings({ PORT: 'abc' })).toThrow('PORT must be a number from 0 to 65535, not "abc"')
  })

  it.each(['bla', 'mail.example.org', 'smtp://', 'smtps:///path', 'https://mail.example.org'])(
    'refuse %s for a mail server',
    (CORRIDOR_SMTP) => {
      const told = 'CORRIDOR_SMTP must be an address such as smtps://user:password@mail.example.org'
      expect(() => readSettings({ CORRIDOR_SMTP })).toThrow(told)
    },
  )

  it.each(['smtp://localhost:25', 'smtps://user:p%40ss@mail.example.org'])(
    'take %s for a mail server',
    (CORRIDOR_SMTP) => {
      expect(readSettings({ CORRIDOR_SMTP })).toMatchObject({ CORRIDOR_SMTP })
    },
  )

  it('take an empty variable for one that is left out', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: '', CORRIDOR_OPEN: '' })).toMatchObject({
      PORT: 4180,
      HOST: 'localhost',
      CORRIDOR_POOL: 10,
      DATABASE_URL: undefined,
      CORRIDOR_OPEN: undefined,
    })
    expect(unknownSettings({ CORRIDOR_PROT: '1', CORRIDOR_POOL: '5', PATH: '' })).toEqual(['CORRIDOR_PROT'])
  })

  it('are all in the guide, as they are here', () => {
    const guide = readFileSync('docs/operations.md', 'utf8')
    for (const [name, { without, means }] of Object.entries(settings))
      expect(guide).toContain(`| \`${name}\` | ${without} | ${means} |`)
    expect(settingsInWords()).toContain('CORRIDOR_STOP_SECONDS (20)')
  })
})

it('finds the servers in an address of several', () => {
  expect(addressesIn('postgres://u:p@one:5432,two:5433/name?target_session_attrs=read-write&x=1')).toEqual([
    'postgres://u:p@one:5432/name?x=1',
    'postgres://u:p@two:5433/name?x=1',
  ])
  expect(addressesIn('postgres://one/name')).toEqual(['postgres://one/name'])
  expect(addressesIn('postgres:///name?host=/run/postgresql')).toEqual([
    'postgres:///name?host=/run/postgresql',
  ])
})

describe('a database that is away', () => {
  const lost = Object.assign(new Error('terminating connection'), { code: '57P01' })
  it('is known by what the driver says, and by what others made of it', () => {
    expect(isAway(new Error('signing in failed', { cause: lost }))).toBe(true)
    expect(isAway(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }))).toBe(true)
    expect(isAway(Object.assign(new Error('exists'), { code: '23505' }))).toBe(false)
  })
  it('is tried again, and nothing else is', async () => {
    let tries = 0
    const third = async () => {
      if (++tries < 3) throw lost
      return tries
    }
    expect(await persistently(third)).toBe(3)
    tries = 0
    const broken = async () => {
      tries++
      throw new TypeError('broken')
    }
    await expect(persistently(broken)).rejects.toThrow('broken')
    expect(tries).toBe(1)
  })
})

describe('the host', () => {
  const folder = mkdtempSync(join(tmpdir(), 'corridor-app-'))
  const lines: string[] = []
  const stopping = new AbortController()
  let server: Server
  let origin = ''

  beforeAll(async () => {
    writeFileSync(join(folder, 'index.html'), '<!doctype html><script src="/a.js"></script>')
    writeFileSync(join(folder, 'service-worker.js'), '// '.padEnd(3000, 'x'))
    const api = new Hono()
    api.get('/api/organisations', (c) => {
      const text = JSON.stringify({ items: 'x'.repeat(5000) })
      return c.body(text, 200, { 'content-type': 'application/json', 'x-request-id': 'r-1' })
    })
    api.get(
      '/api/live',
      () => new Response(new ReadableStream(), { headers: { 'content-type': 'text/event-stream' } }),
    )
    api.post('/api/organisations', async (c) => c.json({ size: (await c.req.text()).length }))
    const given = readSettings({ CORRIDOR_APP: folder, CORRIDOR_METRICS_TOKEN: 'a-token-for-figures' })
    const write = (line: string) => {
      lines.push(line)
    }
    const log = logTo('json', false, { write, clock: () => new Date(0) })
    const app = nodeApp({
      settings: given,
      url: 'https://corridor.example.org',
      local: true,
      host: { fetch: async (request) => api.fetch(request) },
      health: new Hono().get('/healthz', (c) => c.json({ healthy: true })),
      metrics: metricsOf(given),
      log,
      stopping: stopping.signal,
      bodyPatience: 150,
    })
    server = serve({
      fetch: app.fetch,
      hostname: 'localhost',
      port: 0,
      serverOptions: connectionLimits,
    }) as Server
    await once(server, 'listening')
    origin = `http://localhost:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
    rmSync(folder, { recursive: true })
  })

  it('guards every answer: pages, files, the API, errors, its health', async () => {
    for (const path of [
      '/',
      '/grants',
      '/service-worker.js',
      '/api/organisations',
      '/api/none',
      '/healthz',
      '/no.png',
    ]) {
      const { headers } = await fetch(origin + path)
      expect(Object.fromEntries(headers), path).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
        'strict-transport-security': expect.stringMatching(/^max-age=\d{8}/),
        'content-security-policy': expect.stringMatching(/^default-src '(self|none)'/),
      })
      expect(headers.get('content-security-policy')).not.toMatch(/'unsafe/)
    }
    const page = await fetch(`${origin}/`)
    const nonce = /nonce-([^']+)'/.exec(page.headers.get('content-security-policy') ?? '')?.[1]
    expect(await page.text()).toContain(`nonce="${nonce}"`)
  })

  it('lets its service worker and workers fetch from it, and start the engine of the schedule', async () => {
    const { headers } = await fetch(`${origin}/service-worker.js`)
    const policy = headers.get('content-security-policy')
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'")
    expect(policy).not.toContain('connect-src')
  })

  it('packs answers of the API, and asks after a file only whether it has changed', async () => {
    const packed = await fetch(`${origin}/api/organisations`)
    expect([packed.headers.get('content-encoding'), packed.headers.get('vary')]).toEqual([
      'gzip',
      'Accept-Encoding',
    ])
    const file = await fetch(`${origin}/service-worker.js`)
    const tag = file.headers.get('etag') ?? ''
    expect(file.headers.get('cache-control')).toBe('no-cache')
    const again = await fetch(`${origin}/service-worker.js`, { headers: { 'if-none-match': tag } })
    expect(again.status).toBe(304)
  })

  it('shows its figures to this machine and to who has the token, and to nobody through a proxy', async () => {
    const status = async (headers: Record<string, string>) =>
      (await fetch(`${origin}/metrics`, { headers })).status
    expect(await status({})).toBe(200)
    expect(await status({ 'x-forwarded-for': '203.0.113.7' })).toBe(404)
    expect(
      await status({ 'x-forwarded-for': '203.0.113.7', authorization: 'Bearer a-token-for-figures' }),
    ).toBe(200)
    expect(await status({ authorization: 'Bearer another' })).toBe(404)
    const text = await (await fetch(`${origin}/metrics`)).text()
    expect(text).toContain('corridor_requests_total{operation="organisations.list",status="200"}')
    expect(text).not.toContain('/api/')
  })

  it('logs operations and no addresses', async () => {
    lines.length = 0
    await fetch(`${origin}/api/organisations?q=Marie%20Martin`)
    const [line = '{}'] = lines
    expect(JSON.parse(line)).toEqual({
      time: '1970-01-01T00:00:00.000Z',
      level: 'info',
      msg: 'request',
      operation: 'organisations.list',
      status: 200,
      ms: expect.any(Number),
      requestId: 'r-1',
    })
    const error = Object.assign(new Error('Key (email)=(marie@example.org) exists in "people"'), {
      code: 'XX000',
    })
    logTo('json', false, { write: (text) => lines.push(text), clock: () => new Date(0) }).failed(
      'failed',
      error,
    )
    expect(lines.at(-1)).toContain('XX000')
    expect(lines.at(-1)).not.toMatch(/marie|people/)
  })

  it('lets nobody in from pages of other sites, or by another name', async () => {
    const from = (headers: Record<string, string>) => fetch(`${origin}/api/organisations`, { headers })
    expect((await from({ origin: 'https://evil.example' })).status).toBe(403)
  })

  it('ends requests whose body arrives drop by drop', async () => {
    const { port } = server.address() as AddressInfo
    const socket = connect(port, 'localhost')
    let answer = ''
    socket.on('data', (text) => {
      answer += text
    })
    socket.write(
      'POST /api/organisations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
    )
    await once(socket, 'close')
    expect(answer).toMatch(/^HTTP\/1\.1 408 /)
  })

  it('ends event streams when it stops, and keeps no connection', async () => {
    const stream = await fetch(`${origin}/api/live`)
    expect(stream.headers.get('content-encoding')).toBeNull()
    stopping.abort()
    expect(await stream.text()).toBe('')
    expect((await fetch(`${origin}/healthz`)).headers.get('connection')).toBe('close')
  })
})
