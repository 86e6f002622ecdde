import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { LiveChanges } from '../../src/contract/live.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { openPostgres } from '../../src/server/db/postgres.ts'
import { startLive } from '../../src/server/live/hub.ts'
import type { Live } from '../../src/server/live/live.ts'
import { postgresWire } from '../../src/server/live/postgres-wire.ts'
import { apiOver, type TestApi } from '../support/api.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { listen } from '../support/live.ts'
import { ms, printTable, quantile } from './table.ts'

const clock = () => new Date()
const newId = () => randomUUID()

interface Node {
  api: TestApi
  live: Live
  end: () => Promise<void>
}

function nodeOn(url: string): Node {
  const db = openPostgres(url)
  const live = startLive({ db, clock, newId, wire: postgresWire({ urls: [url], db, newId }) })
  const end = async () => {
    await live.stop()
    await db.destroy()
  }
  return { api: apiOver(db, { live }), live, end }
}

/** From the answer to a write until somebody who listens is told, and what telling costs the write. On PostgreSQL. */
export async function benchLive(): Promise<void> {
  const server = process.env.TEST_DATABASE_URL
  if (!server)
    return console.log('\nWhat is told as it happens is measured on PostgreSQL: set TEST_DATABASE_URL.')
  const held = await testDatabase()
  const url = await addressOf(held, server)
  await delays(url)
  await costs(held, url)
  await held.drop()
}

async function addressOf({ db }: TestDatabase, server: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
  const address = new URL(server)
  address.pathname = `/${rows[0]?.name}`
  return address.href
}

const create = (api: TestApi) =>
  api.call(organisationRecords.create, { body: { name: `Bench ${randomUUID()}`, kinds: ['company'] } })

async function delays(url: string): Promise<void> {
  const [first, second] = [nodeOn(url), nodeOn(url)]
  const streams = await Promise.all([first, second].map(({ api }) => listen(api, {})))
  for (const stream of streams) await stream.next('hello')
  const taken: number[][] = [[], []]
  for (let n = 0; n < 200; n++) {
    const { id } = await create(first.api)
    const from = performance.now()
    const told = streams.map(async (stream, at) => {
      await stream.until<LiveChanges>('changes', ({ records }) => records.includes(id))
      taken[at]?.push(performance.now() - from)
    })
    await Promise.all(told)
  }
  for (const stream of streams) await stream.leave()
  for (const { end } of [first, second]) await end()
  printTable(
    'From the answer to a write until the event, ms',
    ['where', 'median', 'p95', 'longest'],
    ['on the same node', 'on another'].map((where, at) => [
      where,
      ...[0.5, 0.95, 1].map((share) => ms(quantile(taken[at] ?? [], share))),
    ]),
  )
}

const writers = 8
const rounds = 5
const seconds = 3

/** Side by side, in turn: told to nobody; after the commit, with 20 who listen; within each transaction, as by a trigger. */
async function costs({ db }: TestDatabase, url: string): Promise<void> {
  const node = nodeOn(url)
  const silent = apiOver(openPostgres(url))
  const reader = (n: number) => ({
    id: null,
    name: `Reader ${n}`,
    role: 'viewer' as const,
    userId: `reader-${n}`,
  })
  const streams = await Promise.all(
    Array.from({ length: 20 }, (_, n) => listen(node.api, { actor: reader(n) })),
  )
  await sql`create function bench_tell() returns trigger language plpgsql as $$
    begin perform pg_notify('corridor_bench', new.id::text); return null; end $$`.execute(db)
  const trigger = async (on: boolean) => {
    await sql`drop trigger if exists bench_told on change_sets`.execute(db)
    if (on)
      await sql`create trigger bench_told after insert on change_sets for each row execute function bench_tell()`.execute(
        db,
      )
  }
  const results = { silent: [] as number[], after: [] as number[], within: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    await trigger(false)
    results.silent.push(await rate(silent))
    results.after.push(await rate(node.api))
    await trigger(true)
    results.within.push(await rate(silent))
  }
  await trigger(false)
  for (const stream of streams) await stream.leave()
  await node.end()
  await silent.db.destroy()
  const row = (what: string, rates: number[]) => [what, ...rates.map((one) => one.toFixed(0))]
  printTable(
    `Writes a second, ${writers} writers`,
    ['', ...results.silent.map((_, n) => `${n + 1}`)],
    [
      row('nobody is told', results.silent),
      row('told after the commit', results.after),
      row('told within the transaction', results.within),
    ],
  )
}

async function rate(api: TestApi): Promise<number> {
  const until = performance.now() + seconds * 1000
  let done = 0
  const writer = async () => {
    while (performance.now() < until) {
      await create(api)
      done++
    }
  }
  await Promise.all(Array.from({ length: writers }, writer))
  return done / seconds
}
