import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signAgreement } from '../../src/contract/agreements.ts'
import { personRecords } from '../../src/contract/people.ts'
import type { SignatureWarning } from '../../src/domain/signature-warnings.ts'
import { agreementVerbs, all } from '../support/agreements.ts'
import { problemOf, startApi, type TestApi } from '../support/api.ts'
import { makers } from '../support/make.ts'

let api: TestApi
let make: ReturnType<typeof makers>
let verbs: ReturnType<typeof agreementVerbs>
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
  verbs = agreementVerbs(api)
})
afterAll(() => api.stop())

describe('signatories', () => {
  it('exist or are added, with a post, once each', async () => {
    const agreement = await make.agreement()
    const company = await make.organisation({ kinds: ['company'] })
    const [home, partner] = agreement.parties
    const existing = await make.person()
    const added = { givenName: 'Bruno', familyName: 'Bombarde', organisationId: company.id }
    const signed = await verbs.sign(agreement, {
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
    const signed = await verbs.sign(agreement, {
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
    const signed = await verbs.sign(agreement, {
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
    await expect(verbs.sign(agreement, body)).rejects.toMatchObject({
      status: 422,
      problem: {
        errors: [
          { path: 'signatures.0.belongsToId' },
          { path: 'attendees.0.signatory.organisationId' },
          { path: 'signatures.0.signatory.id' },
        ],
      },
    })
    const anonymous = { ...all(agreement, '2008-02-04'), attendees: [{ role: 'organiser' as const }] }
    await expect(verbs.sign(agreement, anonymous)).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'attendees.0', code: 'required' }] },
    })
  })

  it('may stay unknown', async () => {
    const agreement = await make.agreement()
    const signed = await verbs.sign(agreement, all(agreement, '2008-02-04'))
    expect(signed.signatures[0]).toMatchObject({ person: null, instant: null, localTime: null })
  })
})

describe('what is odd passes with a reason', () => {
  const accepted = (warning: SignatureWarning) => [{ warning, reason: 'Checked' }]

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
          params: { party: joined.name, on: '2008-02-04', joined: '2008-03' },
        },
        { path: 'signatures.1', code: 'not_a_member' },
      ],
    })
    const [first, second, third] = body.signatures
    const signed = await verbs.sign(agreement, {
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

  it('signed with nobody on the partner side', async () => {
    const home = await make.organisation()
    const agreement = await make.agreement({ parties: [{ organisationId: home.id, side: 'home' }] })
    const body = all(agreement, '2008-02-04')
    await expect(verbs.sign(agreement, body)).rejects.toMatchObject({
      code: 'reason_required',
      problem: { errors: [{ path: 'signatures.0', code: 'no_partner' }] },
    })
    const [first] = body.signatures
    const signed = await verbs.sign(agreement, {
      signatures: [{ ...first!, accepted: accepted('no_partner') }],
    })
    expect(signed).toMatchObject({ status: 'active', signatures: [{ accepted: accepted('no_partner') }] })
  })

  it('signed in the future, by the day at its place', async () => {
    const agreement = await make.agreement()
    const [home, partner] = agreement.parties
    // At noon UTC of 15 September it is the 16th in Kiritimati, and half past one in the morning of nowhere later.
    const here = { partyId: home!.id, signedOn: '2008-09-16', timeZone: 'Pacific/Kiritimati' }
    const signed = await verbs.sign(agreement, { signatures: [here] })
    const there = { partyId: partner!.id, signedOn: '2008-09-16', timeZone: 'Europe/Paris' }
    await expect(verbs.sign(signed, { signatures: [there] })).rejects.toMatchObject({
      code: 'reason_required',
      problem: { errors: [{ path: 'signatures.0', code: 'signed_in_future' }] },
    })
    const planned = await verbs.sign(signed, {
      signatures: [{ ...there, accepted: accepted('signed_in_future') }],
    })
    expect(planned).toMatchObject({ status: 'prospect', signedOn: '2008-09-16' })
  })

  it('signed after the end of the period, as this request sets it', async () => {
    const agreement = await make.agreement({ ends: '2010' })
    await expect(
      verbs.sign(agreement, { ...all(agreement, '2008-02-04'), ends: '2008-01' }),
    ).rejects.toMatchObject({
      code: 'reason_required',
      problem: { errors: [{ code: 'signed_after_end' }, { code: 'signed_after_end' }] },
    })
    const signed = await verbs.sign(agreement, all(agreement, '2008-02-04'))
    expect(signed.status).toBe('active')
  })

  it('asks nothing of a refusal', async () => {
    const agreement = await make.agreement({ ends: '2007' })
    const signed = await verbs.sign(agreement, {
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
