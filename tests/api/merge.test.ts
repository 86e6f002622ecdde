import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreementRecords, signAgreement } from '../../src/contract/agreements.ts'
import { allianceRecords } from '../../src/contract/alliances.ts'
import { readCompany, updateCompany } from '../../src/contract/companies.ts'
import { createNote, readDossier } from '../../src/contract/dossier.ts'
import type { CallInput } from '../../src/contract/endpoint.ts'
import { listBin, undoChange } from '../../src/contract/history.ts'
import {
  mergeOrganisations,
  mergePeople,
  previewOrganisationMerge,
  previewPersonMerge,
} from '../../src/contract/merge.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { searchAll } from '../../src/contract/overview.ts'
import { personRecords } from '../../src/contract/people.ts'
import { startApi, type TestApi, viewer } from '../support/api.ts'
import { companyMakers } from '../support/companies.ts'
import { makers } from '../support/make.ts'
import { refusal } from '../support/refusal.ts'

let api: TestApi
let make: ReturnType<typeof makers>
let companies: ReturnType<typeof companyMakers>
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
  companies = companyMakers(api)
})
afterAll(() => api.stop())

interface Seen {
  id: string
  version: number
}
const read = (id: string) => api.call(organisationRecords.read, { params: { id } })
const preview = (kept: Seen, other: Seen) =>
  api.call(previewOrganisationMerge, { params: { id: kept.id }, query: { other: other.id } })
type Take = NonNullable<CallInput<typeof mergeOrganisations>['body']['take']>
const sendBody = (take: Take | undefined, other: Seen) => ({
  otherId: other.id,
  otherVersion: other.version,
  take,
})
const merge = (kept: Seen, other: Seen, take?: Take, reason?: string) =>
  api.call(
    mergeOrganisations,
    { params: { id: kept.id }, body: { ...sendBody(take, other), ...(reason ? { reason } : {}) } },
    { version: kept.version },
  )

const between = (home: Seen, partner: Seen, more: Seen[] = []) =>
  make.agreement({
    parties: [
      { organisationId: home.id, side: 'home' },
      { organisationId: partner.id, side: 'partner' },
      ...more.map(({ id }) => ({ organisationId: id, side: 'home' as const })),
    ],
  })

