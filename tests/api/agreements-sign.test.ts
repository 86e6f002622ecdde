import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Agreement,
  agreementRecords,
  removeSignature,
  type SignInput,
  signAgreement,
  terminateAgreement,
} from '../../src/contract/agreements.ts'
import { readDossier } from '../../src/contract/dossier.ts'
import { personRecords } from '../../src/contract/people.ts'
import { type CallOptions, problemOf, startApi, type TestApi } from '../support/api.ts'
import { makers } from '../support/make.ts'

let api: TestApi
let make: ReturnType<typeof makers>
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
})
afterAll(() => api.stop())

const sign = (agreement: Agreement, body: SignInput, options?: CallOptions) =>
  api.call(signAgreement, { params: { id: agreement.id }, body }, { version: agreement.version, ...options })

/** All parties of an agreement, signing on one day. */
const all = (agreement: Agreement, signedOn: string): SignInput => ({
  signatures: agreement.parties.map((party) => ({ partyId: party.id, signedOn })),
})

const refused = (problem: object) => ({ status: 422, ...problem })

describe('several parties', () => {
  it('may sign on different days, at different places', async () => {
    const agreement = await make.agreement()
    const [home, partner] = agreement.parties
    const first = await sign(agreement, {
      signatures: [{ partyId: home!.id, signedOn: '2008-02-04', place: 'Osaka' }],
    })
    expect(first).toMatchObject({
      status: 'prospect',
      signedOn: null,
      parties: [{ signedOn: '2008-02-04' }, { signedOn: null }],
    })
    const second = await sign(first, {
      signatures: [{ partyId: partner!.id, signedOn: '2008-03-01', place: 'Toulouse' }],
    })
    expect(second).toMatchObject({ status: 'active', signedOn: '2008-03-01' })
    expect(second.signatures.map((signature) => signature.place)).toEqual(['Osaka', 'Toulouse'])
    expect(second.version).toBe(agreement.version + 2)
    const before = await api.call(agreementRecords.read, {
      params: { id: agreement.id },
      query: { asOf: '2008-02-29' },
    })
    expect(before).toMatchObject({ status: 'prospect', signedOn: '2008-03-01' })
  })

  it('may have one that refuses, with its reason, and signs later', async () => {
    const agreement = await make.agreement()
    const [home, partner] = agreement.parties
    const no = await sign(agreement, {
      signatures: [
        { partyId: home!.id, signedOn: '2008-02-04' },
        { partyId: partner!.id, signedOn: '2008-02-04', decision: 'refused', reason: 'No mandate' },
      ],
    })
    expect(no).toMatchObject({
      signedOn: null,
      parties: [
        { signedOn: '2008-02-04', refusedOn: null },
        { signedOn: null, refusedOn: '2008-02-04' },
      ],
    })
    const yes = await sign(no, { signatures: [{ partyId: partner!.id, signedOn: '2008-04-01' }] })
    expect(yes).toMatchObject({
      signedOn: '2008-04-01',
      parties: [{}, { signedOn: '2008-04-01', refusedOn: null }],
    })
    expect(yes.signatures.filter((signature) => signature.reason === 'No mandate')).toHaveLength(1)
  })

  it('is asked why, where one refuses', async () => {
    const agreement = await make.agreement()
    const signatures = [
      { partyId: agreement.parties[0]!.id, signedOn: '2008-02-04', decision: 'refused' as const },
    ]
    await expect(sign(agreement, { signatures })).rejects.toMatchObject(
      refused({ problem: { errors: [{ path: 'signatures.0.reason', code: 'required' }] } }),
    )
  })
})

