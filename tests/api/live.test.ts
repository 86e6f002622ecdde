import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  type LiveChanges,
  type LiveHello,
  type LivePresent,
  liveStream,
  sayHere,
} from '../../src/contract/live.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { addPin } from '../../src/contract/pins.ts'
import { resetWorkspace } from '../../src/contract/workspace.ts'
import type { Appointment, Role } from '../../src/domain/rights.ts'
import type { Actor } from '../../src/server/context.ts'
import { openPostgres } from '../../src/server/db/postgres.ts'
import { Channel } from '../../src/server/live/channel.ts'
import { startLive } from '../../src/server/live/hub.ts'
import type { Live } from '../../src/server/live/live.ts'
import { postgresWire } from '../../src/server/live/postgres-wire.ts'
import { apiOver, type TestApi } from '../support/api.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { listen } from '../support/live.ts'
import { makers } from '../support/make.ts'
import { refusal } from '../support/refusal.ts'

/** So that no test waits for long. */
const times = { gather: 10, look: 200, lookDeaf: 50, beat: 100 }
const newId = () => randomUUID()

let held: TestDatabase
let live: Live
let api: TestApi
beforeAll(async () => {
  held = await testDatabase()
  live = startLive({ db: held.db, clock: () => new Date('2008-09-15T12:00:00Z'), newId, times })
  api = apiOver(held.db, { live })
})
afterAll(async () => {
  await live.stop()
  await held.drop()
})

const somebody = (name: string, role: Role = 'manager', place: Partial<Appointment> = {}): Actor => ({
  id: null,
  name,
  role: 'manager',
  userId: `user-${name}`,
  appointments: [{ role, organisationId: null, allianceId: null, ...place }],
})
const marie = somebody('Marie Dupont')
const paul = somebody('Paul Roy')

