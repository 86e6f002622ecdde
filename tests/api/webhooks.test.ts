import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { agreementRecords } from '../../src/contract/agreements.ts'
import { previewBulk } from '../../src/contract/bulk.ts'
import { createTask, listTasks } from '../../src/contract/dossier.ts'
import { listHistory, undoChange } from '../../src/contract/history.ts'
import { marketRecords } from '../../src/contract/markets.ts'
import * as contract from '../../src/contract/webhooks.ts'
import { resetWorkspace } from '../../src/contract/workspace.ts'
import type { Db } from '../../src/server/db/database.ts'
import { openPostgres } from '../../src/server/db/postgres.ts'
import { Deliverer } from '../../src/server/node/webhooks/deliverer.ts'
import { addTask } from '../../src/server/node/webhooks/notice.ts'
import type { OffReason } from '../../src/server/node/webhooks/record.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { makers } from '../support/make.ts'
import { refusal } from '../support/refusal.ts'
import { answers, startReceiver, verified } from '../support/webhook-receiver.ts'

const outside = { local: true, private: false }
const begin = Date.parse('2026-03-02T09:00:00Z')
const [second, minute, hour, day] = [1000, 60_000, 3_600_000, 86_400_000]

let api: TestApi
let make: ReturnType<typeof makers>
let receiver: Awaited<ReturnType<typeof startReceiver>>
let now = begin
const told: string[] = []
const off: [string, OffReason][] = []

/** Both clocks, as one. */
function at(instant: number) {
  now = instant
  api.setClock(new Date(instant).toISOString())
}

type Extras = Partial<ConstructorParameters<typeof Deliverer>[0]>
const deliverer = (extras: Extras = {}) =>
  new Deliverer({
    db: api.db,
    clock: () => new Date(now),
    newId: randomUUID,
    outside,
    switchedOff: async (url, reason) => void off.push([url, reason]),
    tell: (words) => void told.push(words),
    chance: () => 0,
    ...extras,
  })
const deliver = (extras?: Extras) => deliverer(extras).round()

async function add(fields: Partial<{ url: string; nouns: contract.WebhookNoun[]; enabled: boolean }> = {}) {
  const { secret, ...webhook } = await api.call(contract.createWebhook, {
    body: { url: receiver.url, ...fields },
  })
  return { ...webhook, secret: secret as string }
}
const log = async (id: string) => (await api.call(contract.listDeliveries, { params: { id } })).items
const read = (id: string) => api.call(contract.readWebhook, { params: { id } })

beforeAll(async () => {
  api = await startApi({ webhooks: outside })
  make = makers(api)
})
afterAll(() => api.stop())
beforeEach(async () => {
  at(begin)
  for (const { id } of (await api.call(contract.listWebhooks, {})).items)
    await api.call(contract.removeWebhook, { params: { id } })
  receiver?.stop()
  receiver = await startReceiver()
  told.length = 0
  off.length = 0
})
afterAll(() => receiver.stop())

