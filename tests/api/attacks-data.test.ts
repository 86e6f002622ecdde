import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreementRecords } from '../../src/contract/agreements.ts'
import { createFeed } from '../../src/contract/calendars.ts'
import { createTask } from '../../src/contract/dossier.ts'
import type { Endpoint } from '../../src/contract/endpoint.ts'
import { createExpense } from '../../src/contract/expenses.ts'
import { grantRecords } from '../../src/contract/grants.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { personRecords } from '../../src/contract/people.ts'
import { readSession } from '../../src/contract/workspace.ts'
import { routes } from '../../src/server/routes.ts'
import { type Host, startHost } from '../support/node-host.ts'
import { documentOf, operationIn } from '../support/openapi.ts'

let host: Host
let guest: Awaited<ReturnType<Host['invited']>>
let viewer: typeof guest
let ids: Record<string, string>
beforeAll(async () => {
  host = await startHost()
  const make = async (endpoint: Endpoint, body: object) => {
    const answer = await host.administrator.ask(endpoint, { body })
    if (answer.status !== 201) throw new Error(answer.text)
    return answer.json().id as string
  }
  const organisation = (name: string, kind: string) =>
    make(organisationRecords.create, { name, kinds: [kind] })
  const cluster = await organisation('Secret cluster', 'cluster')
  const partner = await organisation('Partner', 'partner')
  const person = await make(personRecords.create, { familyName: 'Secretary', email: 'secret@example.org' })
  const agreement = await make(agreementRecords.create, {
    title: 'Secret agreement',
    type: 'mou',
    parties: [{ organisationId: cluster, side: 'home' }],
  })
  const grant = await make(grantRecords.create, { title: 'Secret grant', clusterId: cluster })
  const expense = await make(createExpense, { title: 'Secret expense', payerId: cluster, ...expenseFields })
  const about = `noun=expenses&recordId=${expense}&filename=Secret.pdf`
  const uploaded = await host.administrator.raw(`/api/documents?${about}`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/pdf' }, body: 'Secret bytes' },
  })
  const documents = uploaded.json().id as string
  ids = { organisations: cluster, people: person, agreements: agreement, grants: grant }
  ids = { ...ids, expenses: expense, documents, clusters: cluster, companies: cluster }
  guest = await host.invited('guest@example.org', [
    { role: 'guest', organisationId: partner, allianceId: null },
  ])
  viewer = await host.invited('viewer@example.org', [
    { role: 'viewer', organisationId: partner, allianceId: null },
  ])
}, 240_000)
afterAll(() => host.stop())

const expenseFields = { amount: { minor: 1000, currency: 'EUR' }, paidOn: '2008-02-04' }

const reads = routes.map(({ endpoint }) => endpoint).filter(({ access }) => access === 'read')
const writes = routes.map(({ endpoint }) => endpoint).filter(({ access }) => access === 'write')

describe('the id of what one may not read', () => {
  const ofOne = reads.filter(({ path }) => /^\/[a-z-]+\/\{id\}(\/[a-z-]+)*$/.test(path))

  it('gives a guest nothing that an id of nothing would not', async () => {
    const told: string[] = []
    let tried = 0
    for (const endpoint of ofOne) {
      const id = ids[endpoint.path.split('/')[1] ?? '']
      if (!id) continue
      tried++
      const [found, none] = [
        await guest.ask(endpoint, { params: { id } }),
        await guest.ask(endpoint, { params: { id: randomUUID() } }),
      ]
      const bare = ({ status, text }: typeof found) => `${status} ${text.replace(/"requestId":"[^"]+"/, '')}`
      if (bare(found) !== bare(none) || found.status < 400) told.push(`${endpoint.id} ${bare(found)}`)
    }
    expect(told).toEqual([])
    expect(tried).toBeGreaterThan(15)
  })

  it('gives who may only look no money, and no address of a person', async () => {
    for (const endpoint of ofOne) {
      const noun = endpoint.path.split('/')[1] ?? ''
      const id = ids[noun]
      if (!id) continue
      const { status, text } = await viewer.ask(endpoint, { params: { id } })
      if (['grants', 'expenses', 'documents'].includes(noun))
        expect([endpoint.id, status]).toEqual([endpoint.id, 403])
      if (noun === 'documents' || noun === 'grants') expect(text).not.toContain('Secret')
      expect(text).not.toContain('secret@example.org')
    }
  })
})

