import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Endpoint } from '../../src/contract/endpoint.ts'
import { type Api, createApi } from '../../src/server/app.ts'
import { routes } from '../../src/server/routes.ts'
import { chosenActor } from '../../src/server/session/chosen-actor.ts'
import { fileTables } from '../../src/server/workspace/file-format.ts'
import { type AnswerCheck, answerCheck } from '../support/answer-check.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { requestMaker } from '../support/fuzz.ts'
import { furnish } from '../support/fuzz-ids.ts'
import { diceOf } from '../support/garbage.ts'
import { documentOf } from '../support/openapi.ts'

/** Tries per operation; more of them with FUZZ=200, others with FUZZ_SEED=1. */
const tries = Number(process.env.FUZZ ?? 16)
const seed = Number(process.env.FUZZ_SEED ?? 4022008)

let made: TestApi
let api: Api
let misfitOf: AnswerCheck
let requestFor: ReturnType<typeof requestMaker>
beforeAll(async () => {
  made = await startApi()
  api = createApi({
    db: made.db,
    clock: () => new Date('2008-09-15T12:00:00Z'),
    newId: randomUUID,
    sessions: chosenActor,
    host: 'test',
  })
  const document = await documentOf(api.fetch)
  misfitOf = answerCheck(document)
  requestFor = requestMaker(made.db, document, await furnish(made))
}, 120_000)
afterAll(() => made.stop())

/** One text for what all tables hold. */
async function digest(): Promise<string> {
  const names = [...fileTables.map(({ name }) => name), 'document_contents', 'idempotency_keys']
  const parts = names.map(
    (name) =>
      sql`select md5(string_agg(md5(t::text), '' order by md5(t::text))) as part from ${sql.table(name)} t`,
  )
  const { rows } = await sql<{ whole: string }>`
    select string_agg(coalesce(part, '-'), ' ') as whole from (${sql.join(parts, sql` union all `)}) parts`.execute(
    made.db,
  )
  return rows[0]?.whole ?? ''
}

/** Sends it and checks the answer: below 500, as documented, and without a trace where it is a refusal. */
async function expectAnswer(request: Request, endpoint: Endpoint, held: string): Promise<string> {
  const shown = `${request.method} ${request.url.slice(0, 300)}`
  const response = await api.fetch(request)
  expect(await misfitOf(endpoint, response), shown).toBeNull()
  expect(response.status, shown).toBeLessThan(500)
  if (response.status < 400 && endpoint.access === 'write') return digest()
  expect(await digest(), `${shown} was answered ${response.status} and left a trace`).toBe(held)
  return held
}

/** Those that replace everything come last: what the others ask for would be gone. */
const rank = ({ id }: Endpoint) => ['workspace.import', 'workspace.reset'].indexOf(id)
const endpoints = routes.map(({ endpoint }) => endpoint).sort((a, b) => rank(a) - rank(b))

describe('garbage, in any place, gets an answer and leaves no trace', () => {
  it.each(endpoints.map((endpoint) => [endpoint.id, endpoint] as const))(
    '%s',
    async (id, endpoint) => {
      const dice = diceOf(seed + [...id].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7))
      let held = await digest()
      for (let n = 0; n < tries; n++)
        held = await expectAnswer(await requestFor(endpoint, dice), endpoint, held)
      expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    },
    240_000,
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
  const types = ['application/json', 'text/plain', 'application/problem+json', 'a/b; c="']

  it.each(bodies)('with %s for a body', async (_, body) => {
    const held = await digest()
    for (const type of types) {
      const headers = { 'content-type': type }
      const { status } = await api.fetch(
        new Request('http://corridor.test/api/organisations', { method: 'POST', headers, body }),
      )
      expect([400, 413, 415, 422]).toContain(status)
    }
    expect(await digest()).toBe(held)
  })

  const addresses = ['/%00', '/%E0%A4%A', '/%', '//', '/organisations/%2e%2e', `/${'a'.repeat(20_000)}`]
  const words = ['/organisations/', '/constructor', '/organisations/__proto__', '/organisations/%F0']

  it.each([...addresses, ...words])('for the address %s', async (path) => {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']) {
      const { status } = await api.fetch(new Request(`http://corridor.test/api${path}`, { method }))
      expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(500)
    }
  })
})