describe('what is told', () => {
  it('is what happened to which record, signed, and nothing of what it holds', async () => {
    // The library goes by the clock of the machine.
    at(Date.now())
    const { id, secret } = await add({ nouns: ['agreements'] })
    const agreement = await make.agreement({ title: 'Strictly confidential' })
    await deliver()
    expect(receiver.arrived).toHaveLength(1)
    const [arrived] = receiver.arrived as [(typeof receiver.arrived)[0]]
    expect(verified(secret, arrived)).toEqual({
      type: 'agreements.created',
      timestamp: new Date(now).toISOString(),
      data: { noun: 'agreements', id: agreement.id, version: agreement.version, verb: 'agreements.create' },
    })
    expect(arrived.body).not.toContain('confidential')
    expect(() => verified(secret, { ...arrived, body: arrived.body.replace('created', 'deleted') })).toThrow()
    const [delivery] = await log(id)
    expect(arrived.id).toBe(`msg_${delivery?.id}`)
  })

  it('is each record once, as it is there, changed or gone, with the version that it has then', async () => {
    await add({ nouns: ['agreements', 'tasks'] })
    const agreement = await make.agreement()
    const params = { id: agreement.id }
    const changed = await api.call(
      agreementRecords.update,
      { params, body: { title: 'Renamed' } },
      { version: agreement.version },
    )
    await api.call(createTask, { body: { title: 'Call', noun: 'agreements', recordId: agreement.id } })
    await api.call(agreementRecords.remove, { params }, { version: changed.version })
    const [removal] = (await api.call(listHistory, { query: { recordId: agreement.id, noun: 'agreements' } }))
      .items
    await api.call(undoChange, { params: { id: removal?.id as string } })
    await deliver()
    const events = receiver.arrived.map(({ body }) => JSON.parse(body))
    const seen = events.map(({ type, data }) => [type, data.version, data.verb]).sort((a, b) => a[1] - b[1])
    expect(seen.filter(([type]) => type !== 'tasks.created')).toEqual([
      ['agreements.created', agreement.version, 'agreements.create'],
      ['agreements.changed', changed.version, 'agreements.update'],
      ['agreements.deleted', changed.version + 1, 'agreements.remove'],
      ['agreements.created', changed.version + 2, 'history.undo'],
    ])
    expect(seen.filter(([type]) => type === 'tasks.created')).toHaveLength(1)
  })

  it('is nothing of what was refused, tried out or asked for twice', async () => {
    const { id } = await add()
    const market = await make.market()
    await deliver()
    const before = receiver.arrived.length
    expect(before).toBe(1)
    const params = { id: market.id }
    await refusal(api.call(marketRecords.update, { params, body: { name: 'Late' } }, { version: 99 }))
    const task = await api.call(createTask, { body: { title: 'One' } }, { key: 'same' })
    await api.call(createTask, { body: { title: 'One' } }, { key: 'same' })
    const rows = [{ id: task.id, version: task.version }]
    const edit = { verb: 'tasks.update' as const, set: { due: '2026-04-01' } }
    const preview = await api.call(previewBulk, { body: { edit, rows } })
    expect(preview.rows[0]?.outcome).toBe('changed')
    expect((await log(id)).map(({ type }) => type)).toEqual(['tasks.created', 'markets.created'])
    // The same in the middle of a transaction that fails at its end.
    await expect(
      api.db.transaction().execute(async (tx) => {
        await sql`select set_config('corridor.change_set', ${market.id}, true)`.execute(tx)
        await tx.updateTable('markets').set({ name: 'Taken back' }).where('id', '=', market.id).execute()
        await sql`insert into change_sets (id, at, verb) values (${market.id}, now(), 'markets.update')`.execute(
          tx,
        )
        await sql`set constraints all immediate`.execute(tx)
        const { rows: queued } =
          await sql`select from webhook_deliveries where type = 'markets.changed'`.execute(tx)
        expect(queued).toHaveLength(1)
        throw new Error('Taken back')
      }),
    ).rejects.toThrow('Taken back')
    await deliver()
    expect(receiver.types().slice(1)).toEqual(['tasks.created'])
  })

  it('is a number where there are many, and that all is new where the workspace was replaced', async () => {
    await add({ nouns: ['tasks'] })
    const set = randomUUID()
    await api.db.transaction().execute(async (tx) => {
      await sql`select set_config('corridor.change_set', ${set}, true)`.execute(tx)
      await sql`
        insert into tasks (id, title, created_at, updated_at)
        select gen_random_uuid(), 'Task ' || n, now(), now() from generate_series(1, 101) n`.execute(tx)
      await sql`insert into change_sets (id, at, verb) values (${set}, ${new Date(now).toISOString()}, 'imports.run')`.execute(
        tx,
      )
    })
    await deliver()
    expect(receiver.arrived.map(({ body }) => JSON.parse(body))).toMatchObject([
      { type: 'tasks.created', data: { id: null, version: null, count: 101, verb: 'imports.run' } },
    ])
    await api.call(resetWorkspace, { body: { to: 'empty' } })
    await deliver()
    expect(receiver.types()).toEqual(['tasks.created', 'workspace.replaced'])
  })

  it('knows the version of each noun', async () => {
    for (const noun of contract.webhookNouns) {
      const { rows } = await sql<{ version: number | null }>`
        select record_version(${noun}, gen_random_uuid()) as version`.execute(api.db)
      expect(rows[0]?.version, noun).toBeNull()
    }
  })
})

