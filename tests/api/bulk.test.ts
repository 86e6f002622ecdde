import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreementRecords } from '../../src/contract/agreements.ts'
import { applyBulk, type BulkEditInput, mostBulkRows, previewBulk } from '../../src/contract/bulk.ts'
import { readCompany } from '../../src/contract/companies.ts'
import { createTask, listTasks } from '../../src/contract/dossier.ts'
import { listExpenses } from '../../src/contract/expenses.ts'
import { listHistory, undoChange } from '../../src/contract/history.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { readPrivacy } from '../../src/contract/privacy.ts'
import type { Role } from '../../src/domain/rights.ts'
import type { Actor } from '../../src/server/context.ts'
import { agreementVerbs } from '../support/agreements.ts'
import { startApi, type TestApi, viewer } from '../support/api.ts'
import { exported } from '../support/exported.ts'
import { wholeGrant } from '../support/grant-whole.ts'
import { makers } from '../support/make.ts'

let api: TestApi
let make: ReturnType<typeof makers>
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
})
afterAll(() => api.stop())

type Rows = { id: string; version: number }[]
const seen = (records: Rows): Rows => records.map(({ id, version }) => ({ id, version }))
const preview = (edit: BulkEditInput, rows: Rows) =>
  api.call(previewBulk, { body: { edit, rows: seen(rows) } })
const apply = (edit: BulkEditInput, rows: Rows) => api.send(applyBulk, { body: { edit, rows: seen(rows) } })
const readAgreement = (id: string) => api.call(agreementRecords.read, { params: { id } })

async function agreements(count: number) {
  const parties = (await make.agreement()).parties.map(({ organisation, side }) => ({
    organisationId: organisation.id,
    side,
  }))
  return Promise.all(Array.from({ length: count }, () => make.agreement({ parties })))
}

