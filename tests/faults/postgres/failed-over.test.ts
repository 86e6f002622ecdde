import pg from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { newServer, type Server } from '../../../scripts/postgres-server.ts'
import { type NodeHost, nodeHost } from '../../e2e/support/node-host.ts'
import { acknowledged, found, startWriters } from '../../support/writers.ts'

/** Short, so that a commit that waits for its standby soon has waited for longer. */
const statementSeconds = 2

let first: Server
let second: Server
let host: NodeHost
beforeAll(async () => {
  first = await newServer()
  await first.start()
  second = await first.standby('second')
  await second.start()
  await ask(first, `alter system set synchronous_standby_names = '*'`)
  await ask(first, 'select pg_reload_conf()')
  await untilSynchronous()
  host = await nodeHost({
    CORRIDOR_LOG: 'quiet',
    CORRIDOR_STATEMENT_SECONDS: String(statementSeconds),
    DATABASE_URL: `postgres://corridor@127.0.0.1:${first.port},127.0.0.1:${second.port}/postgres?target_session_attrs=read-write`,
  })
})
afterAll(async () => {
  await host.remove()
  // The second lies in the folder of the first.
  await second.stop('immediate')
  await first.remove()
})

async function ask<Row extends pg.QueryResultRow>(server: Server, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: server.url() })
  await client.connect()
  try {
    return (await client.query<Row>(statement)).rows
  } finally {
    await client.end()
  }
}

const untilSynchronous = () =>
  vi.waitFor(
    async () =>
      expect(await ask(first, 'select sync_state from pg_stat_replication')).toEqual([
        { sync_state: 'sync' },
      ]),
    { timeout: 60_000 },
  )

it('loses nothing when the first server dies and its standby takes over', async () => {
  const writers = await startWriters([host.origin])
  await writers.more(40)

  // Its standby gone, the first may acknowledge nothing more: not even when commits have waited longer than a statement may take.
  await second.stop('fast')
  const waiting = `
    select from pg_stat_activity
    where wait_event = 'SyncRep' and clock_timestamp() - state_change > interval '${statementSeconds + 1} s'`
  await expect.poll(async () => (await ask(first, waiting)).length).toBeGreaterThan(0)

  // The first dies for good before its standby has what it waited with.
  await first.stop('immediate')
  await second.start()
  await second.promote()
  await writers.more(40)
  await writers.stop()
  expect(writers.strange).toEqual([])
  expect(writers.repeats).toBeGreaterThan(0)
  expect(await found(host.origin)).toEqual(acknowledged(writers))
  expect(host.isRunning()).toBe(true)
})