describe('what does not arrive', () => {
  it('is sent again, later and later, and logged attempt by attempt', async () => {
    const { id } = await add()
    await make.market()
    receiver.next(answers(500), answers(503, { 'retry-after': '900' }))
    await deliver()
    await deliver()
    expect(receiver.arrived).toHaveLength(1)
    expect((await read(id)).failingSince).toBe(new Date(begin).toISOString())
    at(begin + 5 * second)
    await deliver()
    expect((await log(id))[0]).toMatchObject({
      state: 'waiting',
      nextAt: new Date(begin + 5 * second + 15 * minute).toISOString(),
    })
    at(begin + 16 * minute)
    await deliver()
    expect(new Set(receiver.arrived.map((one) => one.id)).size).toBe(1)
    expect(new Set(receiver.arrived.map((one) => one.body)).size).toBe(1)
    const [delivery] = await log(id)
    expect(delivery).toMatchObject({ state: 'delivered', nextAt: null })
    expect(delivery?.attempts).toEqual([
      { number: 3, at: new Date(begin + 16 * minute).toISOString(), status: 204, ms: 0, error: null },
      { number: 2, at: new Date(begin + 5 * second).toISOString(), status: 503, ms: 0, error: 'status' },
      { number: 1, at: new Date(begin).toISOString(), status: 500, ms: 0, error: 'status' },
    ])
    expect(await read(id)).toMatchObject({ failingSince: null, waiting: 0, last: { status: 204 } })
  })

  it('is what is not answered in time, or sends us elsewhere', async () => {
    const { id } = await add()
    await make.market()
    receiver.always(() => {})
    await deliver({ patience: 50 })
    receiver.always(answers(302, { location: receiver.url.replace('/hook', '/elsewhere') }))
    at(begin + minute)
    await deliver()
    expect((await log(id))[0]?.attempts.map(({ status, error }) => [status, error])).toEqual([
      [302, 'redirect'],
      [null, 'timeout'],
    ])
    expect(new Set(receiver.arrived.map(({ path }) => path))).toEqual(new Set(['/hook']))
  })

  it('is given up after ten attempts in three days, and with it who failed all along', async () => {
    const { id, url } = await add()
    await make.market()
    receiver.always(answers(500))
    for (let attempt = 1; attempt <= 10; attempt++) {
      await deliver()
      expect(receiver.arrived).toHaveLength(attempt)
      const [delivery] = await log(id)
      if (delivery?.nextAt) at(Date.parse(delivery.nextAt))
    }
    expect((await log(id))[0]).toMatchObject({ state: 'failed', nextAt: null })
    expect((now - begin) / day).toBeGreaterThan(3)
    expect(off).toEqual([[url, 'failing']])
    expect(await read(id)).toMatchObject({ enabled: false, off: { reason: 'failing' } })
    await make.market()
    expect(await log(id)).toHaveLength(1)
    await refusal(api.call(contract.testWebhook, { params: { id } })).then(({ code }) =>
      expect(code).toBe('webhook_off'),
    )
    const again = await api.call(contract.updateWebhook, { params: { id }, body: { enabled: true } })
    expect(again).toMatchObject({ enabled: true, off: null, failingSince: null })
  })

  it('is nothing more once it says that it is gone; a task asks somebody to see to it', async () => {
    const { id, url } = await add()
    await make.market()
    await make.market()
    receiver.always(answers(410))
    await deliver({ switchedOff: () => addTask(api.db, api, new URL(url).host) })
    expect(await read(id)).toMatchObject({ enabled: false, off: { reason: 'gone' }, waiting: 0 })
    const { items } = await api.call(listTasks, { query: {} })
    expect(items.filter(({ title }) => title.includes(new URL(url).host))).toHaveLength(1)
    at(begin + day)
    const count = receiver.arrived.length
    await deliver()
    expect(receiver.arrived).toHaveLength(count)
  })
})