describe('many records changed at once', () => {
  it('shows for each what would change or why not, and writes nothing', async () => {
    const [open, signed] = await agreements(2)
    if (!open || !signed) throw new Error('Two were made')
    const closed = await agreementVerbs(api).sign(signed, '2008-02-04')
    const before = await exported(api)
    const edit = { verb: 'agreements.move', set: { stage: 'drafting', since: '2008-09-15' } } as const
    const { rows } = await preview(edit, [open, closed])
    expect(rows.map(({ id, outcome }) => [id, outcome])).toEqual([
      [open.id, 'changed'],
      [closed.id, 'refused'],
    ])
    expect(rows[0]).toMatchObject({ title: open.title, refusal: null })
    expect(rows[0]?.changes.map(({ table, after }) => [table, after?.stage])).toContainEqual([
      'agreement_stages',
      'drafting',
    ])
    expect(rows[1]?.refusal?.code).toBe('agreement_signed')
    expect(await exported(api)).toEqual(before)
  })

  it('is one change of them all, and one undo takes all of it back', async () => {
    const held = await agreements(3)
    const market = await make.market()
    const before = await exported(api)
    const response = await apply(
      { verb: 'agreements.update', set: { marketId: market.id, targetSignature: '2009-01-31' } },
      held,
    )
    expect(await response.json()).toEqual({ changed: 3, unchanged: 0 })
    for (const { id } of held)
      expect(await readAgreement(id)).toMatchObject({
        market: { id: market.id },
        targetSignature: '2009-01-31',
      })
    const change = response.headers.get('x-change-set') ?? ''
    const { items } = await api.call(listHistory, { query: { limit: 1 } })
    expect(items[0]).toMatchObject({ id: change, verb: 'agreements.update', noun: null })
    expect(items[0]?.title).toMatch(/^Agreement \d+ \+ 2$/)
    const own = await api.call(listHistory, {
      query: { noun: 'agreements', recordId: held[1]?.id, limit: 1 },
    })
    expect(own.items[0]?.id).toBe(change)
    const undone = await api.call(undoChange, { params: { id: change } })
    expect(await exported(api)).toEqual(before)
    await api.call(undoChange, { params: { id: undone.id } })
    expect(await readAgreement(held[2]?.id ?? '')).toMatchObject({ market: { id: market.id } })
  })

  it('writes none of it where one has been changed since, or refuses, and says which', async () => {
    const [first, second, third] = await agreements(3)
    if (!first || !second || !third) throw new Error('Three were made')
    await api.call(
      agreementRecords.update,
      { params: { id: second.id }, body: { reference: 'Somebody else was here' } },
      { version: second.version },
    )
    const edit = { verb: 'agreements.update', set: { noticeDays: 30 } } as const
    const gone = { id: crypto.randomUUID(), version: 1 }
    expect(
      (await preview(edit, [first, second, gone])).rows.map(({ outcome, title, refusal }) => [
        outcome,
        title,
        refusal?.code,
      ]),
    ).toEqual([
      ['changed', first.title, undefined],
      ['refused', second.title, 'version_stale'],
      ['refused', null, 'not_found'],
    ])
    const response = await apply(edit, [first, second, third, gone])
    expect(response.status).toBe(409)
    expect(await response.json()).toMatchObject({
      code: 'bulk_refused',
      params: { count: 2 },
      errors: [
        { path: 'rows.1', code: 'version_stale' },
        { path: 'rows.3', code: 'not_found' },
      ],
    })
    expect(await readAgreement(first.id)).toMatchObject({
      version: first.version,
      noticeDays: first.noticeDays,
    })
    expect(await readAgreement(second.id)).toMatchObject({ reference: 'Somebody else was here' })
  })

  it('is not undone in part: a later change of one of them stands in its way', async () => {
    const held = await agreements(2)
    const response = await apply({ verb: 'agreements.update', set: { noticeDays: 45 } }, held)
    const change = response.headers.get('x-change-set') ?? ''
    const { version } = await readAgreement(held[0]?.id ?? '')
    await api.call(
      agreementRecords.update,
      { params: { id: held[0]?.id ?? '' }, body: { noticeDays: 60 } },
      { version },
    )
    await expect(api.call(undoChange, { params: { id: change } })).rejects.toMatchObject({
      code: 'undo_blocked',
    })
    expect((await readAgreement(held[1]?.id ?? '')).noticeDays).toBe(45)
  })

  it('leaves alone what is so already: neither version nor history counts it', async () => {
    const [one, other] = await agreements(2)
    if (!one || !other) throw new Error('Two were made')
    const edit = { verb: 'agreements.update', set: { noticeDays: 90 } } as const
    await apply(edit, [one])
    const now = await readAgreement(one.id)
    const response = await apply(edit, [now, other])
    expect(await response.json()).toEqual({ changed: 1, unchanged: 1 })
    expect((await readAgreement(one.id)).version).toBe(now.version)
    const again = await apply(edit, [now, await readAgreement(other.id)])
    expect(again.headers.get('x-change-set')).toBeNull()
  })

  it('is sent twice and made once', async () => {
    const held = await agreements(2)
    const body = { edit: { verb: 'agreements.update', set: { noticeDays: 77 } } as const, rows: seen(held) }
    const key = crypto.randomUUID()
    const first = await api.send(applyBulk, { body }, { key })
    const second = await api.send(applyBulk, { body }, { key })
    expect(await second.json()).toEqual(await first.json())
    expect(second.headers.get('x-change-set')).toBe(first.headers.get('x-change-set'))
  })

  it('asks who it is, what is to be changed, and for no more records than it says', async () => {
    const [one] = await agreements(1)
    const rows = seen(one ? [one] : [])
    const edit = { verb: 'agreements.update', set: { noticeDays: 5 } }
    const status = async (body: unknown, options = {}) =>
      (await api.send(applyBulk, { body }, options)).status
    expect(await status({ edit, rows }, { actor: null })).toBe(401)
    expect(await status({ edit, rows }, { actor: viewer })).toBe(403)
    expect((await api.send(previewBulk, { body: { edit, rows } }, { actor: viewer })).status).toBe(200)
    expect(await status({ edit, rows: [] })).toBe(422)
    expect(await status({ edit, rows: [...rows, ...rows] })).toBe(422)
    expect(await status({ edit: { verb: 'agreements.update', set: {} }, rows })).toBe(422)
    expect(await status({ edit: { verb: 'agreements.update', set: { title: 'All alike' } }, rows })).toBe(422)
    expect(await status({ edit: { verb: 'agreements.sign', set: {} }, rows })).toBe(422)
    const many = Array.from({ length: mostBulkRows + 1 }, () => ({ id: crypto.randomUUID(), version: 1 }))
    expect(await status({ edit, rows: many })).toBe(422)
  })
})