describe('merging two organisations', () => {
  it('keeps one with the fields chosen, the names of both and all that hung on either', async () => {
    const kept = await make.organisation({ name: 'Lyonbiopole', town: 'Lyon', focus: 'Health' })
    const other = await make.organisation({
      name: 'Pôle Lyonbiopôle',
      names: [{ name: 'LBP', kind: 'acronym' }],
      websites: [{ url: 'https://lyonbiopole.example' }],
      kinds: ['partner'],
      country: 'FR',
      focus: 'Vaccines',
    })
    const partner = await make.organisation()
    const agreement = await between(other, partner)
    const person = await make.person({ at: other.id })
    await api.call(createNote, {
      body: { noun: 'organisations', recordId: other.id, body: 'Called in May' },
    })
    const told = await preview(kept, other)
    expect(told.refusals).toEqual([])
    expect(told.fields).toContainEqual({
      field: 'focus',
      kept: 'Health',
      other: 'Vaccines',
      proposed: 'kept',
    })
    expect(told.fields.find(({ field }) => field === 'place')).toMatchObject({
      kept: 'Lyon',
      other: 'FR',
      proposed: 'kept',
    })
    expect(told.moves).toEqual(
      expect.arrayContaining([
        { table: 'agreement_parties', count: 1 },
        { table: 'notes', count: 1 },
        { table: 'posts', count: 1 },
      ]),
    )
    expect(await merge(kept, other, ['name', 'place'])).toMatchObject({
      id: kept.id,
      name: 'Pôle Lyonbiopôle',
    })
    expect(await read(kept.id)).toMatchObject({
      name: 'Pôle Lyonbiopôle',
      kinds: ['cluster', 'partner'],
      country: 'FR',
      town: null,
      focus: 'Health',
      names: [
        { name: 'LBP', kind: 'acronym' },
        { name: 'Lyonbiopole', kind: 'former' },
      ],
      websites: [{ url: 'https://lyonbiopole.example' }],
      people: [{ person: { id: person.id } }],
      agreements: [{ id: agreement.id, role: 'home' }],
    })
    const { notes } = await api.call(readDossier, {
      query: { noun: 'organisations', recordId: kept.id },
    })
    expect(notes).toMatchObject([{ body: 'Called in May' }])
    // The agreement is one that has been changed.
    const { version } = await api.call(agreementRecords.read, { params: { id: agreement.id } })
    expect(version).toBeGreaterThan(agreement.version)
  })

  it('makes the other a way to the kept one: not in the bin, not restored, found by its name', async () => {
    const kept = await make.organisation({ name: 'Kept by merging' })
    const other = await make.organisation({ name: 'Gone by merging' })
    await merge(kept, other)
    expect(await read(other.id)).toMatchObject({
      mergedInto: { id: kept.id, name: 'Kept by merging' },
      deletedAt: expect.any(String),
    })
    expect((await read(kept.id)).names).toMatchObject([{ name: 'Gone by merging', kind: 'alias' }])
    const { items } = await api.call(searchAll, { query: { q: 'gone by merging' } })
    expect(items.map(({ id }) => id)).toEqual([kept.id])
    const bin = await api.call(listBin, {})
    expect(bin.items.some(({ id }) => id === other.id)).toBe(false)
    const back = api.call(organisationRecords.restore, { params: { id: other.id } })
    expect(await refusal(back)).toMatchObject({ status: 409, code: 'record_merged' })
    // Merged again, both lead to the last one.
    const last = await make.organisation()
    await merge(last, await read(kept.id))
    expect((await read(other.id)).mergedInto).toMatchObject({ id: last.id })
  })

  it('joins memberships that overlap, with the stronger role, and leaves those apart', async () => {
    const [kept, other] = [await make.organisation(), await make.organisation()]
    const alliance = await make.alliance({
      members: [
        { organisationId: kept.id, role: 'member', from: '2005', to: '2006-03' },
        { organisationId: other.id, role: 'coordinator', from: '2006', to: '2007' },
        { organisationId: other.id, role: 'member', from: '2009' },
      ],
    })
    const { joins } = await preview(kept, other)
    expect(joins).toEqual([
      { rule: 'same_period', table: 'alliance_members', count: 1, titles: [alliance.name] },
    ])
    await merge(kept, other)
    const { members } = await api.call(allianceRecords.read, { params: { id: alliance.id } })
    expect(members.map(({ role, from, to }) => [role, from, to]).sort()).toEqual([
      ['coordinator', '2005', '2007'],
      ['member', '2009', null],
    ])
  })

  it('makes one party of two on a side, signed where either has; not of two that have signed, or that face each other', async () => {
    const [kept, other, partner] = [
      await make.organisation(),
      await make.organisation(),
      await make.organisation(),
    ]
    const agreement = await between(kept, partner, [other])
    const party = agreement.parties.find(({ organisation }) => organisation.id === other.id)
    const sign = async (partyId: string) => {
      const { version } = await api.call(agreementRecords.read, { params: { id: agreement.id } })
      const body = { signatures: [{ partyId, signedOn: '2008-02-04' }] }
      return api.call(signAgreement, { params: { id: agreement.id }, body }, { version })
    }
    await sign(party?.id ?? '')
    const facing = await between(other, kept)
    expect((await preview(kept, other)).refusals).toEqual([
      { code: 'both_sides', title: facing.title, noun: 'agreements', recordId: facing.id, params: {} },
    ])
    const refused = await refusal(merge(kept, other))
    expect(refused).toMatchObject({
      status: 409,
      code: 'merge_refused',
      problem: { params: { reason: 'both_sides' }, blockers: [{ recordId: facing.id }] },
    })
    await api.call(
      agreementRecords.update,
      { params: { id: facing.id }, body: { parties: [] } },
      { version: facing.version },
    )
    await merge(await read(kept.id), await read(other.id))
    const joined = await api.call(agreementRecords.read, { params: { id: agreement.id } })
    expect(joined.parties.map(({ organisation }) => organisation.id)).toEqual([kept.id, partner.id])
    expect(joined.parties[0]).toMatchObject({ signedOn: '2008-02-04', required: true })
    // Now a third that has signed too.
    const third = await make.organisation()
    const twice = await between(kept, partner, [third])
    for (const { id, organisation } of twice.parties)
      if (organisation.id !== partner.id) {
        const { version } = await api.call(agreementRecords.read, { params: { id: twice.id } })
        const body = { signatures: [{ partyId: id, signedOn: '2008-02-04' }] }
        await api.call(signAgreement, { params: { id: twice.id }, body }, { version })
      }
    const { refusals } = await preview(await read(kept.id), third)
    expect(refusals).toMatchObject([{ code: 'both_signed', recordId: twice.id }])
  })

  it('keeps of two participations in a mission that on which something hangs; two such stand in the way', async () => {
    const mission = await make.mission()
    const inIt = async (people: { id: string }[] = []) =>
      make.participation({ missionId: mission.id, people: people.map(({ id }) => id) })
    const [bare, carrying] = [await inIt(), await inIt([await make.person()])]
    const at = async (participation: { organisation: { id: string } }) => read(participation.organisation.id)
    const { joins, refusals } = await preview(await at(bare), await at(carrying))
    expect(refusals).toEqual([])
    expect(joins).toContainEqual({
      rule: 'same_participation',
      table: 'participations',
      count: 1,
      titles: [mission.title],
    })
    const another = await inIt([await make.person()])
    expect((await preview(await at(carrying), await at(another))).refusals).toMatchObject([
      { code: 'both_take_part', noun: 'missions', recordId: mission.id },
    ])
    await merge(await at(bare), await at(carrying))
    const rows = await api.db
      .selectFrom('participations')
      .select(['id', 'deleted_at'])
      .where('organisation_id', '=', bare.organisation.id)
      .execute()
    expect(Object.fromEntries(rows.map(({ id, deleted_at }) => [id, deleted_at !== null]))).toEqual({
      [bare.id]: true,
      [carrying.id]: false,
    })
  })

  it('asks why where it makes more aid than the ceiling, keeps the reason, shows the excess, and is undone whole', async () => {
    const [kept, other] = [await companies.company(), await companies.company()]
    await companies.award(kept.id, '2008-03-01', 120_000)
    await companies.award(other.id, '2008-04-01', 100_000)
    const state = async () => [
      await api.call(readCompany, { params: { id: kept.id } }),
      await api.call(readCompany, { params: { id: other.id } }),
    ]
    const before = (await state()).map(({ version: _, updatedAt: __, ...rest }) => rest)
    const { refusals, warnings } = await preview(await read(kept.id), await read(other.id))
    expect(refusals).toEqual([])
    const arithmetic = {
      day: '2008-04-01',
      memberState: 'FR',
      kept: 12_000_000,
      other: 10_000_000,
      sum: 22_000_000,
      ceiling: 20_000_000,
      over: 2_000_000,
    }
    expect(warnings).toMatchObject([{ code: 'aid_ceiling', params: arithmetic }])
    const ask = async (reason?: string) => merge(await read(kept.id), await read(other.id), undefined, reason)
    expect(await refusal(ask())).toMatchObject({
      status: 422,
      code: 'reason_required',
      problem: { errors: [{ path: 'reason', code: 'aid_ceiling', params: arithmetic }] },
    })
    await ask('One Kbis for both; recovery begun')
    expect((await api.call(readCompany, { params: { id: kept.id } })).aid).toMatchObject({
      sum: 22_000_000,
      room: 0,
    })
    const { notes } = await api.call(readDossier, { query: { noun: 'organisations', recordId: kept.id } })
    expect(notes[0]?.body).toMatch(
      /2008-04-01: 120 000 \+ 100 000 = 220 000 > 200 000 EUR\nOne Kbis for both; recovery begun$/,
    )
    const { id } = await api.db
      .selectFrom('change_sets')
      .select('id')
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow()
    const undone = await api.call(undoChange, { params: { id } })
    expect((await state()).map(({ version: _, updatedAt: __, ...rest }) => rest)).toEqual(before)
    expect(
      (await api.call(readDossier, { query: { noun: 'organisations', recordId: kept.id } })).notes,
    ).toHaveLength(0)
    // And done again by undoing that: it made nothing worse than it was.
    await api.call(undoChange, { params: { id: undone.id } })
    expect((await api.call(readCompany, { params: { id: kept.id } })).aid).toMatchObject({ sum: 22_000_000 })
  })

  it('asks nothing of aid that stays below the ceiling', async () => {
    const [small, more] = [await companies.company(), await companies.company()]
    await companies.award(small.id, '2008-03-01', 50_000)
    await companies.award(more.id, '2008-04-01', 100_000)
    await merge(await read(small.id), await read(more.id))
    const { aid } = await api.call(readCompany, { params: { id: small.id } })
    expect(aid).toMatchObject({ sum: 15_000_000, room: 5_000_000 })
  })

  it('takes the fuller place unless told otherwise, and is undone though others were over the ceiling before', async () => {
    const kept = await make.organisation({ kinds: ['company'], town: 'Lyon', country: null })
    const other = await companies.company({ town: 'Lyon' })
    const owner = await companies.company()
    await companies.award(owner.id, '2008-03-01', 120_000)
    await companies.award(other.id, '2008-04-01', 100_000)
    // Who owns it is a fact, whatever that makes of the sum.
    await companies.holding(owner.id, other.id, 60)
    const { fields } = await preview(kept, await read(other.id))
    expect(fields.find(({ field }) => field === 'place')).toMatchObject({ kept: 'Lyon', proposed: 'other' })
    await merge(kept, await read(other.id))
    const { id } = await api.db
      .selectFrom('change_sets')
      .select('id')
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow()
    await api.call(undoChange, { params: { id } })
    const aid = async (of: string) => (await api.call(readCompany, { params: { id: of } })).aid
    expect(await aid(other.id)).toMatchObject({ memberState: 'FR', sum: 22_000_000, room: 0 })
    expect(await aid(kept.id)).toMatchObject({ memberState: null, sum: 0 })
  })

  it('gives a body without a profile that of the other, numbers, accounts and owners with it', async () => {
    const kept = await make.organisation({ kinds: ['company'] })
    const other = await companies.company({
      legalForm: 'SAS',
      numbers: [{ scheme: 'other', value: 'N1' }],
    })
    const owner = await companies.company({ years: false })
    await companies.holding(owner.id, other.id, 60)
    await companies.holding(kept.id, other.id, 10)
    await merge(kept, await read(other.id))
    expect(await api.call(readCompany, { params: { id: kept.id } })).toMatchObject({
      legalForm: 'SAS',
      numbers: [{ value: 'N1' }],
      // Owned by the majority of a company without figures.
      status: 'unknown',
    })
    const change = await api.db
      .selectFrom('change_sets')
      .select('id')
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow()
    await api.call(undoChange, { params: { id: change.id } })
    expect((await api.call(readCompany, { params: { id: other.id } })).numbers).toHaveLength(1)
  })
})