describe('the stream', () => {
  it('tells another what was changed, not to what, and where they are in the history', async () => {
    const make = makers(api)
    const company = await make.organisation({ name: 'Confidential SA' })
    const stream = await listen(api, { actor: paul })
    expect(await stream.next('hello')).toEqual({ pace: 500, missed: true })
    const written = await api.send(
      organisationRecords.update,
      { params: { id: company.id }, body: { name: 'Renamed SA' } },
      { version: 1, actor: marie },
    )
    const set = written.headers.get('x-change-set') ?? ''
    const { id, data } = await stream.untilEvent<LiveChanges>('changes', ({ sets }) => sets.includes(set))
    expect(data.records).toContain(company.id)
    expect(Number(id)).toBeGreaterThan(0)
    expect(stream.received).not.toContain('Renamed')
    await stream.leave()
  })

  it('tells who comes back whether they missed anything', async () => {
    const make = makers(api)
    await make.organisation()
    const { rows } = await sql<{ seq: number }>`select max(seq) as seq from change_sets`.execute(held.db)
    const position = rows[0]?.seq ?? 0
    const missed = async (options: Parameters<typeof listen>[1]) => {
      const again = await listen(api, { actor: paul, ...options })
      const hello = await again.next<LiveHello>('hello')
      await again.leave()
      return hello.missed
    }
    const waiting = await listen(api, { actor: marie })
    expect(await missed({ since: position })).toBe(false)
    const { id } = await make.organisation()
    expect(await missed({ since: position })).toBe(true)
    const told = await waiting.untilEvent<LiveChanges>('changes', ({ records }) => records.includes(id))
    expect(await missed({ lastEventId: told.id ?? '' })).toBe(false)
    // The history is shorter than it was: it is another's.
    expect(await missed({ since: 1_000_000 })).toBe(true)
    await waiting.leave()
  })

  it('leaves nothing out of what comes at once', async () => {
    const make = makers(api)
    const stream = await listen(api, { actor: paul })
    await stream.next('hello')
    const made = await Promise.all(Array.from({ length: 12 }, () => make.organisation()))
    const untold = new Set(made.map(({ id }) => id))
    while (untold.size > 0)
      for (const id of (await stream.next<LiveChanges>('changes')).records) untold.delete(id)
    await stream.leave()
  })

  it('says nothing of what is not theirs to read, and names nothing to guests', async () => {
    const make = makers(api)
    const partner = await make.organisation({ kinds: ['partner'] })
    const guest = await listen(api, { actor: somebody('Guest', 'guest', { organisationId: partner.id }) })
    const viewer = await listen(api, { actor: somebody('Viewer', 'viewer') })
    for (const stream of [guest, viewer]) await stream.next('hello')
    const company = await make.organisation()
    const agreement = await make.agreement()
    expect(
      (await viewer.until<LiveChanges>('changes', ({ records }) => records.includes(company.id))).sets,
    ).not.toEqual([])
    const heard = await guest.next<LiveChanges>('changes')
    expect(heard.records).toEqual([])
    expect(guest.received).not.toContain(company.id)
    expect(guest.received).not.toContain(agreement.id)
    for (const stream of [guest, viewer]) await stream.leave()
  })

  it('is silent about what one keeps at hand for oneself', async () => {
    const make = makers(api)
    const company = await make.organisation()
    const stream = await listen(api, { actor: paul })
    await stream.next('hello')
    await api.call(addPin, { body: { noun: 'organisations', recordId: company.id } }, { actor: marie })
    const other = await make.organisation()
    const { records } = await stream.until<LiveChanges>('changes', (change) =>
      change.records.includes(other.id),
    )
    expect(records).not.toContain(company.id)
    await stream.leave()
  })

  it('is refused to nobody, to what is no window, and to more windows than one has', async () => {
    expect(
      await refusal(api.call(liveStream, { query: { tab: 'window-1' } }, { actor: null })),
    ).toMatchObject({
      status: 401,
    })
    expect(await refusal(api.call(liveStream, { query: { tab: '?' } }, { actor: paul }))).toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'tab' }] },
    })
    const windows = await Promise.all(Array.from({ length: 12 }, () => listen(api, { actor: paul })))
    expect(
      await refusal(api.call(liveStream, { query: { tab: 'one-too-many' } }, { actor: paul })),
    ).toMatchObject({ status: 429, code: 'too_many_attempts' })
    const others = await listen(api, { actor: marie })
    for (const stream of [...windows, others]) await stream.leave()
  })

  it('ends with the session', async () => {
    let actor: Actor | null = paul
    const host = apiOver(held.db, { live, sessions: async () => actor })
    const stream = await listen(host, {})
    await stream.next('hello')
    actor = null
    await stream.ended
  })

  it('is cut off where nobody reads it', () => {
    const onEnd = vi.fn()
    const channel = new Channel(onEnd)
    for (let n = 0; n < 150; n++) channel.beat()
    expect(onEnd).not.toHaveBeenCalled()
    for (let n = 0; n < 150; n++) channel.beat()
    expect(onEnd).toHaveBeenCalledOnce()
  })
})

describe('who is where', () => {
  const here = (actor: Actor, tab: string, at: string | null, doing: 'looks' | 'edits' = 'looks') =>
    api.call(
      sayHere,
      { body: { tab, at: at ? { noun: 'organisations', recordId: at } : null, doing } },
      { actor },
    )

  it('is told to those who are there, and to nobody else', async () => {
    const { id } = await makers(api).organisation()
    const stream = await listen(api, { actor: marie, tab: 'window-of-marie' })
    const elsewhere = await listen(api, { actor: paul, tab: 'other-window-of-paul' })
    expect(await here(marie, 'window-of-marie', id)).toEqual({ others: [] })
    expect(await here(paul, 'window-of-paul', id)).toEqual({
      others: [{ name: 'Marie Dupont', doing: 'looks' }],
    })
    const seen = (others: LivePresent['others']) =>
      stream.until<LivePresent>('present', (said) => JSON.stringify(said.others) === JSON.stringify(others))
    await seen([{ name: 'Paul Roy', doing: 'looks' }])
    await here(paul, 'window-of-paul', id, 'edits')
    await seen([{ name: 'Paul Roy', doing: 'edits' }])
    // Two windows of one person are one person.
    await here(paul, 'second-of-paul', id)
    await seen([{ name: 'Paul Roy', doing: 'edits' }])
    await here(paul, 'window-of-paul', randomUUID())
    await here(paul, 'second-of-paul', null)
    await seen([])
    expect(elsewhere.received).not.toContain('event: present')
    for (const one of [stream, elsewhere]) await one.leave()
  })

  it('is asked by those only who may read the record, and is nothing where nobody signs in', async () => {
    const { id } = await makers(api).organisation()
    await here(marie, 'window-of-marie', id)
    const guest = somebody('Guest', 'guest', { organisationId: id })
    expect(await refusal(here(guest, 'window-of-guest', id))).toMatchObject({
      status: 403,
      code: 'right_missing',
    })
    const grant = { tab: 'window-of-viewer', at: { noun: 'grants', recordId: randomUUID() } } as const
    expect(
      await refusal(api.call(sayHere, { body: grant }, { actor: somebody('Viewer', 'viewer') })),
    ).toMatchObject({ status: 403 })
    expect(await refusal(api.call(sayHere, { body: grant }, { actor: null }))).toMatchObject({ status: 401 })
    const alone: Actor = { id: null, name: null, role: 'manager' }
    expect(await here(alone, 'window-of-all', id)).toEqual({ others: [] })
  })
})

