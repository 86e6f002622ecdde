import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { awardAid, listAid } from '../../src/contract/aid.ts'
import { readGate } from '../../src/contract/gate.ts'
import { listHistory, undoChange } from '../../src/contract/history.ts'
import {
  inviteParticipants,
  moveParticipation,
  readParticipation,
} from '../../src/contract/participations.ts'
import { problemOf, startApi, type TestApi, viewer } from '../support/api.ts'
import { companyMakers } from '../support/companies.ts'
import { makers } from '../support/make.ts'

let api: TestApi
let make: ReturnType<typeof companyMakers>
let mission: string
let clusterId: string
beforeAll(async () => {
  api = await startApi()
  make = companyMakers(api)
  mission = (await makers(api).mission({ starts: '2008-10-15', ends: '2008-10-17' })).id
  clusterId = (await makers(api).organisation()).id
})
afterAll(() => api.stop())

/** A company of 300 people, and so no SME. */
async function large() {
  const company = await make.company({ years: false })
  for (const closedOn of ['2007-12-31', '2006-12-31'])
    await make.accounts(company.id, { closedOn, headcount: 300 })
  return company
}
/** One that has had all the aid it may get. */
async function full() {
  const company = await make.company()
  await make.award(company.id, '2008-01-15', 200_000)
  return company
}

const invite = (organisationId: string, state: 'applied' | 'accepted', reason: string | null = null) =>
  api.send(inviteParticipants, {
    params: { id: mission },
    body: { side: 'home', state, reason, invitees: [{ organisationId, clusterId }] },
  })

const papers = (['sme', 'de_minimis'] as const).map((kind) => ({ kind, signedOn: '2008-01-10' }))
const inviteWith = (organisationId: string, aid: number) =>
  api.send(inviteParticipants, {
    params: { id: mission },
    body: { side: 'home', state: 'accepted', aid, invitees: [{ organisationId, clusterId }] },
  })
/** What a company was granted, in euro cents, the newest first. */
const ledger = async (organisation: string) =>
  (await api.call(listAid, { query: { organisation } })).items.map(({ euros }) => euros)

