import { randomUUID } from 'node:crypto'
import { loadavg } from 'node:os'
import { sql } from 'kysely'
import { ensureBuilt, ensureServerBuilt } from '../../scripts/ensure-built.mjs'
import { findPostgres } from '../../scripts/postgres-binaries.mjs'
import { newServer } from '../../scripts/postgres-server.ts'
import type { Db } from '../../src/server/db/database.ts'
import { migrate } from '../../src/server/db/migrate.ts'
import { openPostgres } from '../../src/server/db/postgres.ts'
import { folder } from '../e2e/support/build-setup.ts'
import { type NodeHost, nodeHost } from '../e2e/support/node-host.ts'
import { generateWorkspace } from './generate.ts'
import { requests } from './requests.ts'
import { ms, printTable, quantile } from './table.ts'

const organisations = 10_000
const people = 200
/** Between two requests of one person, in milliseconds: anything from the first to the second, 5 s in the mean. */
const thinking = [2000, 8000] as const
const seconds = 60
/** The first requests warm it up and are not counted, as are the seconds in which everybody arrives. */
const warming = 15
const writesOf = 0.1

interface Person {
  number: number
  cookie: string
}

interface Write {
  name: string
  acknowledged: boolean
}

/**
 * People at work on one node, as a process of its own over a PostgreSQL of its own, on this machine, with whatever else it does and
 * with those who ask. Everybody has signed in and listens for changes. Nine in ten requests read what screens read, one in ten writes.
 */
export async function benchLoad(): Promise<void> {
  if (!findPostgres())
    return console.log('\nThe load is measured on PostgreSQL, which is not installed here.')
  if (folder === 'dist') ensureBuilt()
  ensureServerBuilt()
  const server = await newServer()
  await server.start()
  const db = openPostgres(server.url())
  await migrate(db)
  await generateWorkspace(db, organisations)
  const host = await nodeHost({ DATABASE_URL: server.url(), CORRIDOR_ACCOUNTS: 'yes', CORRIDOR_LOG: 'json' })
  try {
    await measure(host, db)
  } finally {
    await host.remove()
    await db.destroy()
    await server.remove()
  }
}

async function measure(host: NodeHost, db: Db): Promise<void> {
  const all = await signedIn(host)
  const streams = new AbortController()
  for (const person of all) void hear(host, person, streams.signal)
  const taken = { read: [] as number[], write: [] as number[] }
  const errors: string[] = []
  const writes: Write[] = []
  const begin = performance.now()
  const counted = begin + warming * 1000
  const end = counted + seconds * 1000
  const work = async (person: Person) => {
    await pause(Math.random() * thinking[1])
    for (let n = 0; performance.now() < end; n++) {
      const isWrite = Math.random() < writesOf
      const from = performance.now()
      const problem = isWrite ? await write(host, person, n, writes) : await read(host, person, n)
      if (problem) errors.push(problem)
      if (from >= counted) taken[isWrite ? 'write' : 'read'].push(performance.now() - from)
      await pause(thinking[0] + Math.random() * (thinking[1] - thinking[0]))
    }
  }
  await Promise.all(all.map(work))
  const load = loadavg()[0] ?? 0
  streams.abort()
  const both = [...taken.read, ...taken.write]
  const row = (what: string, times: number[]) => [
    what,
    times.length,
    ...[0.5, 0.95, 0.99, 1].map((share) => ms(quantile(times, share))),
  ]
  printTable(
    `${people} people, a request each ${(thinking[0] + thinking[1]) / 2000} s, ${organisations} organisations, ms`,
    ['requests', 'number', 'median', 'p95', 'p99', 'longest'],
    [row('reads', taken.read), row('writes', taken.write), row('all', both)],
  )
  const name = sql<string>`family_name`
  const found = await db.selectFrom('people').select(name.as('name')).where(name, 'like', 'Load %').execute()
  const there = new Set(found.map((one) => one.name))
  const acknowledged = writes.filter((one) => one.acknowledged)
  console.log(`
${(both.length / seconds).toFixed(1)} requests a second; ${errors.length} errors; load average of the machine ${load.toFixed(1)}
${acknowledged.length} writes acknowledged, ${found.length} found, ${acknowledged.filter((one) => !there.has(one.name)).length} lost, ${found.length - there.size} doubled`)
  for (const error of errors.slice(0, 10)) console.log(error)
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

async function read(host: NodeHost, { number, cookie }: Person, n: number): Promise<string | null> {
  const request = requests[(number + n) % requests.length]
  if (!request) return null
  return tried(async () => {
    const response = await fetch(`${host.origin}/api${request.path(number + n)}`, { headers: { cookie } })
    const text = await response.text()
    return response.ok ? null : `${request.name}: ${response.status} ${text.slice(0, 200)}`
  })
}

async function write(
  host: NodeHost,
  { number, cookie }: Person,
  n: number,
  writes: Write[],
): Promise<string | null> {
  const one = { name: `Load ${number}, ${n}`, acknowledged: false }
  writes.push(one)
  return tried(async () => {
    const response = await post(host, '/people', { familyName: one.name }, cookie)
    one.acknowledged = response.status === 201
    return one.acknowledged ? null : `write: ${response.status} ${(await response.text()).slice(0, 200)}`
  })
}

async function tried(work: () => Promise<string | null>): Promise<string | null> {
  try {
    return await work()
  } catch (error) {
    return String(error)
  }
}

async function post(host: NodeHost, path: string, body: unknown, cookie = ''): Promise<Response> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID(), cookie }
  const response = await fetch(`${host.origin}/api${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  })
  return new Response(await response.text(), response)
}

/** Has the first administrator invite the others, each of whom accepts. */
async function signedIn(host: NodeHost): Promise<Person[]> {
  const password = 'correct horse battery'
  const token = (page: string) => {
    const found = [...host.said.matchAll(new RegExp(`/${page}#([\\w-]+)`, 'g'))].at(-1)?.[1]
    if (!found) throw new Error(`No link to ${page} was printed`)
    return found
  }
  const cookieFrom = (response: Response) => {
    if (!response.ok) throw new Error(`Signing in was answered ${response.status}`)
    return response.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
  }
  const address = (n: number) => `person-${n}@example.org`
  const first = { familyName: 'Person 0', givenName: null, email: address(0), password }
  const administrator = cookieFrom(await post(host, '/auth/set-up', { token: token('set-up'), ...first }))
  const all: Person[] = [{ number: 0, cookie: administrator }]
  for (let number = 1; number < people; number++) {
    const person = await post(host, '/people', { familyName: `Person ${number}` }, administrator)
    const { id: personId } = (await person.json()) as { id: string }
    const appointments = [{ role: 'manager', organisationId: null, allianceId: null }]
    const invited = await post(
      host,
      '/access/members',
      { email: address(number), personId, appointments },
      administrator,
    )
    if (!invited.ok) throw new Error(await invited.text())
    const accepted = await post(host, '/auth/accept', { token: token('invitation'), password })
    all.push({ number, cookie: cookieFrom(accepted) })
  }
  return all
}

/** Listens for changes, as an open window does. */
async function hear(host: NodeHost, { cookie }: Person, signal: AbortSignal): Promise<void> {
  try {
    const response = await fetch(`${host.origin}/api/live?tab=${randomUUID()}`, {
      headers: { cookie },
      signal,
    })
    for await (const _ of response.body ?? []);
  } catch {
    // It was ended.
  }
}