describe('who may change many', () => {
  it('is who may change each: what is of another cluster is refused, and nothing is written', async () => {
    const [own, other] = [await make.organisation({ name: 'Own cluster' }), await make.organisation()]
    const abroad = await make.organisation({ kinds: ['partner'] })
    const of = (organisationId: string) =>
      make.agreement({
        parties: [
          { organisationId, side: 'home' },
          { organisationId: abroad.id, side: 'partner' },
        ],
      })
    const rows = [await of(own.id), await of(other.id)]
    const actor = (role: Role): Actor => ({
      id: null,
      name: null,
      role: 'manager',
      appointments: [{ role, organisationId: own.id, allianceId: null }],
    })
    const edit = { verb: 'agreements.update', set: { noticeDays: 11 } } as const
    const body = { edit, rows: seen(rows) }
    const manager = await api.call(previewBulk, { body }, { actor: actor('manager') })
    expect(manager.rows.map(({ refusal }) => refusal?.code)).toEqual([undefined, 'other_holder'])
    expect((await api.send(applyBulk, { body }, { actor: actor('manager') })).status).toBe(409)
    expect((await readAgreement(rows[0]?.id ?? '')).noticeDays).not.toBe(11)
    const alone = { edit, rows: seen(rows.slice(0, 1)) }
    const response = await api.send(applyBulk, { body: alone }, { actor: actor('manager') })
    expect(response.status).toBe(200)
    const change = response.headers.get('x-change-set') ?? ''
    const undo = (role: Role) => api.send(undoChange, { params: { id: change } }, { actor: actor(role) })
    expect((await undo('finance')).status).toBe(403)
    expect((await undo('manager')).status).toBe(200)
    expect((await api.send(previewBulk, { body: alone }, { actor: actor('finance') })).status).toBe(403)
  })
})