describe('a signature entered twice', () => {
  it('is refused with the day of the first', async () => {
    const agreement = await make.agreement()
    const signed = await sign(agreement, all(agreement, '2008-02-04'))
    const again = { status: 409, code: 'party_already_signed', problem: { params: { on: '2008-02-04' } } }
    await expect(sign(signed, all(agreement, '2008-02-05'))).rejects.toMatchObject(again)
    const refusal = {
      signatures: [
        {
          partyId: agreement.parties[0]!.id,
          signedOn: '2008-03-01',
          decision: 'refused' as const,
          reason: 'Late',
        },
      ],
    }
    await expect(sign(signed, refusal)).rejects.toMatchObject(again)
  })

  it('is refused within one request', async () => {
    const agreement = await make.agreement()
    const { id: partyId } = agreement.parties[0]!
    const signatures = ['2008-02-04', '2008-02-05'].map((signedOn) => ({ partyId, signedOn }))
    await expect(sign(agreement, { signatures })).rejects.toMatchObject(
      refused({ problem: { errors: [{ path: 'signatures.1.partyId', code: 'duplicate' }] } }),
    )
  })

  it('is one signature where the request is sent again', async () => {
    const agreement = await make.agreement()
    const key = randomUUID()
    const [first, again] = await Promise.all(
      [1, 2].map(() => sign(agreement, all(agreement, '2008-02-04'), { key })),
    )
    expect(again).toEqual(first)
    expect(first!.signatures).toHaveLength(2)
  })

  it('is one signature where two people enter it at once', async () => {
    const agreement = await make.agreement()
    const both = await Promise.allSettled([1, 2].map(() => sign(agreement, all(agreement, '2008-02-04'))))
    expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'version_stale' })
  })

  it('can’t be in the database', async () => {
    const agreement = await make.agreement()
    const signed = await sign(agreement, all(agreement, '2008-02-04'))
    const { id, agreement_id, ...row } = await api.db
      .selectFrom('signatures')
      .selectAll()
      .where('id', '=', signed.signatures[0]!.id)
      .executeTakeFirstOrThrow()
    const copy = { ...row, id: randomUUID(), agreement_id, accepted: '[]' }
    await expect(api.db.insertInto('signatures').values(copy).execute()).rejects.toMatchObject({
      constraint: 'signatures_once',
    })
  })
})

describe('an agreement that can’t be signed', () => {
  it('is refused where it was terminated, with when and why', async () => {
    const agreement = await make.agreement()
    const signed = await sign(agreement, {
      ...all(agreement, '2008-02-04'),
    })
    const ended = await api.call(
      terminateAgreement,
      { params: { id: agreement.id }, body: { on: '2008-06-01', reason: 'Council dissolved' } },
      { version: signed.version },
    )
    await expect(sign(ended, all(agreement, '2008-07-01'))).rejects.toMatchObject({
      status: 409,
      code: 'agreement_terminated',
      problem: { params: { on: '2008-06-01', reason: 'Council dissolved' } },
    })
  })

  it('is refused without parties, and for a party of another', async () => {
    const empty = await make.agreement({ parties: [] })
    const other = await make.agreement()
    await expect(sign(empty, all(other, '2008-02-04'))).rejects.toMatchObject({
      status: 409,
      code: 'agreement_without_parties',
    })
    const agreement = await make.agreement()
    await expect(sign(agreement, all(other, '2008-02-04'))).rejects.toMatchObject({
      status: 422,
      code: 'party_unknown',
    })
  })
})

