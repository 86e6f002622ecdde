import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createNote, createSource, createTask, uploadDocument } from '../../src/contract/dossier.ts'
import type { Endpoint } from '../../src/contract/endpoint.ts'
import { actorHeader } from '../../src/contract/workspace.ts'
import { type Api, createApi } from '../../src/server/app.ts'
import { routes } from '../../src/server/routes.ts'
import { chosenActor } from '../../src/server/session/chosen-actor.ts'
import { fileTables } from '../../src/server/workspace/file-format.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { type Dice, diceOf, garbage, garbageText, likely, oneOf, spoilt } from '../support/garbage.ts'
import { makers } from '../support/make.ts'
import { type Document, documentOf, type Operation } from '../support/openapi.ts'

/** Tries per operation; more of them with FUZZ=200. */
const tries = Number(process.env.FUZZ ?? 16)
const seed = Number(process.env.FUZZ_SEED ?? 4022008)

let made: TestApi
let api: Api
let document: Document
let ids: string[]

beforeAll(async () => {
  made = await startApi()
  api = createApi({
    db: made.db,
    clock: () => new Date('2008-09-15T12:00:00Z'),
    newId: randomUUID,
    sessions: chosenActor,
    host: 'test',
  })
  document = await documentOf(api.fetch)
  await furnish()
}, 120_000)
afterAll(() => made.stop())

/** Something of everything, so that what is asked for is there now and then. */
async function furnish(): Promise<void> {
  const make = makers(made)
  const organisation = await make.organisation()
  const person = await make.person({ at: organisation.id })
  const alliance = await make.alliance()
  const market = await make.market()
  const agreement = await make.agreement({ allianceId: alliance.id, marketId: market.id })
  const record = { noun: 'agreements' as const, recordId: agreement.id }
  const note = await made.call(createNote, { body: { ...record, body: 'A note' } })
  const task = await made.call(createTask, { body: { ...record, title: 'A task' } })
  const source = await made.call(createSource, { body: { title: 'A source' } })
  const document = await made.call(uploadDocument, {
    query: { ...record, filename: 'a' },
    body: new Uint8Array([1]),
  })
  const { id: change } = await made.db
    .selectFrom('change_sets')
    .select('id')
    .orderBy('seq')
    .executeTakeFirstOrThrow()
  const rows = [
    organisation,
    person,
    alliance,
    market,
    agreement,
    ...agreement.parties,
    note,
    task,
    source,
    document,
  ]
  ids = [...rows.map(({ id }) => id), change, randomUUID()]
}

/** One number for what all tables hold. */
async function digest(): Promise<string> {
  const tables = sql.join(
    [...fileTables.map(({ name }) => name), 'document_contents', 'idempotency_keys'].map(
      (name) =>
        sql`select md5(string_agg(md5(t::text), '' order by md5(t::text))) as part from ${sql.table(name)} t`,
    ),
    sql` union all `,
  )
  const { rows } = await sql<{
    whole: string
  }>`select string_agg(coalesce(part, '-'), ' ') as whole from (${tables}) parts`.execute(made.db)
  return rows[0]?.whole ?? ''
}

const operationOf = ({ path, method }: Endpoint) =>
  document.paths[path]?.[method.toLowerCase() as Lowercase<Endpoint['method']>] as Operation

/** A request as the document asks for, in which now this, now that is garbage. */
function requestFor(endpoint: Endpoint, dice: Dice): Request {
  const operation = operationOf(endpoint)
  const target = oneOf(dice, ['path', 'query', 'body', 'header', 'nothing'] as const)
  const parameter = (place: string) => (operation.parameters ?? []).filter((held) => held.in === place)
  const text = (schema: Parameters<typeof likely>[1], at: string) =>
    target === at && dice() < 0.6 ? garbageText(dice) : String(likely(document, schema, dice, ids))
  let path: string = endpoint.path
  for (const { name, schema } of parameter('path'))
    path = path.replace(`{${name}}`, () =>
      encodeURIComponent(text(schema, 'path').toWellFormed().slice(0, 5000)),
    )
  const url = new URL(`http://corridor.test/api${path}`)
  for (const { name, schema, required } of parameter('query'))
    if (required || dice() < 0.5) url.searchParams.append(name, text(schema, 'query').slice(0, 20_000))
  if (target === 'query') url.searchParams.append(garbageText(dice).slice(0, 100), 'x')
  return new Request(url, {
    method: endpoint.method,
    headers: headersFor(endpoint, dice, target),
    body: bodyFor(endpoint, dice, target),
  })
}

