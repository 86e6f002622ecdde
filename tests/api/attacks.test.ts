import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { organisationRecords } from '../../src/contract/organisations.ts'
import * as signIn from '../../src/contract/sign-in.ts'
import { readSession } from '../../src/contract/workspace.ts'
import { routes } from '../../src/server/routes.ts'
import { mostForOne } from '../../src/server/sign-in/attempts.ts'
import { accountsHost } from '../../src/server/sign-in/host.ts'
import { type Host, longPassword, startHost, tokenIn } from '../support/node-host.ts'

let host: Host
beforeAll(async () => {
  host = await startHost()
})
afterAll(() => host.stop())

const organisations = async () =>
  Number(
    (
      await host.db
        .selectFrom('organisations')
        .select(({ fn }) => fn.countAll().as('n'))
        .execute()
    )[0]?.n,
  )
const credentials = { email: 'ada@example.org', password: longPassword }
const address = '/api/organisations'
const anOrganisation = JSON.stringify({ name: 'Planted', kinds: ['cluster'] })
const json = { 'content-type': 'application/json' }

describe('a session', () => {
  it('is another one once the password was changed, and the one before is worth nothing', async () => {
    const own = host.browser()
    await own.ask(signIn.signIn, { body: credentials })
    const before = new Map(own.jar)
    const next = 'another long password'
    const changed = await own.ask(signIn.changePassword, { body: { current: longPassword, next } })
    expect(changed.status).toBe(200)
    expect((await own.ask(readSession)).status).toBe(200)
    const kept = host.browser()
    for (const [name, value] of before) {
      expect(own.jar.get(name)).not.toBe(value)
      kept.jar.set(name, value)
    }
    expect((await kept.ask(readSession)).status).toBe(401)
    await own.ask(signIn.changePassword, { body: { current: next, next: longPassword } })
    // All that this ended was the administrator's own browser.
    await host.administrator.ask(signIn.signIn, { body: credentials })
  })

  it('travels over no line that others can read, where people come by https', async () => {
    const secure = accountsHost({
      ...{ db: host.db, clock: () => new Date(), newId: randomUUID, host: 'node', mail: async () => {} },
      ...{ secret: 'a secret of at least thirty-two characters', url: 'https://corridor.example.org' },
      ...{ provider: null, always: true },
    })
    const asked = new Request('https://corridor.example.org/api/auth/sign-in', {
      ...{ method: 'POST', body: JSON.stringify(credentials) },
      headers: { ...json, origin: 'https://corridor.example.org' },
    })
    const cookies = (await secure.fetch(asked, '192.0.2.1')).headers.getSetCookie()
    expect(cookies).not.toEqual([])
    for (const cookie of cookies) expect(cookie).toMatch(/^__Secure-.*; Secure/)
  })

  it('is not taken from an address, a body or a header', async () => {
    const [[name, value] = ['', '']] = host.administrator.jar
    const stranger = host.browser()
    const claims: Record<string, string>[] = [
      { authorization: `Bearer ${value}` },
      { 'x-session-token': value },
      { 'x-corridor-client': '127.0.0.1', 'x-corridor-actor': randomUUID() },
    ]
    for (const headers of claims) expect((await stranger.raw('/api/session', { headers })).status).toBe(401)
    expect((await stranger.raw(`/api/session?${name}=${value}`)).status).toBe(401)
  })
})

describe('a page of another site', () => {
  it.each([
    ['elsewhere', { origin: 'https://evil.example' }],
    ['that hides where it is', { origin: 'null' }],
    ['on another port', { origin: 'http://localhost:1' }],
    ['of a name that begins alike', { origin: 'http://localhost.evil.example' }],
    ['whose origin is kept back', { 'sec-fetch-site': 'cross-site' }],
    ['beside ours', { 'sec-fetch-site': 'same-site' }],
    ['opened by hand', { 'sec-fetch-site': 'none' }],
  ])('%s writes nothing and signs nobody in', async (_, headers: Record<string, string>) => {
    const before = await organisations()
    const sent = { method: 'POST', headers: { ...json, ...headers } }
    expect(await host.administrator.raw(address, { ...sent, body: anOrganisation })).toMatchObject({
      status: 403,
    })
    const own = host.browser()
    const entering = await own.raw('/api/auth/sign-in', { ...sent, body: JSON.stringify(credentials) })
    expect([entering.status, own.jar.size]).toEqual([403, 0])
    expect(await organisations()).toBe(before)
  })

  it('can’t send a form for any operation that takes JSON', async () => {
    const taking = routes.filter(({ endpoint: { body } }) => body !== undefined && body !== 'binary')
    const wrong: string[] = []
    for (const { endpoint } of taking)
      for (const type of [
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'text/plain',
      ]) {
        const path = `/api${endpoint.path.replaceAll(/\{\w+\}/g, randomUUID())}`
        const headers = { 'content-type': type, 'if-match': '"1"' }
        const sent = { method: endpoint.method, headers, body: '{"a":"="}' }
        const { status } = await host.administrator.raw(path, sent)
        if (status !== 415) wrong.push(`${endpoint.id} ${type} ${status}`)
      }
    expect(wrong).toEqual([])
  })

  it('is told nothing that lets it read an answer', async () => {
    const asked = { origin: 'https://evil.example', 'access-control-request-method': 'POST' }
    for (const method of ['OPTIONS', 'GET']) {
      const { status, headers } = await host.administrator.raw(address, { method, headers: asked })
      expect(status).toBe(403)
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([])
    }
  })
})