describe('what only the server sets', () => {
  const owned = {
    ...{ id: randomUUID(), version: 99, createdBy: randomUUID(), createdAt: '2001-01-01T00:00:00Z' },
    ...{ updatedAt: '2001-01-01T00:00:00Z', deletedAt: '2001-01-01T00:00:00Z', actor: { id: null } },
    ...{ userId: randomUUID(), suspended: false, sample: true, appointments: [{ role: 'administrator' }] },
  }

  it.each([
    ['organisations', organisationRecords.create, { name: 'Mass', kinds: ['cluster'] }],
    ['people', personRecords.create, { familyName: 'Mass' }],
    ['agreements', agreementRecords.create, { title: 'Mass', type: 'mou' }],
  ] as const)('is refused field by field where %s are entered', async (_, endpoint, body) => {
    expect((await host.administrator.ask(endpoint, { body })).status).toBe(201)
    for (const [name, value] of Object.entries(owned)) {
      const { status, json } = await host.administrator.ask(endpoint, { body: { ...body, [name]: value } })
      expect([name, status, json().errors]).toMatchObject([
        name,
        422,
        [{ path: name, code: 'unknown_field' }],
      ])
    }
  })

  it('is taken by no operation', async () => {
    const taken: string[] = []
    for (const endpoint of writes) {
      if (endpoint.body === undefined || endpoint.body === 'binary') continue
      const params = Object.fromEntries(
        [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, randomUUID()]),
      )
      const body = { userId: randomUUID(), createdBy: randomUUID(), deletedAt: null }
      const { status } = await host.administrator.ask(endpoint, { params, body, version: 1 })
      if (status !== 422) taken.push(`${endpoint.id} ${status}`)
    }
    expect(taken).toEqual([])
  })

  it('is not who one is, whatever a header says', async () => {
    const person = ids.people ?? ''
    const own = (await guest.ask(readSession)).json()
    const headers = { 'x-corridor-actor': person, 'x-test-actor': '{"id":null,"role":"manager"}' }
    expect((await guest.ask(readSession, { headers })).json()).toEqual(own)
  })
})

describe('SQL in what is asked for', () => {
  const injections = [
    "' or '1'='1",
    "'; drop table people; --",
    "') union select email, password from auth_accounts --",
    '" or ""="',
    "\\'; select pg_sleep(60); --",
    '$$; delete from people; $$',
    'name; drop table people',
    '%_\\',
  ]

  it('is text like any other in every parameter', async () => {
    const document = await documentOf((request) =>
      host.administrator.raw(new URL(request.url).pathname).then(({ text }) => new Response(text)),
    )
    const rows = async () =>
      (await sql<{ n: number }>`select count(*)::int as n from people`.execute(host.db)).rows[0]?.n
    const before = await rows()
    const wrong: string[] = []
    let n = 0
    for (const endpoint of reads) {
      const named = (operationIn(document, endpoint).parameters ?? []).filter((held) => held.in === 'query')
      for (const { name } of named) {
        const value = injections[n++ % injections.length] ?? ''
        const path = endpoint.path.replace(/\{\w+\}/g, randomUUID())
        const { status, text } = await host.administrator.raw(
          `/api${path}?${new URLSearchParams({ [name]: value })}`,
        )
        if (status >= 500 || (status >= 400 && /syntax|pg_|password/.test(text)))
          wrong.push(`${endpoint.id} ${name} ${status}`)
      }
    }
    expect(wrong).toEqual([])
    expect(n).toBeGreaterThan(100)
    expect(await rows()).toBe(before)
  })

  it.each(injections)('finds nothing that is not called so: %s', async (q) => {
    const { status, json } = await host.administrator.raw(`/api/organisations?${new URLSearchParams({ q })}`)
    expect([status, json().items]).toEqual([200, []])
  })
})