describe('signatories', () => {
  it('exist or are added, with a post, once each', async () => {
    const agreement = await make.agreement()
    const company = await make.organisation({ kinds: ['company'] })
    const [home, partner] = agreement.parties
    const existing = await make.person()
    const added = { givenName: 'Bruno', familyName: 'Bombarde', organisationId: company.id }
    const signed = await sign(agreement, {
      signatures: [
        {
          partyId: home!.id,
          signatory: added,
          capacity: 'President of bioMérieux Japan',
          belongsToId: company.id,
          signedOn: '2008-02-04',
        },
        {
          partyId: partner!.id,
          signatory: { id: existing.id },
          // Its own body is no other.
          belongsToId: partner!.organisation.id,
          signedOn: '2008-02-04',
        },
      ],
      attendees: [{ role: 'witness', signatory: added, organisationId: company.id }],
    })
    const [first, second] = signed.signatures
    expect(first).toMatchObject({
      person: { name: 'Bruno Bombarde' },
      capacity: 'President of bioMérieux Japan',
      belongsTo: { id: company.id },
    })
    expect(second).toMatchObject({ person: { id: existing.id }, belongsTo: null })
    expect(signed.attendees).toMatchObject([{ role: 'witness', person: { id: first!.person!.id } }])
    const person = await api.call(personRecords.read, { params: { id: first!.person!.id } })
    expect(person.posts).toMatchObject([
      { organisationId: company.id, title: 'President of bioMérieux Japan' },
    ])
  })

  it('are the same person where one of that name has a post there', async () => {
    const company = await make.organisation({ kinds: ['company'] })
    const known = await make.person({ givenName: 'Hélène', familyName: 'Côté', at: company.id })
    const agreement = await make.agreement()
    const signed = await sign(agreement, {
      signatures: [
        {
          partyId: agreement.parties[0]!.id,
          signatory: { givenName: 'helene', familyName: 'Cote', organisationId: company.id },
          signedOn: '2008-02-04',
        },
      ],
    })
    expect(signed.signatures[0]!.person!.id).toBe(known.id)
    expect((await api.call(personRecords.read, { params: { id: known.id } })).posts).toHaveLength(1)
  })

  it('are not somebody else of the same name elsewhere', async () => {
    const namesake = await make.person({ givenName: 'Jean', familyName: 'Martin' })
    const agreement = await make.agreement()
    const signed = await sign(agreement, {
      signatures: [
        {
          partyId: agreement.parties[0]!.id,
          signatory: { givenName: 'Jean', familyName: 'Martin' },
          signedOn: '2008-02-04',
        },
      ],
    })
    expect(signed.signatures[0]!.person!.id).not.toBe(namesake.id)
  })

  it('must exist where they are said to', async () => {
    const agreement = await make.agreement()
    const nobody = randomUUID()
    const body = {
      signatures: [
        {
          partyId: agreement.parties[0]!.id,
          signatory: { id: nobody },
          belongsToId: nobody,
          signedOn: '2008-02-04',
        },
      ],
      attendees: [{ role: 'witness' as const, signatory: { familyName: 'New', organisationId: nobody } }],
    }
    await expect(sign(agreement, body)).rejects.toMatchObject(
      refused({
        problem: {
          errors: [
            { path: 'signatures.0.belongsToId' },
            { path: 'attendees.0.signatory.organisationId' },
            { path: 'signatures.0.signatory.id' },
          ],
        },
      }),
    )
    const anonymous = { ...all(agreement, '2008-02-04'), attendees: [{ role: 'organiser' as const }] }
    await expect(sign(agreement, anonymous)).rejects.toMatchObject(
      refused({ problem: { errors: [{ path: 'attendees.0', code: 'required' }] } }),
    )
  })

  it('may stay unknown', async () => {
    const agreement = await make.agreement()
    const signed = await sign(agreement, all(agreement, '2008-02-04'))
    expect(signed.signatures[0]).toMatchObject({ person: null, instant: null, localTime: null })
  })
})