describe('a merge is refused', () => {
  it('to strangers and viewers, for what is not there, is in the bin or is the same, and where either has changed', async () => {
    const [kept, other] = [await make.organisation(), await make.organisation()]
    const input = { params: { id: kept.id }, body: sendBody(undefined, other) }
    const status = async (options: object, change: object = {}) =>
      (await api.send(mergeOrganisations, { ...input, ...change }, { version: 1, ...options })).status
    expect(await status({ actor: null })).toBe(401)
    expect(await status({ actor: viewer })).toBe(403)
    expect(await status({}, { body: sendBody(undefined, { id: randomUUID(), version: 1 }) })).toBe(404)
    expect(await status({}, { body: sendBody(undefined, kept) })).toBe(422)
    expect(await status({}, { body: { ...input.body, take: ['kinds'] } })).toBe(422)
    expect(await status({ version: 2 })).toBe(412)
    expect(await status({}, { body: sendBody(undefined, { ...other, version: 2 }) })).toBe(412)
    const bare = await api.send(mergeOrganisations, input, {})
    expect(bare.status).toBe(428)
    const looking = await api.send(
      previewOrganisationMerge,
      { params: { id: kept.id }, query: { other: other.id } },
      { actor: viewer },
    )
    expect(looking.status).toBe(200)
    await api.call(organisationRecords.remove, { params: { id: other.id } }, { version: 1 })
    expect(await status({}, { body: sendBody(undefined, { ...other, version: 2 }) })).toBe(409)
  })

  it('where the name taken is that of a third in the place taken', async () => {
    const kept = await make.organisation({ town: 'Nantes' })
    const other = await make.organisation({ name: 'Atlanpole', town: 'Rezé' })
    await make.organisation({ name: 'Atlanpole', town: 'Nantes' })
    expect(await refusal(merge(kept, other, ['name']))).toMatchObject({ status: 409, code: 'duplicate' })
    await merge(kept, other, ['name', 'place'])
  })
})