describe('script in what somebody wrote', () => {
  const script = '<script>alert(1)</script>'
  const formula = '=HYPERLINK("https://evil.example","a")'

  it('is answered as data, which no browser takes for a page', async () => {
    const body = { name: `${script} & co`, kinds: ['cluster'] }
    const { status, headers, json } = await host.administrator.ask(organisationRecords.create, { body })
    expect([status, json().name]).toEqual([201, body.name])
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    })
    const refused = await host.administrator.raw(`/api/organisations?limit=${encodeURIComponent(script)}`)
    expect(refused.headers).toMatchObject({ 'content-type': 'application/problem+json' })
    const missing = await host.browser().raw(`/${encodeURIComponent(script)}.png`)
    expect(missing.headers['content-type']).toContain('text/plain')
    const page = await host.browser().raw(`/${encodeURIComponent(script)}`)
    expect(page.text).not.toContain('alert')
  })

  it('is saved, and never shown, where it came as a file', async () => {
    const query = new URLSearchParams({
      ...{ noun: 'organisations', recordId: ids.organisations ?? '' },
      filename: `a"; filename="b.html`,
    })
    const headers = { 'content-type': 'text/html' }
    const uploaded = await host.administrator.raw(`/api/documents?${query}`, {
      method: 'POST',
      headers,
      body: script,
    })
    const content = await host.administrator.raw(`/api/documents/${uploaded.json().id}/content`)
    expect(content.headers).toMatchObject({
      'content-disposition': expect.stringMatching(
        /^attachment; filename="a_; filename=_b\.html"; filename\*=UTF-8''[\w.%-]+$/,
      ),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    })
    query.set('filename', 'a\r\nset-cookie: a=b')
    const split = await host.administrator.raw(`/api/documents?${query}`, {
      ...{ method: 'POST', headers, body: script },
    })
    const again = await host.administrator.raw(`/api/documents/${split.json().id}/content`)
    expect(again.headers).not.toHaveProperty('set-cookie')
    expect(again.headers['content-disposition']).toContain('filename="a__set-cookie: a=b"')
  })

  it('adds nothing to a calendar', async () => {
    const title = `Fair; ${script}, ${formula}\\`
    const today = new Date().toISOString().slice(0, 10)
    const due = { noun: 'organisations', recordId: ids.organisations, due: today }
    expect((await host.administrator.ask(createTask, { body: { ...due, title } })).status).toBe(201)
    await host.administrator.ask(createTask, { body: { ...due, title: 'Call\r\nEND:VEVENT\r\nX-EVIL:1' } })
    const body = { name: 'Mine', kinds: ['tasks'] }
    const feed = await host.administrator.ask(createFeed, { body })
    expect([feed.status, feed.status < 300 ? '' : feed.text]).toEqual([201, ''])
    const { status, headers, text } = await host.browser().raw(`/api/calendar/${feed.json().token}.ics`)
    expect([status, headers['content-type'], headers['x-content-type-options']]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'nosniff',
    ])
    const unfolded = text.replaceAll('\r\n ', '')
    expect(unfolded).not.toMatch(/^X-EVIL/m)
    expect(unfolded).toContain(`Fair\\; ${script}\\, ${formula.replace(',', '\\,')}\\\\`)
    expect(unfolded.match(/^BEGIN:VEVENT$/gm)?.length).toBe(unfolded.match(/^END:VEVENT$/gm)?.length)
  })
})
