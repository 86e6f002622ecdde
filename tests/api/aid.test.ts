import { randomUUID } from 'node:crypto'
import papaparse from 'papaparse'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  awardAid,
  declareAid,
  exportAidRegister,
  listAid,
  readAid,
  readAidRoom,
  removeAid,
  updateAid,
} from '../../src/contract/aid.ts'
import { updateCompany } from '../../src/contract/companies.ts'
import { undoChange } from '../../src/contract/history.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import type { Role } from '../../src/domain/rights.ts'
import type { Scope } from '../../src/domain/scopes.ts'
import type { Actor } from '../../src/server/context.ts'
import { problemOf, Refused, startApi, type TestApi, viewer } from '../support/api.ts'
import { companyMakers } from '../support/companies.ts'
import { makers } from '../support/make.ts'

let api: TestApi
let make: ReturnType<typeof companyMakers>
beforeAll(async () => {
  api = await startApi()
  make = companyMakers(api)
})
afterAll(() => api.stop())

let id: string
beforeEach(async () => {
  id = (await make.company()).id
})

const euros = (amount: number) => ({ minor: amount * 100, currency: 'EUR' })
const room = (query: object = {}, of = id) => api.call(readAidRoom, { params: { id: of }, query })
const send = (body: object, of = id) =>
  api.send(awardAid, { params: { id: of }, body: { reason: 'Known', ...body } })

