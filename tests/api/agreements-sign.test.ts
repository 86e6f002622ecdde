import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreementRecords } from '../../src/contract/agreements.ts'
import { readDossier } from '../../src/contract/dossier.ts'
import { agreementVerbs, all } from '../support/agreements.ts'
import { startApi, type TestApi } from '../support/api.ts'
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

describe('several parties', () => {
  it('may sign on different days, at different places', async () => {
    const agreement = await make.agreement()
    const [home, partner] = agreement.parties
    const first = await verbs.sign(agreement, {
      signatures: [{ partyId: home!.id, signedOn: '2008-02-04', place: 'Osaka' }],
    })
    expect(first).toMatchObject({
      status: 'prospect',
      signedOn: null,
      parties: [{ signedOn: '2008-02-04' }, { signedOn: null }],
    })
    const second = await verbs.sign(first, {
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
    const no = await verbs.sign(agreement, {
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
    const yes = await verbs.sign(no, { signatures: [{ partyId: partner!.id, signedOn: '2008-04-01' }] })
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
    await expect(verbs.sign(agreement, { signatures })).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'signatures.0.reason', code: 'required' }] },
    })
  })
})

describe('a signature entered twice', () => {
  it('is refused with the day of the first', async () => {
    const agreement = await make.agreement()
    const signed = await verbs.sign(agreement, all(agreement, '2008-02-04'))
    const again = { status: 409, code: 'party_already_signed', problem: { params: { on: '2008-02-04' } } }
    await expect(verbs.sign(signed, all(agreement, '2008-02-05'))).rejects.toMatchObject(again)
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
    await expect(verbs.sign(signed, refusal)).rejects.toMatchObject(again)
  })

  it('is refused within one request', async () => {
    const agreement = await make.agreement()
    const { id: partyId } = agreement.parties[0]!
    const signatures = ['2008-02-04', '2008-02-05'].map((signedOn) => ({ partyId, signedOn }))
    await expect(verbs.sign(agreement, { signatures })).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'signatures.1.partyId', code: 'duplicate' }] },
    })
  })

  it('is one signature where the request is sent again', async () => {
    const agreement = await make.agreement()
    const key = randomUUID()
    const [first, again] = await Promise.all(
      [1, 2].map(() => verbs.sign(agreement, all(agreement, '2008-02-04'), { key })),
    )
    expect(again).toEqual(first)
    expect(first!.signatures).toHaveLength(2)
  })

  it('is one signature where two people enter it at once', async () => {
    const agreement = await make.agreement()
    const both = await Promise.allSettled(
      [1, 2].map(() => verbs.sign(agreement, all(agreement, '2008-02-04'))),
    )
    expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'version_stale' })
  })

  it('can’t be in the database', async () => {
    const agreement = await make.agreement()
    const signed = await verbs.sign(agreement, all(agreement, '2008-02-04'))
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
    const signed = await verbs.sign(agreement, {
      ...all(agreement, '2008-02-04'),
    })
    const ended = await verbs.terminate(signed, '2008-06-01', 'Council dissolved')
    await expect(verbs.sign(ended, all(agreement, '2008-07-01'))).rejects.toMatchObject({
      status: 409,
      code: 'agreement_terminated',
      problem: { params: { on: '2008-06-01', reason: 'Council dissolved' } },
    })
  })

  it('is refused without parties, and for a party of another', async () => {
    const empty = await make.agreement({ parties: [] })
    const other = await make.agreement()
    await expect(verbs.sign(empty, all(other, '2008-02-04'))).rejects.toMatchObject({
      status: 409,
      code: 'agreement_without_parties',
    })
    const agreement = await make.agreement()
    await expect(verbs.sign(agreement, all(other, '2008-02-04'))).rejects.toMatchObject({
      status: 422,
      code: 'party_unknown',
    })
  })
})

describe('what follows', () => {
  it('is added to what there was, and the period is set', async () => {
    const agreement = await make.agreement({ actions: [{ title: 'Research' }], starts: '2008' })
    const organiser = await make.organisation({ kinds: ['chamber'] })
    const attendees = [{ role: 'organiser' as const, organisationId: organiser.id }]
    const [home, partner] = agreement.parties
    const first = await verbs.sign(agreement, {
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
    const second = await verbs.sign(first, {
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
    await expect(verbs.sign(agreement, body)).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'ends', code: 'period' }] },
    })
    expect(await api.call(agreementRecords.read, { params: { id: agreement.id } })).toEqual(agreement)
  })
})

it.each([
  ['0001-01-01', 'Pacific/Kiritimati'],
  ['9999-12-31', 'America/Los_Angeles'],
])('holds a signature at the end of the calendar: %s', async (signedOn, timeZone) => {
  const agreement = await make.agreement({ starts: '0001', ends: '9999', noticeDays: 3650 })
  const signed = await verbs.sign(agreement, {
    signatures: agreement.parties.map((party) => ({
      partyId: party.id,
      signedOn,
      localTime: '23:59',
      timeZone,
      accepted: [{ warning: 'signed_in_future' as const, reason: 'Checked' }],
    })),
  })
  expect(signed).toMatchObject({ signedOn, signatures: [{ signedOn, instant: expect.any(String) }, {}] })
  for (const asOf of ['0001-01-01', '9999-12-31']) {
    const seen = await api.call(agreementRecords.read, { params: { id: agreement.id }, query: { asOf } })
    expect(seen.status).toBe(asOf < signedOn ? 'prospect' : asOf === '0001-01-01' ? 'active' : 'expiring')
  }
})

describe('a signature entered by mistake', () => {
  it('is taken away', async () => {
    const agreement = await make.agreement()
    const signed = await verbs.sign(agreement, all(agreement, '2008-02-04'))
    const left = await verbs.unsign(signed, signed.signatures[0]!.id)
    expect(left).toMatchObject({ status: 'prospect', signedOn: null, version: signed.version + 1 })
    expect(left.signatures).toEqual([signed.signatures[1]])
    await expect(verbs.unsign(left, signed.signatures[0]!.id)).rejects.toMatchObject({ status: 404 })
  })

  it('is not one of another agreement', async () => {
    const [one, other] = [await make.agreement(), await make.agreement()]
    const signed = await verbs.sign(one, all(one, '2008-02-04'))
    await expect(verbs.unsign(other, signed.signatures[0]!.id)).rejects.toMatchObject({ status: 404 })
  })

  it('stays while a termination stands on it', async () => {
    const agreement = await make.agreement()
    const signed = await verbs.sign(agreement, all(agreement, '2008-02-04'))
    const ended = await verbs.terminate(signed, '2008-06-01', 'Over')
    await expect(verbs.unsign(ended, signed.signatures[0]!.id)).rejects.toMatchObject({
      code: 'agreement_terminated',
    })
  })
})