describe('an address that is not ours to reach', () => {
  const outcome = async (url: string, extras: Extras) => {
    const { id } = await add({ url })
    await api.call(contract.testWebhook, { params: { id } })
    await deliver(extras)
    const [delivery] = await log(id)
    await api.call(contract.removeWebhook, { params: { id } })
    return delivery?.attempts[0]?.error
  }
  it.each([
    'https://127.0.0.1/',
    'https://10.1.2.3/',
    'https://192.168.1.1/',
    'https://172.16.0.9/',
    'https://169.254.169.254/latest/meta-data',
    'https://100.64.0.1/',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://0.0.0.0/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[fd00::1]/',
    'https://[fe80::1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[2002:7f00:1::]/',
  ])('is %s, by number', async (url) => {
    expect(await outcome(url, { outside: { local: false, private: false } })).toBe('address')
  })

  it('is what a name stands for, looked at each time, with one bad address among good ones', async () => {
    const asked: string[] = []
    const standing = (...addresses: string[]): Extras => ({
      resolve: (name, done) => {
        asked.push(name)
        done(
          null,
          addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
        )
      },
    })
    const url = `https://inside.example.org:${receiver.port}/`
    expect(await outcome(url, standing('127.0.0.1'))).toBe('address')
    expect(await outcome(url, standing('93.184.216.34', '10.0.0.1'))).toBe('address')
    expect(await outcome(url, standing('::ffff:169.254.169.254'))).toBe('address')
    const ownNetwork = { outside: { local: false, private: true } }
    expect(await outcome(url, { ...standing('169.254.169.254'), ...ownNetwork })).toBe('address')
    expect(await outcome(url, { ...standing('fd00:ec2::254'), ...ownNetwork })).toBe('address')
    // Connected to as it was looked at: this is the receiver, which speaks no TLS.
    expect(await outcome(url, { ...standing('127.0.0.1'), ...ownNetwork })).toMatch(/certificate|connection/)
    expect(asked).toHaveLength(6)
    expect(receiver.arrived).toEqual([])
  })

  it('is one without https, unless both are on this machine', async () => {
    const remote = { ...outside, local: false }
    for (const url of [
      'http://example.org/',
      'ftp://example.org/',
      'https://me:secret@example.org/',
      'garbage',
    ]) {
      const refused = await refusal(api.call(contract.createWebhook, { body: { url } }))
      expect([refused.status, refused.problem.errors?.[0]?.path]).toEqual([422, 'url'])
    }
    const { id } = await add()
    await api.call(contract.testWebhook, { params: { id } })
    await deliver({ outside: remote })
    expect((await log(id))[0]?.attempts[0]?.error).toBe('address')
    expect(receiver.arrived).toEqual([])
  })
})

describe('who delivers', () => {
  it('is one of several at a time, each thing once', async () => {
    await add({ nouns: ['markets'] })
    for (let count = 0; count < 25; count++) await make.market()
    const others: Db[] = []
    const node = async () => {
      const server = process.env.TEST_DATABASE_URL
      if (!server) return deliverer()
      const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(api.db)
      const url = new URL(server)
      url.pathname = `/${rows[0]?.name}`
      const db = openPostgres(url.href, 4)
      others.push(db)
      return deliverer({ db })
    }
    const nodes = [await node(), await node(), await node()]
    // Until nothing is left: what one has claimed another does not see as due.
    for (let round = 0; round < 3; round++) await Promise.all(nodes.map((one) => one.round()))
    expect(told).toEqual([])
    expect(receiver.arrived).toHaveLength(25)
    expect(new Set(receiver.arrived.map(({ id }) => id)).size).toBe(25)
    for (const db of others) await db.destroy()
  })

  it('leaves what it took along to another, who sends it with the same id', async () => {
    const { id } = await add()
    await make.market()
    let answer = () => {}
    receiver.next((response) => {
      answer = () => response.writeHead(500).end()
    })
    const dead = deliver()
    await receiver.until(1)
    await deliver()
    expect(receiver.arrived).toHaveLength(1)
    at(begin + 61 * second)
    await deliver()
    expect(receiver.arrived.map((one) => one.id)).toEqual([receiver.arrived[0]?.id, receiver.arrived[0]?.id])
    answer()
    await dead
    // What the first was answered is nobody's matter any more.
    expect(await log(id)).toMatchObject([{ state: 'delivered', attempts: [{ number: 1, status: 204 }] }])
  })

  it('gives back what is under way when it stops', async () => {
    const { id } = await add()
    await make.market()
    receiver.next(() => {})
    const stopping = deliverer()
    const round = stopping.round()
    await receiver.until(1)
    await stopping.stop(0)
    await round
    expect(await log(id)).toMatchObject([{ state: 'waiting', attempts: [] }])
    await deliver()
    expect(receiver.arrived).toHaveLength(2)
    expect(await log(id)).toMatchObject([{ state: 'delivered' }])
  })
})