describe('what follows', () => {
  it('is added to what there was, and the period is set', async () => {
    const agreement = await make.agreement({ actions: [{ title: 'Research' }], starts: '2008' })
    const organiser = await make.organisation({ kinds: ['chamber'] })
    const attendees = [{ role: 'organiser' as const, organisationId: organiser.id }]
    const [home, partner] = agreement.parties
    const first = await sign(agreement, {
      signatures: [{ partyId: home!.id, signedOn: '2008-02-04' }],
      attendees,
      actions: ['Seminars', 'Events'],
      ends: '2010',
      tasks: [{ title: 'Prepare the renewal', due: '2010-07-01' }, { title: 'Thank the hosts' }],
    })
    expect(first).toMatchObject({ starts: '2008', ends: '2010' })
    expect(first.actions.map((action) => [action.title, action.state])).toEqual([
      ['Research', 'planned'],
      ['Seminars', 'planned'],
      ['Events', 'planned'],
    ])
    const second = await sign(first, {
      signatures: [{ partyId: partner!.id, signedOn: '2008-02-05' }],
      attendees,
    })
    expect(second.attendees).toHaveLength(1)
    const { tasks } = await api.call(readDossier, { query: { noun: 'agreements', recordId: agreement.id } })
    expect(tasks.map((task) => [task.title, task.due]).toSorted()).toEqual([
      ['Prepare the renewal', '2010-07-01'],
      ['Thank the hosts', null],
    ])
  })

  it('is nothing at all where one part is wrong', async () => {
    const agreement = await make.agreement({ starts: '2008' })
    const body = {
      ...all(agreement, '2008-02-04'),
      actions: ['Seminars'],
      tasks: [{ title: 'Renew' }],
      ends: '2007',
    }
    await expect(sign(agreement, body)).rejects.toMatchObject(
      refused({ problem: { errors: [{ path: 'ends', code: 'period' }] } }),
    )
    expect(await api.call(agreementRecords.read, { params: { id: agreement.id } })).toEqual(agreement)
  })
})

describe('what is odd passes with a reason', () => {
  const accepted = (
    warning: 'signed_before_joining' | 'not_a_member' | 'signed_in_future' | 'signed_after_end',
  ) => [{ warning, reason: 'Checked' }]

  it('signed before the party joined the alliance, or without joining it', async () => {
    const [joined, never, partner] = [
      await make.organisation(),
      await make.organisation(),
      await make.organisation(),
    ]
    const alliance = await make.alliance({ members: [{ organisationId: joined.id, from: '2008-03' }] })
    const agreement = await make.agreement({
      allianceId: alliance.id,
      parties: [
        { organisationId: joined.id, side: 'home' },
        { organisationId: never.id, side: 'home' },
        { organisationId: partner.id, side: 'partner' },
      ],
    })
    const body = all(agreement, '2008-02-04')
    const problem = await problemOf(
      await api.send(signAgreement, { params: { id: agreement.id }, body }, { version: agreement.version }),
    )
    expect(problem).toMatchObject({
      status: 422,
      code: 'reason_required',
      errors: [
        {
          path: 'signatures.0',
          code: 'signed_before_joining',
          params: { party: joined.name, on: '2008-02-04' },
        },
        { path: 'signatures.1', code: 'not_a_member' },
      ],
    })
    const [first, second, third] = body.signatures
    const signed = await sign(agreement, {
      signatures: [
        { ...first!, accepted: accepted('signed_before_joining') },
        // One reason too many is not kept.
        { ...second!, accepted: [...accepted('not_a_member'), ...accepted('signed_in_future')] },
        third!,
      ],
    })
    expect(signed.signatures.map((signature) => signature.accepted)).toEqual([
      accepted('signed_before_joining'),
      accepted('not_a_member'),
      [],
    ])
  })

  it('signed in the future, by the day at its place', async () => {
    const agreement = await make.agreement()
    const [home, partner] = agreement.parties
    // At noon UTC of 15 September it is the 16th in Kiritimati, and half past one in the morning of nowhere later.
    const here = { partyId: home!.id, signedOn: '2008-09-16', timeZone: 'Pacific/Kiritimati' }
    const signed = await sign(agreement, { signatures: [here] })
    const there = { partyId: partner!.id, signedOn: '2008-09-16', timeZone: 'Europe/Paris' }
    await expect(sign(signed, { signatures: [there] })).rejects.toMatchObject({
      code: 'reason_required',
      problem: { errors: [{ path: 'signatures.0', code: 'signed_in_future' }] },
    })
    const planned = await sign(signed, { signatures: [{ ...there, accepted: accepted('signed_in_future') }] })
    expect(planned).toMatchObject({ status: 'prospect', signedOn: '2008-09-16' })
  })

  it('signed after the end of the period, as this request sets it', async () => {
    const agreement = await make.agreement({ ends: '2010' })
    await expect(sign(agreement, { ...all(agreement, '2008-02-04'), ends: '2008-01' })).rejects.toMatchObject(
      {
        code: 'reason_required',
        problem: { errors: [{ code: 'signed_after_end' }, { code: 'signed_after_end' }] },
      },
    )
    const signed = await sign(agreement, all(agreement, '2008-02-04'))
    expect(signed.status).toBe('active')
  })

  it('asks nothing of a refusal', async () => {
    const agreement = await make.agreement({ ends: '2007' })
    const signed = await sign(agreement, {
      signatures: [
        {
          partyId: agreement.parties[0]!.id,
          signedOn: '2008-02-04',
          decision: 'refused',
          reason: 'Too late',
        },
      ],
    })
    expect(signed.signatures[0]).toMatchObject({ decision: 'refused', reason: 'Too late', accepted: [] })
  })
})