describe('merging two people', () => {
  it('joins posts that overlap, keeps signatures, and finds the kept one by the other name', async () => {
    const at = await make.organisation()
    const kept = await make.person({
      familyName: 'Saintouil',
      givenName: null,
      posts: [{ organisationId: at.id, title: 'Manager', from: '2005', to: '2007' }],
    })
    const other = await make.person({
      familyName: 'Saintouille',
      givenName: 'Jean-Pierre',
      email: 'jp@example.fr',
      posts: [{ organisationId: at.id, title: 'manager', from: '2006', to: '2008-06' }],
    })
    const told = await api.call(previewPersonMerge, {
      params: { id: kept.id },
      query: { other: other.id },
    })
    expect(told.fields.filter(({ proposed }) => proposed === 'other').map(({ field }) => field)).toEqual([
      'givenName',
      'email',
    ])
    await api.call(
      mergePeople,
      {
        params: { id: kept.id },
        body: { otherId: other.id, otherVersion: 1, take: ['givenName', 'email'] },
      },
      { version: 1 },
    )
    expect(await api.call(personRecords.read, { params: { id: kept.id } })).toMatchObject({
      name: 'Jean-Pierre Saintouil',
      email: 'jp@example.fr',
      posts: [{ title: 'Manager', from: '2005', to: '2008-06' }],
    })
    const { items } = await api.call(personRecords.list, { query: { q: 'saintouille' } })
    expect(items.map(({ id }) => id)).toEqual([kept.id])
    expect((await api.call(personRecords.read, { params: { id: other.id } })).mergedInto).toMatchObject({
      id: kept.id,
    })
  })
})

it('keeps a profile’s version: both records are the organisation’s', async () => {
  const [kept, other] = [await companies.company(), await companies.company()]
  await api.call(
    updateCompany,
    { params: { id: other.id }, body: { legalForm: 'SA' } },
    { version: (await read(other.id)).version },
  )
  expect(await refusal(merge(await read(kept.id), { ...other, version: other.version }))).toMatchObject({
    status: 412,
  })
})