describe('the gate', () => {
  it('tells status, room, earlier missions and missing papers of each', async () => {
    const { participation } = makers(api)
    const known = await make.company({ declarations: [{ kind: 'sme', signedOn: '2008-01-10' }] })
    const before = await makers(api).mission({ title: 'Before', starts: '2008-02-04' })
    const earlier = await participation({
      organisationId: known.id,
      missionId: before.id,
      state: 'attended',
      since: '2008-02-04',
    })
    await make.service(known.id)
    const big = await large()
    const unknown = await make.company({ years: false })
    const organisations = [known.id, big.id, unknown.id, clusterId].join()
    const { asOf, items } = await api.call(readGate, { params: { id: mission }, query: { organisations } })
    expect(asOf).toBe('2008-09-15')
    expect(items).toMatchObject([
      {
        organisation: { id: known.id },
        isCompany: true,
        participationId: null,
        status: 'small',
        statusConfirmed: true,
        aid: { sum: 0, room: 20_000_000 },
        missingPapers: ['de_minimis'],
        earlier: [{ id: earlier.id, mission: { name: 'Before' }, state: 'attended' }],
        services: 1,
        reasonAsked: true,
        findings: [
          { code: 'no_cluster' },
          { code: 'paper_missing', notes: true, params: { paper: 'de_minimis' } },
        ],
      },
      { status: 'large', findings: [{ code: 'no_cluster' }, { code: 'not_an_sme', notes: false }, {}, {}] },
      { status: 'unknown', findings: [{ code: 'no_cluster' }, { code: 'sme_unknown', notes: true }, {}, {}] },
      { isCompany: false, findings: [{ code: 'not_a_company' }, { code: 'no_cluster' }] },
    ])
  })

  it('asks for a reason to take in who is no SME, or has no room; the decision is in the history', async () => {
    for (const [company, code] of [
      [await large(), 'not_an_sme'],
      [await full(), 'no_aid_room'],
    ] as const) {
      expect(await problemOf(await invite(company.id, 'accepted'))).toMatchObject({
        status: 422,
        code: 'reason_required',
        errors: [{ path: 'reason', code, params: { who: company.name } }],
      })
      const applied = await (await invite(company.id, 'applied')).json()
      const [{ id, version }] = applied.items
      const move = (reason: string | null) =>
        api.send(moveParticipation, { params: { id }, body: { state: 'accepted', reason } }, { version })
      expect(await problemOf(await move(null))).toMatchObject({ code: 'reason_required', errors: [{ code }] })
      expect((await move('Pays for itself')).status).toBe(200)
      const { items } = await api.call(listHistory, { query: { noun: 'participations', recordId: id } })
      expect(items[0]).toMatchObject({
        verb: 'participations.move',
        changes: expect.arrayContaining([
          expect.objectContaining({
            after: expect.objectContaining({ state: 'accepted', reason: 'Pays for itself' }),
          }),
        ]),
      })
    }
  })

  it('lets others in without asking, whatever is not known of them', async () => {
    expect((await invite((await make.company()).id, 'accepted')).status).toBe(201)
    expect((await invite((await make.company({ years: false })).id, 'accepted')).status).toBe(201)
  })

  it('looks as of the day', async () => {
    const company = await full()
    const items = async (asOf: string) => {
      const query = { organisations: company.id, asOf }
      return (await api.call(readGate, { params: { id: mission }, query })).items
    }
    expect(await items('2008-01-14')).toMatchObject([{ aid: { room: 20_000_000 } }])
    expect(await items('2008-01-15')).toMatchObject([{ aid: { room: 0 } }])
    expect(await items('2010-06-01')).toMatchObject([{ status: 'unknown', aid: { room: 0 } }])
    expect(await items('2011-01-01')).toMatchObject([{ aid: { room: 20_000_000 } }])
  })

  it('refuses aid with a place that would pass the ceiling, with the arithmetic, and takes nobody in', async () => {
    const company = await make.company({ declarations: papers })
    await make.award(company.id, '2008-01-15', 195_000)
    const query = { organisations: company.id, asOf: '2008-09-15', aid: 600_000 }
    const { items } = await api.call(readGate, { params: { id: mission }, query })
    const arithmetic = {
      ceiling: 20_000_000,
      sum: 19_500_000,
      asked: 600_000,
      after: 20_100_000,
      most: 500_000,
    }
    expect(items).toMatchObject([
      {
        aid: { room: 500_000 },
        findings: [{ code: 'no_cluster' }, { code: 'ceiling_passed', blocks: true, params: arithmetic }],
      },
    ])
    const answer = await inviteWith(company.id, 600_000)
    expect(await problemOf(answer)).toMatchObject({
      status: 409,
      code: 'enrolment_blocked',
      params: { ...arithmetic, finding: 'ceiling_passed', who: company.name },
    })
    const applied = await (await invite(company.id, 'applied')).json()
    const [{ id, version }] = applied.items
    const move = (aid: number) =>
      api.send(
        moveParticipation,
        { params: { id }, body: { state: 'accepted', reason: 'x', aid } },
        { version },
      )
    expect(await problemOf(await move(600_000))).toMatchObject({
      code: 'enrolment_blocked',
      params: arithmetic,
    })
    const { state } = await api.call(readParticipation, { params: { id } })
    expect(state).toBe('applied')
    expect(await ledger(company.id)).toEqual([19_500_000])
    expect((await move(500_000)).status).toBe(200)
    expect(await ledger(company.id)).toEqual([500_000, 19_500_000])
  })

  it('awards the aid with the place in one change, which one undo takes back', async () => {
    const company = await make.company({ declarations: papers })
    const answer = await inviteWith(company.id, 120_000)
    const { items } = await answer.json()
    const { items: entries } = await api.call(listAid, { query: { organisation: company.id } })
    expect(entries).toMatchObject([
      { euros: 120_000, grantedOn: '2008-09-15', purpose: 'mission', participation: { id: items[0].id } },
    ])
    await api.call(undoChange, { params: { id: answer.headers.get('x-change-set') ?? '' } })
    expect(await ledger(company.id)).toEqual([])
  })

  it('lets one pass of a place with aid and an award at once, whichever comes first', async () => {
    const [company, sister] = [await make.company({ declarations: papers }), await make.company()]
    await make.holding(company.id, sister.id, 80)
    const award = {
      params: { id: sister.id },
      body: { grantedOn: '2008-09-15', amount: { minor: 12_000_000, currency: 'EUR' }, reason: 'Known' },
    }
    const answers = await Promise.all([inviteWith(company.id, 12_000_000), api.send(awardAid, award)])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect([...(await ledger(company.id)), ...(await ledger(sister.id))]).toEqual([12_000_000])
  })

  it('asks for a reason where the aid is unusual, and keeps it with the award', async () => {
    const company = await make.company()
    const body = (reason: string | null) => ({
      side: 'home',
      state: 'accepted',
      aid: 120_000,
      reason,
      invitees: [{ organisationId: company.id, clusterId }],
    })
    const send = (reason: string | null) =>
      api.send(inviteParticipants, { params: { id: mission }, body: body(reason) })
    expect(await problemOf(await send(null))).toMatchObject({
      code: 'reason_required',
      errors: [{ path: 'reason', code: 'declaration_missing' }],
    })
    expect((await send('The paper follows')).status).toBe(201)
    const { items } = await api.call(listAid, { query: { organisation: company.id } })
    expect(items).toMatchObject([{ reason: 'The paper follows', warnings: ['declaration_missing'] }])
  })

  it('lets aid wait with who has to wait, and grants none before a place is taken', async () => {
    const full = (await makers(api).mission({ starts: '2008-11-03', capacity: 1 })).id
    const [first, second] = [
      await make.company({ declarations: papers }),
      await make.company({ declarations: papers }),
    ]
    const invitees = [first, second].map(({ id }) => ({ organisationId: id, clusterId }))
    const { items } = await api.call(inviteParticipants, {
      params: { id: full },
      body: { side: 'home', state: 'accepted', aid: 120_000, invitees },
    })
    expect(items.map(({ state }) => state)).toEqual(['accepted', 'waitlisted'])
    expect(items.map(({ states }) => states.at(-1)?.aid)).toEqual([null, 120_000])
    expect([await ledger(first.id), await ledger(second.id)]).toEqual([[120_000], []])
    const third = await make.company()
    const applied = { side: 'home' as const, state: 'applied' as const, aid: 120_000 }
    await api.call(inviteParticipants, {
      params: { id: full },
      body: { ...applied, invitees: [{ organisationId: third.id, clusterId }] },
    })
    expect(await ledger(third.id)).toEqual([])
  })

  it('grants the aid that waited on the day of the offer, by the rules of any award', async () => {
    const full = (await makers(api).mission({ starts: '2008-11-04', capacity: 1 })).id
    const companies = [
      await make.company({ declarations: papers }),
      await make.company({ declarations: papers }),
      await make.company({ declarations: papers }),
    ]
    const invitees = companies.map(({ id }) => ({ organisationId: id, clusterId }))
    const { items } = await api.call(inviteParticipants, {
      params: { id: full },
      body: { side: 'home', state: 'accepted', aid: 120_000, invitees },
    })
    const [first, second, third] = items
    const leave = async (id = '') => {
      const { version } = await api.call(readParticipation, { params: { id } })
      return api.call(
        moveParticipation,
        { params: { id }, body: { state: 'withdrawn', reason: 'Ill', since: '2008-09-20' } },
        { version },
      )
    }
    const offered = await leave(first?.id)
    expect(offered).toMatchObject({ promoted: { id: second?.id }, aidGranted: true })
    const { items: entries } = await api.call(listAid, { query: { organisation: companies[1]?.id } })
    expect(entries).toMatchObject([
      { euros: 120_000, grantedOn: '2008-09-20', participation: { id: second?.id } },
    ])
    // Other aid has reached the ceiling meanwhile: the place is offered all the same.
    await make.award(companies[2]?.id ?? '', '2008-09-16', 199_000)
    const last = await leave(second?.id)
    expect(last).toMatchObject({ promoted: { id: third?.id }, aidGranted: false })
    expect(last.promoted?.states.map(({ state, aid }) => [state, aid])).toEqual([
      ['waitlisted', 120_000],
      ['accepted', null],
    ])
    expect(await ledger(companies[2]?.id ?? '')).toEqual([19_900_000])
  })

  it('takes the aid that waits with who is accepted by hand, unless another is given', async () => {
    const accepted = async (aid: number | null | undefined) => {
      const full = (await makers(api).mission({ starts: '2008-11-05', capacity: 1 })).id
      const [first, company] = [await make.company(), await make.company({ declarations: papers })]
      const put = (organisationId: string, more: { aid?: number } = {}) =>
        api.call(inviteParticipants, {
          params: { id: full },
          body: { side: 'home', state: 'accepted', ...more, invitees: [{ organisationId, clusterId }] },
        })
      await put(first.id)
      const { items } = await put(company.id, { aid: 120_000 })
      const [{ id, version } = { id: '', version: 0 }] = items
      // A place that came free before such places were offered.
      await api.db.updateTable('missions').set('capacity', 2).where('id', '=', full).execute()
      const body = { state: 'accepted' as const, ...(aid === undefined ? {} : { aid }) }
      await api.call(moveParticipation, { params: { id }, body }, { version })
      return ledger(company.id)
    }
    expect(await accepted(undefined)).toEqual([120_000])
    expect(await accepted(90_000)).toEqual([90_000])
    expect(await accepted(null)).toEqual([])
  })

  it('is open to viewers, and to nobody unknown', async () => {
    const input = { params: { id: mission }, query: { organisations: clusterId } }
    expect((await api.send(readGate, input, { actor: viewer })).status).toBe(200)
    expect((await api.send(readGate, input, { actor: null })).status).toBe(401)
    expect((await api.send(readGate, { ...input, params: { id: randomUUID() } })).status).toBe(404)
    expect((await api.send(readGate, { ...input, query: { organisations: 'x' } })).status).toBe(422)
    const none = await api.call(readGate, { params: { id: mission }, query: { organisations: randomUUID() } })
    expect(none.items).toEqual([])
  })
})