describe('a name that was made to point here', () => {
  it('is not answered', async () => {
    const headers = { host: 'evil.example', origin: 'http://evil.example' }
    expect((await host.administrator.raw('/api/session', { headers })).status).toBe(403)
  })

  it('gets into no link of a letter', async () => {
    const headers = { ...json, 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' }
    const body = JSON.stringify({ email: credentials.email })
    const sent = await host.browser().raw('/api/auth/forgot', { method: 'POST', headers, body })
    expect([sent.status, sent.json()]).toEqual([200, { done: true }])
    const asked = new Request('http://evil.example/api/auth/forgot', {
      ...{ method: 'POST', headers: { ...json, host: 'evil.example' }, body },
    })
    await host.host.fetch(asked, '192.0.2.3')
    const links = host.letters.filter(({ to }) => to === credentials.email).map(({ text }) => text)
    expect(links.length).toBeGreaterThan(0)
    for (const text of links) {
      expect(text).toContain(`${host.origin}/reset#${tokenIn(text)}`)
      expect(text).not.toContain('evil.example')
    }
  })
})

it('who guesses is not taken for another by saying that they come from elsewhere', async () => {
  const guess = (n: number) =>
    host.browser().ask(signIn.signIn, {
      body: { email: 'guessed@example.org', password: `guess ${n} of many` },
      headers: {
        'x-forwarded-for': `203.0.113.${n}`,
        'x-real-ip': `203.0.113.${n}`,
        'x-corridor-client': `${n}`,
      },
    })
  for (let n = 0; n < mostForOne; n++) expect((await guess(n)).status).toBe(401)
  expect((await guess(200)).status).toBe(429)
  // Nobody else is kept out by it, not even from the same machine.
  expect((await host.browser().ask(signIn.signIn, { body: credentials })).status).toBe(200)
})

describe('an address', () => {
  it.each([
    '/../secret',
    '/..%2fsecret',
    '/%2e%2e/secret',
    '/%2e%2e%2fsecret',
    '/assets/..%2f..%2fsecret',
    '/..%5csecret',
    '//secret',
    '/%00/../secret',
    '/....//secret',
    '/index.html/../../secret',
  ])('leads out of no folder: %s', async (path) => {
    const { status, text } = await host.browser().raw(path)
    expect(status).toBeLessThan(500)
    expect(text).not.toContain('root:x')
  })

  it('does not change what is asked by a header', async () => {
    const before = await organisations()
    const headers = { 'x-http-method-override': 'POST', 'x-original-url': '/healthz', ...json }
    const { status } = await host.administrator.raw(address, { headers })
    expect(status).toBe(200)
    expect((await host.browser().raw(address, { headers })).status).toBe(401)
    expect(await organisations()).toBe(before)
  })
})

describe('too much', () => {
  const posted = (path: string, body: string, headers = {}) =>
    host.browser().raw(path, { method: 'POST', headers: { ...json, ...headers }, body })

  it('is refused before anybody is known, said or unsaid', async () => {
    const large = JSON.stringify({ ...credentials, password: 'x'.repeat(20_000) })
    expect((await posted('/api/auth/sign-in', large)).status).toBe(413)
    expect((await posted('/api/auth/sign-in', large, { 'transfer-encoding': 'chunked' })).status).toBe(413)
  })

  it('is refused to who may write', async () => {
    const body = JSON.stringify({ name: 'x'.repeat(3_000_000), kinds: ['cluster'] })
    const sent = { method: 'POST', headers: { ...json, 'transfer-encoding': 'chunked' }, body }
    expect((await host.administrator.raw(address, sent)).status).toBe(413)
  })

  it('is no packed body, which is not unpacked', async () => {
    const packed = { ...json, 'content-encoding': 'gzip' }
    const body = new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])
    expect((await host.administrator.raw(address, { method: 'POST', headers: packed, body })).status).toBe(
      400,
    )
  })

  it('of headers is refused', async () => {
    expect((await host.browser().raw('/', { headers: { 'x-long': 'x'.repeat(20_000) } })).status).toBe(431)
  })
})

it('nothing of a fault is shown to who asks', async () => {
  const { json: body, headers } = await host.administrator.ask(organisationRecords.read, {
    params: { id: 'x' },
  })
  expect(JSON.stringify(body())).not.toMatch(/node_modules|\.ts:|select /)
  expect(headers).not.toHaveProperty('x-powered-by')
  expect(headers).not.toHaveProperty('server')
})