function headersFor(endpoint: Endpoint, dice: Dice, target: string): Headers {
  const headers = new Headers()
  if (endpoint.body) headers.set('content-type', 'application/json')
  if (endpoint.ifMatch) headers.set('if-match', `"${1 + Math.floor(dice() * 3)}"`)
  if (dice() < 0.3) headers.set('idempotency-key', `key-${Math.floor(dice() * 20)}`)
  if (target !== 'header') return headers
  const name = oneOf(dice, [
    'content-type',
    'if-match',
    'idempotency-key',
    actorHeader,
    'content-length',
    'accept',
  ])
  const printable = garbageText(dice)
    .replaceAll(/[^\x20-\x7e\xa0-\xff]/g, '?')
    .slice(0, 3000)
  headers.set(
    name,
    dice() < 0.3
      ? String(garbage(dice))
          .replaceAll(/[^\x20-\x7e]/g, '?')
          .slice(0, 3000)
      : printable,
  )
  return headers
}

function bodyFor(endpoint: Endpoint, dice: Dice, target: string): BodyInit | null {
  if (!endpoint.body) return null
  const bytes = () => Uint8Array.from({ length: Math.floor(dice() * 300) }, () => Math.floor(dice() * 256))
  if (endpoint.body === 'binary') return dice() < 0.2 ? new Uint8Array() : bytes()
  if (target === 'body' && dice() < 0.1) return bytes()
  const [content] = Object.values(operationOf(endpoint).requestBody?.content ?? {})
  const value = likely(document, content?.schema ?? {}, dice, ids)
  return JSON.stringify(target === 'body' ? spoilt(value, dice) : value)
}

/** Sends it and checks the answer: below 500, among those documented, and without a trace where it is a refusal. */
async function expectAnswer(request: Request, endpoint: Endpoint, held: string): Promise<string> {
  const shown = `${request.method} ${request.url.slice(0, 300)}`
  const response = await api.fetch(request)
  expect(Object.keys(operationOf(endpoint).responses), `${shown} answered ${response.status}`).toContain(
    String(response.status),
  )
  expect(response.status, shown).toBeLessThan(500)
  if (response.status >= 400) {
    expect(response.headers.get('content-type'), shown).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({ status: response.status })
  } else if (endpoint.access === 'write') return digest()
  expect(await digest(), `${shown} was answered ${response.status} and left a trace`).toBe(held)
  return held
}

const rank = ({ id }: Endpoint) => ['workspace.import', 'workspace.reset'].indexOf(id)

/** Those that replace everything come last: what the others ask for would be gone. */
const endpoints = routes.map(({ endpoint }) => endpoint).sort((a, b) => rank(a) - rank(b))

describe('garbage, in any place, gets an answer and leaves no trace', () => {
  it.each(endpoints.map((endpoint) => [endpoint.id, endpoint] as const))(
    '%s',
    async (id, endpoint) => {
      const dice = diceOf(seed + [...id].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7))
      let held = await digest()
      for (let n = 0; n < tries; n++) held = await expectAnswer(requestFor(endpoint, dice), endpoint, held)
      expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    },
    120_000,
  )
})

describe('a request that is no request', () => {
  const bodies: [string, BodyInit][] = [
    ['nothing', ''],
    ['half of it', '{"name": "x'],
    ['no UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])],
    ['a byte order mark', '\ufeff{}'],
    ['brackets without end', '['.repeat(200_000)],
    ['braces without end', '{"a":'.repeat(100_000)],
    ['a deep nest', `${'[['.repeat(50_000)}${']]'.repeat(50_000)}`],
    ['a text', '"text"'],
    ['a number beyond numbers', '1e999'],
    ['a name of the language', '{"__proto__": {"name": "x", "kinds": ["cluster"]}}'],
    ['the same key twice', '{"name": "a", "name": 1, "kinds": []}'],
    ['more than it may be', `{"name": "${'x'.repeat(3_000_000)}"}`],
  ]
  it.each(bodies)('with %s for a body', async (_, body) => {
    const held = await digest()
    for (const type of ['application/json', 'text/plain', 'application/problem+json', 'a/b; c="']) {
      const request = new Request('http://corridor.test/api/organisations', {
        method: 'POST',
        headers: { 'content-type': type },
        body,
      })
      const { status } = await api.fetch(request)
      expect([400, 413, 415, 422]).toContain(status)
    }
    expect(await digest()).toBe(held)
  })

  it.each([
    '/%00',
    '/%E0%A4%A',
    '/%',
    '//',
    '/../..',
    '/organisations/%2e%2e',
    `/${'a'.repeat(20_000)}`,
    '/organisations/',
    '/constructor',
    '/organisations/__proto__',
  ])('for the address %s', async (path) => {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']) {
      const response = await api.fetch(new Request(`http://corridor.test/api${path}`, { method }))
      expect(response.status).toBeGreaterThanOrEqual(400)
      expect(response.status).toBeLessThan(500)
    }
  })
})