it('says when the whole workspace was replaced', async () => {
  const stream = await listen(api, { actor: paul })
  await stream.next('hello')
  await api.call(resetWorkspace, { body: { to: 'empty' } })
  await stream.next('replaced')
  const company = await makers(api).organisation()
  expect((await stream.next<LiveChanges>('changes')).records).toContain(company.id)
  await stream.leave()
})

// Nodes hear of each other through PostgreSQL, so this is told on PostgreSQL alone.
if (process.env.TEST_DATABASE_URL)
  describe('two nodes on one PostgreSQL', () => {
    let url: string
    let first: { api: TestApi; live: Live }
    let second: typeof first
    const pools: ReturnType<typeof openPostgres>[] = []
    const warnings: string[] = []

    const node = (listenUrl = url) => {
      const db = openPostgres(url, 4)
      pools.push(db)
      const wire = postgresWire({
        urls: [listenUrl],
        db,
        newId,
        warn: (why) => warnings.push(why),
        times: { probe: 300, patience: 1500, pause: 50, longest: 200 },
      })
      const own = startLive({ db, clock: () => new Date('2008-09-15T12:00:00Z'), newId, wire, times })
      return { live: own, api: apiOver(db, { live: own }) }
    }
    beforeAll(async () => {
      const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(held.db)
      const address = new URL(process.env.TEST_DATABASE_URL as string)
      address.pathname = `/${rows[0]?.name}`
      url = address.href
      first = node()
      second = node()
    })
    afterAll(async () => {
      for (const { live: own } of [first, second]) await own.stop()
      for (const db of pools) await db.destroy()
    })

    it('hear of each other’s writes and visitors', async () => {
      const stream = await listen(second.api, { actor: paul, tab: 'window-of-paul' })
      await stream.next('hello')
      const company = await makers(first.api).organisation()
      await stream.until<LiveChanges>('changes', ({ records }) => records.includes(company.id))
      const at = { noun: 'organisations', recordId: company.id } as const
      await second.api.call(sayHere, { body: { tab: 'window-of-paul', at } }, { actor: paul })
      await expect
        .poll(
          async () =>
            (await first.api.call(sayHere, { body: { tab: 'window-of-marie', at } }, { actor: marie }))
              .others,
        )
        .toEqual([{ name: 'Paul Roy', doing: 'looks' }])
      await stream.until<LivePresent>('present', ({ others }) => others[0]?.name === 'Marie Dupont')
      await stream.leave()
    })

    it('catch up after their connections were ended, and hear again', async () => {
      const stream = await listen(second.api, { actor: paul })
      await stream.next('hello')
      for (let round = 0; round < 3; round++) {
        await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'corridor-live' and datname = current_database()`.execute(
          held.db,
        )
        const company = await makers(first.api).organisation()
        await stream.until<LiveChanges>('changes', ({ records }) => records.includes(company.id))
      }
      await stream.leave()
    })

    it('look into the history where they do not hear each other, and say so', async () => {
      const address = new URL(url)
      address.port = '1'
      const deaf = node(address.href)
      const stream = await listen(deaf.api, { actor: paul })
      await stream.next('hello')
      const company = await makers(first.api).organisation()
      await stream.until<LiveChanges>('changes', ({ records }) => records.includes(company.id))
      await expect.poll(() => warnings.length).toBe(1)
      await stream.leave()
      await deaf.live.stop()
    })
  })