describe('an administrator', () => {
  it('is told the secret once, and may renew it without a gap', async () => {
    at(Date.now())
    const { id, secret } = await add()
    expect(secret).toMatch(/^whsec_/)
    const { secret: renewed, formerSecretUntil } = await api.call(contract.renewWebhookSecret, {
      params: { id },
    })
    expect(formerSecretUntil).toBe(new Date(now + day).toISOString())
    await api.call(contract.testWebhook, { params: { id } })
    await deliver()
    const [both] = receiver.arrived as [(typeof receiver.arrived)[0]]
    expect(verified(secret, both)).toEqual(verified(renewed as string, both))
    at(now + day + hour)
    await api.call(contract.testWebhook, { params: { id } })
    await deliver()
    expect(receiver.arrived[1]?.headers['webhook-signature']?.split(' ')).toHaveLength(1)
    const answered = JSON.stringify([
      await read(id),
      await log(id),
      await api.call(contract.listWebhooks, {}),
    ])
    for (const one of [secret, renewed as string]) expect(answered).not.toContain(one.slice(6))
    const again = { body: { url: receiver.url } }
    await api.call(contract.createWebhook, again, { key: 'twice' })
    expect((await api.call(contract.createWebhook, again, { key: 'twice' })).secret).toBeNull()
  })

  it('sends one again, by the same id, and switches off without a flood later', async () => {
    const { id } = await add()
    await api.call(contract.testWebhook, { params: { id } })
    await deliver()
    const [sent] = await log(id)
    await api.call(contract.resendDelivery, { params: { id, delivery: sent?.id as string } })
    await deliver()
    expect(receiver.types()).toEqual(['webhook.test', 'webhook.test'])
    expect(receiver.arrived[1]?.id).toBe(receiver.arrived[0]?.id)
    expect((await log(id))[0]?.attempts.map(({ number }) => number)).toEqual([2, 1])
    await make.market()
    await api.call(contract.updateWebhook, { params: { id }, body: { enabled: false } })
    expect((await log(id))[0]).toMatchObject({ type: 'markets.created', state: 'stopped' })
    await api.call(contract.updateWebhook, { params: { id }, body: { enabled: true } })
    await deliver()
    expect(receiver.arrived).toHaveLength(2)
  })

  it('pages through the log, of which 30 days are kept', async () => {
    const { id } = await add()
    for (let count = 0; count < 3; count++) await api.call(contract.testWebhook, { params: { id } })
    await deliver()
    const first = await api.call(contract.listDeliveries, { params: { id }, query: { limit: 2 } })
    const rest = await api.call(contract.listDeliveries, {
      params: { id },
      query: { limit: 2, cursor: first.next as string, state: 'delivered' },
    })
    expect([first.items.length, rest.items.length, rest.next]).toEqual([2, 1, null])
    at(begin + 29 * day)
    await deliverer().expire()
    expect(await log(id)).toHaveLength(3)
    at(begin + 31 * day)
    await deliverer().expire()
    expect(await log(id)).toEqual([])
  })

  it('is refused what is not there, and where nothing is sent', async () => {
    const params = { id: randomUUID() }
    for (const [endpoint, input] of [
      [contract.readWebhook, { params }],
      [contract.updateWebhook, { params, body: {} }],
      [contract.removeWebhook, { params }],
      [contract.renewWebhookSecret, { params }],
      [contract.listDeliveries, { params }],
      [contract.testWebhook, { params }],
      [contract.resendDelivery, { params: { ...params, delivery: params.id } }],
    ] as const)
      expect((await api.send(endpoint, input)).status, endpoint.id).toBe(404)
    const silent = await startApi()
    expect(await silent.call(contract.listWebhooks, {})).toEqual({ items: [], sends: false })
    const refused = await refusal(
      silent.call(contract.createWebhook, { body: { url: 'https://example.org/' } }),
    )
    expect(refused.code).toBe('webhooks_not_sent')
    await silent.stop()
  })
})
