import { randomUUID } from 'node:crypto'
import { afterEach, expect, it, vi } from 'vitest'
import { signOut, startProvider } from '../../src/contract/sign-in.ts'
import { logTo } from '../../src/server/node/log.ts'
import { accountsHost } from '../../src/server/sign-in/host.ts'
import { origin, team } from '../support/accounts.ts'
import { testDatabase } from '../support/database.ts'

const consoles = (['log', 'warn', 'error'] as const).map((name) => vi.spyOn(console, name))
afterEach(() => {
  for (const one of consoles) one.mockClear()
})
const printed = () => consoles.flatMap((one) => one.mock.calls)

/** A JSON log, whose entries are kept by the line. */
function keptLog() {
  const lines: string[] = []
  const log = logTo('json', false, { write: (line) => void lines.push(line), clock: () => new Date(0) })
  return { failed: log.failed, entries: () => lines.map((line) => JSON.parse(line)) }
}

it('tells of a database that is gone in entries of the log, and prints nothing past it', async () => {
  const { db, drop } = await testDatabase()
  const { failed, entries } = keptLog()
  const { administrator } = await team(db, { failed })
  await drop()
  const { status } = await administrator.ask(signOut)
  expect(status).toBeGreaterThanOrEqual(500)
  expect(entries()).toContainEqual(
    expect.objectContaining({ level: 'error', msg: 'signing in: the library failed' }),
  )
  expect(JSON.stringify(entries())).not.toMatch(/\\u001b|ada@example\.org/)
  expect(printed()).toEqual([])
})

it('tells of a provider that can’t be reached in an entry of the log', async () => {
  const { db, drop } = await testDatabase()
  const { failed, entries } = keptLog()
  const host = accountsHost({
    ...{ db, clock: () => new Date(), newId: randomUUID, host: 'node', url: origin, failed, always: true },
    secret: 'a secret of at least thirty-two characters',
    mail: async () => {},
    // Port 9 discards, where anything listens there at all; fetch does not go to it.
    provider: { id: 'oidc', name: 'Ours', issuer: 'http://127.0.0.1:9', clientId: 'c', clientSecret: 's' },
  })
  const body = JSON.stringify({ provider: 'oidc', back: '/' })
  const headers = { 'content-type': 'application/json', origin }
  const asked = new Request(`${origin}/api${startProvider.path}`, { method: 'POST', headers, body })
  await host.fetch(asked, '192.0.2.1')
  expect(entries()).toContainEqual(
    expect.objectContaining({ level: 'error', message: expect.stringContaining('Discovery fetch failed') }),
  )
  expect(printed()).toEqual([])
  await drop()
})