describe('a signature entered by mistake', () => {
  const unsign = (agreement: Agreement, signatureId: string) =>
    api.call(removeSignature, { params: { id: agreement.id, signatureId } }, { version: agreement.version })

  it('is taken away', async () => {
    const agreement = await make.agreement()
    const signed = await sign(agreement, all(agreement, '2008-02-04'))
    const left = await unsign(signed, signed.signatures[0]!.id)
    expect(left).toMatchObject({ status: 'prospect', signedOn: null, version: signed.version + 1 })
    expect(left.signatures).toEqual([signed.signatures[1]])
    await expect(unsign(left, signed.signatures[0]!.id)).rejects.toMatchObject({ status: 404 })
  })

  it('is not one of another agreement', async () => {
    const [one, other] = [await make.agreement(), await make.agreement()]
    const signed = await sign(one, all(one, '2008-02-04'))
    await expect(unsign(other, signed.signatures[0]!.id)).rejects.toMatchObject({ status: 404 })
  })

  it('stays while a termination stands on it', async () => {
    const agreement = await make.agreement()
    const signed = await sign(agreement, all(agreement, '2008-02-04'))
    const ended = await api.call(
      terminateAgreement,
      { params: { id: agreement.id }, body: { on: '2008-06-01', reason: 'Over' } },
      { version: signed.version },
    )
    await expect(unsign(ended, signed.signatures[0]!.id)).rejects.toMatchObject({
      code: 'agreement_terminated',
    })
  })
})

it('keeps a party that has signed or refused, as the body it was', async () => {
  const agreement = await make.agreement()
  const [home, partner] = agreement.parties
  const signed = await sign(agreement, { signatures: [{ partyId: home!.id, signedOn: '2008-02-04' }] })
  const other = await make.organisation()
  const update = (
    parties: { id?: string; organisationId: string; side: 'home' | 'partner'; required?: boolean }[],
  ) =>
    api.call(
      agreementRecords.update,
      { params: { id: agreement.id }, body: { parties } },
      { version: signed.version },
    )
  const stays = {
    status: 409,
    code: 'party_has_signed',
    problem: { params: { party: home!.organisation.name } },
  }
  await expect(update([])).rejects.toMatchObject(stays)
  await expect(update([{ id: home!.id, organisationId: other.id, side: 'home' }])).rejects.toMatchObject(
    stays,
  )
  const changed = await update([
    { organisationId: other.id, side: 'partner' },
    { id: home!.id, organisationId: home!.organisation.id, side: 'home', required: false },
  ])
  expect(changed.parties).toMatchObject([
    { organisation: { id: other.id } },
    { id: home!.id, required: false, signedOn: '2008-02-04' },
  ])
  expect(changed.parties.some((party) => party.id === partner!.id)).toBe(false)
})