describe('the ceiling', () => {
  it('150,000 in November 2012, then 60,000: refused in February 2014, allowed in January 2015', async () => {
    await make.award(id, '2012-11-15', 150_000)
    expect(await problemOf(await send({ grantedOn: '2014-02-10', amount: euros(60_000) }))).toMatchObject({
      status: 409,
      code: 'aid_forbidden',
      params: {
        finding: 'ceiling_passed',
        article: '(EU) 1407/2013, Article 3(2)',
        from: '2012-01-01',
        ceiling: 20_000_000,
        sum: 15_000_000,
        asked: 6_000_000,
        after: 21_000_000,
        most: 5_000_000,
      },
    })
    expect((await room()).lines).toHaveLength(1)
    expect(await make.award(id, '2015-01-10', 60_000)).toMatchObject({ law: '(EU) 1407/2013', counted: true })
  })

  it('250,000 on 1 March 2024, then 60,000: refused on 15 February 2027, allowed on 2 March 2027', async () => {
    await make.award(id, '2024-03-01', 250_000)
    expect((await send({ grantedOn: '2027-02-15', amount: euros(60_000) })).status).toBe(409)
    expect((await send({ grantedOn: '2027-03-02', amount: euros(60_000) })).status).toBe(201)
  })

  it('is told as of any day, with every line, and what may be asked for', async () => {
    await make.award(id, '2007-02-01', 120_000)
    await make.declare(id, '2008-05-01', 50_000)
    await make.award(id, '2008-06-01', 40_000, { basis: 'direct_eu' })
    expect(await room()).toMatchObject({
      day: '2008-09-15',
      regulation: '(EC) 1998/2006',
      window: 'fiscal_years',
      from: '2006-01-01',
      ceiling: 20_000_000,
      sum: 17_000_000,
      room: 3_000_000,
      most: 3_000_000,
      asked: null,
      allowed: null,
      lines: [
        { euros: 12_000_000, counted: true },
        { euros: 5_000_000, counted: true },
        { euros: 4_000_000, counted: false, reason: 'other_basis' },
      ],
    })
    expect(await room({ amount: 3_000_000 })).toMatchObject({ allowed: true, after: 20_000_000 })
    expect(await room({ amount: 3_000_001 })).toMatchObject({
      allowed: false,
      findings: [
        { code: 'ceiling_passed', blocks: true },
        { code: 'declaration_missing', blocks: false },
      ],
    })
    expect(await room({ asOf: '2008-04-30' })).toMatchObject({ sum: 12_000_000, room: 8_000_000 })
    const { lines } = await room()
    const [first] = lines
    expect(await room({ exclude: first?.aidId })).toMatchObject({ sum: 5_000_000, most: 15_000_000 })
  })

  it('sums up the single undertaking, as of the day', async () => {
    const other = (await make.company()).id
    await make.award(other, '2008-01-10', 150_000)
    await make.holding(other, id, 51, { from: '2008-06' })
    expect(await room({ asOf: '2008-05-31' })).toMatchObject({ sum: 0, undertaking: [{ id }] })
    const now = await room()
    expect(now.sum).toBe(15_000_000)
    expect(now.undertaking.map((member) => member.id).sort()).toEqual([id, other].sort())
    expect((await send({ grantedOn: '2008-09-01', amount: euros(50_001) })).status).toBe(409)
    const page = await api.call(listAid, { query: { organisation: id, undertaking: 'true' } })
    expect(page.items).toMatchObject([{ organisation: { id: other } }])
  })

  it('is not passed by two awards at once', async () => {
    const other = (await make.company()).id
    await make.holding(id, other, 80)
    const answers = await Promise.all(
      [id, other, id, other].map((of) => send({ grantedOn: '2008-09-01', amount: euros(120_000) }, of)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
    expect((await room()).sum).toBe(12_000_000)
  })

  it('is not passed by an undo', async () => {
    const first = await send({ grantedOn: '2008-09-01', amount: euros(150_000) })
    const undo = (change: string | null) => api.send(undoChange, { params: { id: change ?? '' } })
    const undone = await undo(first.headers.get('x-change-set'))
    expect(undone.status).toBe(200)
    await make.award(id, '2008-09-02', 120_000)
    expect(await problemOf(await undo(undone.headers.get('x-change-set')))).toMatchObject({
      status: 409,
      code: 'undo_blocked',
    })
    expect((await room()).sum).toBe(12_000_000)
  })

  it('lets facts declared by others be recorded', async () => {
    await make.declare(id, '2008-01-10', 300_000)
    expect(await room()).toMatchObject({ over: 10_000_000, room: 0 })
    expect((await send({ grantedOn: '2008-09-01', amount: euros(1) })).status).toBe(409)
  })

  it('of road freight, and of another Member State', async () => {
    await api.call(updateCompany, { params: { id }, body: { aidSector: 'road_freight' } }, { version: 1 })
    expect(await room()).toMatchObject({ ceiling: 10_000_000 })
    await make.award(id, '2008-09-01', 100_000)
    expect(await room({ memberState: 'IT' })).toMatchObject({ sum: 0, room: 10_000_000 })
  })
})

describe('an award', () => {
  it('asks for a reason where something is unusual, and keeps what it was', async () => {
    const fresh = (await make.company({ years: false })).id
    const body = { grantedOn: '2008-09-01', amount: euros(1000) }
    expect(await problemOf(await send({ ...body, reason: null }, fresh))).toMatchObject({
      status: 422,
      code: 'reason_required',
      errors: [{ code: 'declaration_missing' }, { code: 'status_unknown' }],
    })
    const given = await make.award(fresh, '2008-09-01', 1000, { reason: 'Founded last week' })
    expect(given).toMatchObject({
      reason: 'Founded last week',
      warnings: ['declaration_missing', 'status_unknown'],
    })
    const declared = await make.company({ declarations: [{ kind: 'de_minimis', signedOn: '2008-02-01' }] })
    expect((await send({ ...body, reason: null }, declared.id)).status).toBe(201)
  })

  it('on another basis is recorded, not counted', async () => {
    const fair = {
      grantedOn: '2008-09-01',
      basis: 'gber_fairs',
      purpose: 'trade_fair',
      amount: euros(500_000),
    }
    expect(await problemOf(await send({ ...fair, eligibleCosts: euros(999_999) }))).toMatchObject({
      code: 'aid_forbidden',
      params: { finding: 'fairs_intensity', article: '(EC) 800/2008, Article 27' },
    })
    const answer = await send({ ...fair, eligibleCosts: euros(1_000_000) })
    expect(await answer.json()).toMatchObject({ counted: false, law: '(EC) 800/2008, Article 27' })
    expect((await room()).sum).toBe(0)
  })

  it('that the law forbids is refused whatever the reason', async () => {
    expect(
      await problemOf(
        await send({ grantedOn: '2008-09-01', purpose: 'distribution_network', amount: euros(1) }),
      ),
    ).toMatchObject({
      code: 'aid_forbidden',
      params: { finding: 'export_aid', article: '(EC) 1998/2006, Article 1(1)(d)' },
    })
    expect(await problemOf(await send({ grantedOn: '2000-09-01', amount: euros(1) }))).toMatchObject({
      code: 'aid_forbidden',
      params: { finding: 'no_regulation' },
    })
  })

  it('in another currency needs the rate', async () => {
    const yen = { grantedOn: '2008-09-01', amount: { minor: 1_000_000, currency: 'JPY' } }
    expect(await problemOf(await send(yen))).toMatchObject({
      status: 422,
      errors: [{ path: 'rate', code: 'rate' }],
    })
    const answer = await send({ ...yen, rate: '158.55' })
    expect(await answer.json()).toMatchObject({ euros: 630_716, rate: '158.55' })
  })

  it('belongs to a participation or service of the company', async () => {
    const { participation } = makers(api)
    const mine = await participation({ organisationId: id })
    const others = await participation()
    const body = { grantedOn: '2008-09-01', amount: euros(100) }
    expect(await (await send({ ...body, participationId: mine.id })).json()).toMatchObject({
      participation: { id: mine.id, name: mine.mission.name },
    })
    expect(await problemOf(await send({ ...body, participationId: others.id }))).toMatchObject({
      errors: [{ path: 'participationId', code: 'other_company' }],
    })
    expect(await problemOf(await send({ ...body, serviceId: randomUUID() }))).toMatchObject({
      errors: [{ path: 'serviceId', code: 'unknown_reference' }],
    })
    const listed = await api.call(listAid, { query: { mission: mine.mission.id } })
    expect(listed.total).toBe(1)
  })

  it('is corrected within the law, and deleted', async () => {
    const given = await make.award(id, '2008-09-01', 150_000)
    const params = { id: given.id }
    const answer = await api.send(updateAid, { params, body: { amount: euros(200_001) } }, { version: 1 })
    expect(await problemOf(answer)).toMatchObject({ status: 409, params: { sum: 0, most: 20_000_000 } })
    const changed = await api.call(updateAid, { params, body: { amount: euros(200_000) } }, { version: 1 })
    expect(changed).toMatchObject({ version: 2, euros: 20_000_000, grantedOn: '2008-09-01' })
    expect(await problemOf(await api.send(updateAid, { params, body: {} }, { version: 1 }))).toMatchObject({
      status: 412,
      current: changed,
    })
    await api.call(removeAid, { params }, { version: 2 })
    expect((await api.send(readAid, { params })).status).toBe(404)
    expect((await room()).sum).toBe(0)
  })
})

describe('what does not fit', () => {
  it('is refused: nobody, viewers, none, the bin', async () => {
    const { id: aidId } = await make.award(id, '2008-09-01', 1)
    const body = { grantedOn: '2008-09-01', amount: euros(1), reason: 'Known' }
    const inputs = [
      [listAid, {}],
      [readAid, { params: { id: aidId } }],
      [readAidRoom, { params: { id } }],
      [exportAidRegister, {}],
      [awardAid, { params: { id }, body }],
      [declareAid, { params: { id }, body: { grantedOn: '2008-09-01', amount: euros(1) } }],
      [updateAid, { params: { id: aidId }, body: {} }],
      [removeAid, { params: { id: aidId } }],
    ] as const
    for (const [endpoint, input] of inputs) {
      expect((await api.send(endpoint, input, { actor: null, version: 1 })).status).toBe(401)
      const looking = await api.send(endpoint, input, { actor: viewer, version: 1 })
      expect(looking.status, endpoint.id).toBe(endpoint.access === 'read' ? 200 : 403)
      if (!('params' in input)) continue
      const nowhere = await api.send(endpoint, { ...input, params: { id: randomUUID() } }, { version: 1 })
      expect(await problemOf(nowhere), endpoint.id).toMatchObject({ status: 404 })
    }
    const binned = await make.company({ years: false })
    await api.call(organisationRecords.remove, { params: { id: binned.id } }, { version: 1 })
    expect(await problemOf(await send(body, binned.id))).toMatchObject({ code: 'record_in_bin' })
    const abroad = await make.company({ years: false, country: 'JP' })
    expect(await problemOf(await send(body, abroad.id))).toMatchObject({ errors: [{ path: 'memberState' }] })
    expect(await room({}, abroad.id)).toMatchObject({ memberState: null, ceiling: null, room: 0 })
  })

  it.each([
    [{ amount: { minor: 0, currency: 'EUR' } }, 'amount.minor'],
    [{ amount: { minor: 1.5, currency: 'EUR' } }, 'amount.minor'],
    [{ amount: { minor: 100, currency: 'EUR' }, grantedOn: '2008-02-30' }, 'grantedOn'],
    [{ amount: { minor: 100, currency: 'EUR' }, rate: '0' }, 'rate'],
    [{ amount: { minor: 999_999_999, currency: 'USD' }, rate: '0.00000001' }, 'amount.minor'],
    [
      { amount: { minor: 100, currency: 'EUR' }, eligibleCosts: { minor: 1, currency: 'USD' } },
      'eligibleCosts.currency',
    ],
    [{ amount: { minor: 100, currency: 'EUR' }, granterId: randomUUID() }, 'granterId'],
  ])('%j', async (body, path) => {
    const problem = await problemOf(await send({ grantedOn: '2008-09-01', ...body }))
    expect(problem).toMatchObject({ status: 422, errors: [{ path }] })
  })
})

it('the register lists awards, safe for a spreadsheet', async () => {
  const fresh = await startApi()
  const { company, award, declare } = companyMakers(fresh)
  const risky = await company({
    name: '=HYPERLINK("x"); "Co"',
    numbers: [{ scheme: 'siren', value: '732829320' }],
    sectors: ['C21'],
  })
  await award(risky.id, '2026-02-01', 12_345, {
    granterName: '+Région',
    instrument: 'in_kind',
    reference: 'A-1',
  })
  await award(risky.id, '2026-03-01', 5, { basis: 'no_aid' })
  await declare(risky.id, '2026-02-02', 7)
  const read = async (query: object) => {
    const { bytes } = await fresh.call(exportAidRegister, { query })
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    expect(text.startsWith('\ufeff')).toBe(true)
    return papaparse.parse<string[]>(text.slice(1).trim()).data
  }
  const [head, ...lines] = await read({ from: '2026-01-01' })
  expect(head?.slice(0, 5)).toEqual([
    'Beneficiary',
    'Registration numbers',
    'Town',
    'Country',
    'Amount (gross grant equivalent)',
  ])
  expect(lines).toEqual([
    [
      `'=HYPERLINK("x"); "Co"`,
      'SIREN 732829320',
      '',
      'FR',
      '12345.00',
      'EUR',
      '2026-02-01',
      `'+Région`,
      'In kind',
      'C21',
      '(EU) 2023/2831',
      'De minimis',
      'FR',
      'A-1',
      '',
    ],
  ])
  await fresh.db.updateTable('aid').set({ sample: true }).where('reference', '=', 'A-1').execute()
  expect((await read({ from: '2026-01-01' }))[1]?.at(-1)).toBe('SAMPLE: invented')
  expect(await read({ all: 'true', language: 'fr' })).toHaveLength(3)
  expect((await read({ language: 'fr' }))[1]?.[4]).toBe('12345,00')
  expect(await read({ to: '2025-12-31' })).toHaveLength(1)
  await fresh.stop()
})

it('the register is for who may read aid, as are programs whose tokens are for money', async () => {
  const asked = async (role: Role, scopes?: Scope[]) => {
    const actor: Actor = {
      ...{ id: null, name: role, role: 'viewer', userId: `user-${role}` },
      appointments: [{ role, organisationId: null, allianceId: null }],
      ...(scopes ? { token: { id: randomUUID(), scopes } } : {}),
    }
    const answer = await api.send(exportAidRegister, { query: {} }, { actor })
    return answer.ok ? 'given' : (await problemOf(answer)).code
  }
  expect(await asked('viewer')).toBe('right_missing')
  expect(await asked('assistant')).toBe('given')
  expect(await asked('administrator', ['records:read'])).toBe('scope_missing')
  expect(await asked('administrator', ['money:read'])).toBe('given')
})

it('a refusal carries the figures for people', async () => {
  await make.award(id, '2008-09-01', 200_000)
  const refused = await make.award(id, '2008-09-02', 1).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(Refused)
  expect((refused as Refused).problem.params).toMatchObject({
    ceiling: 20_000_000,
    most: 0,
    after: 20_000_100,
  })
})