describe('lists that records have', () => {
  const readIt = (id: string) => api.call(readCompany, { params: { id } })

  it('gain and lose what is said, and keep the rest', async () => {
    const cluster = await make.organisation({ name: 'Alsace BioValley' })
    const market = await make.market()
    const made = [
      await make.organisation({
        kinds: ['company'],
        affiliations: [{ toId: cluster.id, role: 'member', from: '2006' }],
      }),
      await make.organisation({ kinds: ['company'] }),
    ]
    const [member, newcomer] = made.map(({ id }) => id) as [string, string]
    const rows = async () => Promise.all(made.map(({ id }) => readIt(id)))
    const words = await apply(
      { verb: 'companies.words', field: 'sectors', add: ['Diagnostics', 'diagnostics'] },
      await rows(),
    )
    expect(words.status).toBe(200)
    expect((await readIt(member)).sectors).toEqual(['Diagnostics'])
    await apply(
      { verb: 'companies.words', field: 'sectors', add: ['Vaccines'], remove: ['DIAGNOSTICS'] },
      await rows(),
    )
    expect((await readIt(newcomer)).sectors).toEqual(['Vaccines'])
    await apply({ verb: 'companies.market', marketId: market.id, readiness: 'ready' }, await rows())
    expect((await readIt(newcomer)).markets.map(({ readiness }) => readiness)).toEqual(['ready'])
    await apply({ verb: 'companies.market', marketId: market.id, readiness: null }, await rows())
    expect((await readIt(newcomer)).markets).toEqual([])
    const joined = await apply(
      { verb: 'organisations.affiliate', toId: cluster.id, from: '2008' },
      await rows(),
    )
    expect(await joined.json()).toEqual({ changed: 1, unchanged: 1 })
    expect((await readIt(member)).clusters.map(({ from }) => from)).toEqual(['2006'])
    expect((await readIt(newcomer)).clusters.map(({ from }) => from)).toEqual(['2008'])
    await apply({ verb: 'organisations.leave', toId: cluster.id, to: '2008-09' }, await rows())
    expect((await readIt(member)).clusters.map(({ to }) => to)).toEqual(['2008-09'])
    const kinds = await preview({ verb: 'organisations.kind', kind: 'company', held: false }, await rows())
    expect(kinds.rows.map(({ refusal }) => refusal?.errors?.[0]?.path)).toEqual(['kinds', 'kinds'])
    const bin = await preview({ verb: 'organisations.remove' }, [
      await api.call(organisationRecords.read, { params: { id: cluster.id } }),
    ])
    expect(bin.rows[0]?.refusal).toMatchObject({ code: 'in_use', blockers: expect.any(Array) })
  })

  it('note consent once, in the order of the days', async () => {
    const people = [await make.person(), await make.person()]
    const given = {
      verb: 'people.consent',
      purpose: 'newsletter',
      decision: 'given',
      on: '2008-09-01',
    } as const
    expect((await apply({ ...given, how: 'At the fair' }, people)).status).toBe(200)
    const privacy = () => Promise.all(people.map(({ id }) => api.call(readPrivacy, { params: { id } })))
    const rows = (await privacy()).map(({ person, version }) => ({ id: person.id, version }))
    expect(await (await apply({ ...given, on: '2008-09-10' }, rows)).json()).toEqual({
      changed: 0,
      unchanged: 2,
    })
    await apply({ ...given, purpose: 'missions', on: '2008-08-01' }, rows)
    expect((await privacy())[0]?.consents.map(({ purpose, on }) => [purpose, on])).toEqual([
      ['missions', '2008-08-01'],
      ['newsletter', '2008-09-01'],
    ])
  })

  it('give the share of a grant another line, and refuse what another grant bears', async () => {
    const alliance = await make.alliance()
    const granted = await wholeGrant(api, alliance.id)
    const { items } = await api.call(listExpenses, { query: {} })
    const line = {
      verb: 'expenses.line',
      grantId: granted.grants ?? '',
      lineId: granted.otherLines ?? '',
    } as const
    const { rows } = await preview(line, items)
    for (const [index, row] of rows.entries()) {
      const borne = items[index]?.shares ?? []
      const byOther = borne.length > 0 && !borne.some(({ grant }) => grant.id === granted.grants)
      if (byOther) expect(row.refusal?.errors?.[0]?.code).toBe('other_grant')
    }
    expect(rows.some(({ outcome }) => outcome === 'changed')).toBe(true)
    const unknown = await preview({ ...line, lineId: crypto.randomUUID() }, items.slice(0, 1))
    expect(unknown.rows[0]?.outcome).toBe('refused')
  })

  it('give tasks somebody to do them, and ticks them off', async () => {
    const person = await make.person()
    const tasks = [
      await api.call(createTask, { body: { title: 'Call Kobe' } }),
      await api.call(createTask, { body: { title: 'Write to Boston' } }),
    ]
    const response = await apply(
      { verb: 'tasks.update', set: { assigneeId: person.id, doneOn: '2008-09-15' } },
      tasks,
    )
    expect(response.status).toBe(200)
    const { total } = await api.call(listTasks, { query: { assignee: person.id, state: 'done' } })
    expect(total).toBe(2)
    const nobody = await preview({ verb: 'tasks.update', set: { assigneeId: crypto.randomUUID() } }, tasks)
    expect(nobody.rows[0]?.refusal?.code).toBe('version_stale')
  })
})
