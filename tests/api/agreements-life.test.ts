import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Agreement,
  abandonAgreement,
  agreementRecords,
  moveAgreement,
  removeSignature,
  renewAgreement,
  reopenAgreement,
  signAgreement,
  terminateAgreement,
} from '../../src/contract/agreements.ts'
import type { CallInput } from '../../src/contract/endpoint.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { makers } from '../support/make.ts'

let api: TestApi
let make: ReturnType<typeof makers>
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
})
afterAll(() => api.stop())

const { read, remove, restore } = agreementRecords
const seen = ({ version }: Agreement) => ({ version })
const of = ({ id }: Agreement) => ({ params: { id } })
const readAsOf = (agreement: Agreement, asOf: string) => api.call(read, { ...of(agreement), query: { asOf } })

const move = (agreement: Agreement, stage: Agreement['stage'], since?: string) =>
  api.call(moveAgreement, { ...of(agreement), body: { stage, since } }, seen(agreement))
const abandon = (agreement: Agreement, on: string) =>
  api.call(abandonAgreement, { ...of(agreement), body: { on, reason: 'No budget' } }, seen(agreement))
const terminate = (agreement: Agreement, on: string) =>
  api.call(terminateAgreement, { ...of(agreement), body: { on, reason: 'Merged' } }, seen(agreement))
const reopen = (agreement: Agreement) => api.call(reopenAgreement, of(agreement), seen(agreement))
const renew = (agreement: Agreement, fields: Partial<CallInput<typeof renewAgreement>['body']> = {}) =>
  api.call(renewAgreement, { ...of(agreement), body: { title: 'Renewal', ...fields } }, seen(agreement))
const sign = (agreement: Agreement, signedOn: string) =>
  api.call(
    signAgreement,
    {
      ...of(agreement),
      body: { signatures: agreement.parties.map((party) => ({ partyId: party.id, signedOn })) },
    },
    seen(agreement),
  )

describe('stages', () => {
  it('follow one another, each from its day on', async () => {
    const made = await make.agreement({ stageSince: '2008-01-10' })
    const negotiated = await move(made, 'negotiation', '2008-03-01')
    const drafted = await move(negotiated, 'drafting')
    expect(drafted.stages.map(({ stage, since }) => [stage, since])).toEqual([
      ['prospect', '2008-01-10'],
      ['negotiation', '2008-03-01'],
      ['drafting', '2008-09-15'],
    ])
    expect(drafted.status).toBe('drafting')
    expect((await readAsOf(drafted, '2008-09-14')).status).toBe('negotiation')
  })

  it('may go back', async () => {
    const made = await make.agreement({ stage: 'drafting', stageSince: '2008-01-10' })
    expect((await move(made, 'prospect', '2008-05-01')).status).toBe('prospect')
  })

  it('are one a day: the last said', async () => {
    const made = await make.agreement({ stageSince: '2008-01-10' })
    const onward = await move(await move(made, 'negotiation'), 'drafting')
    expect(onward.stages.map((entry) => entry.stage)).toEqual(['prospect', 'drafting'])
    const back = await move(onward, 'prospect')
    expect(back.stages.map((entry) => entry.stage)).toEqual(['prospect'])
    expect(back.status).toBe('prospect')
  })

  it('don’t change where it stands there already', async () => {
    const made = await make.agreement({ stage: 'negotiation', stageSince: '2008-01-10' })
    expect(await move(made, 'negotiation', '2008-03-01')).toEqual(made)
  })

  it('are known from the day first said, though it be an earlier one', async () => {
    const made = await make.agreement({ stageSince: '2008-01-10' })
    const earlier = await move(made, 'prospect', '2007-11-28')
    expect(earlier.stages.map((entry) => entry.since)).toEqual(['2007-11-28', '2008-01-10'])
  })

  it('end with the signature', async () => {
    const signed = await sign(await make.agreement(), '2008-02-04')
    await expect(move(signed, 'drafting')).rejects.toMatchObject({
      status: 409,
      code: 'agreement_signed',
      problem: { params: { on: '2008-02-04' } },
    })
  })

  it('are of the three there are', async () => {
    const made = await make.agreement()
    const answer = await api.send(moveAgreement, { ...of(made), body: { stage: 'signed' } }, seen(made))
    expect(answer.status).toBe(422)
  })
})

describe('abandoning', () => {
  it('is dated and has a reason; the agreement may be taken up again', async () => {
    const made = await make.agreement()
    const given = await abandon(made, '2008-05-01')
    expect(given).toMatchObject({
      status: 'abandoned',
      abandonedOn: '2008-05-01',
      abandonedReason: 'No budget',
    })
    expect((await readAsOf(given, '2008-04-30')).status).toBe('prospect')
    await expect(abandon(given, '2008-06-01')).rejects.toMatchObject({
      status: 409,
      code: 'agreement_abandoned',
      problem: { params: { on: '2008-05-01', reason: 'No budget' } },
    })
    await expect(move(given, 'drafting')).rejects.toMatchObject({ code: 'agreement_abandoned' })
    await expect(sign(given, '2008-06-01')).rejects.toMatchObject({
      status: 409,
      code: 'agreement_abandoned',
      problem: { params: { on: '2008-05-01', reason: 'No budget' } },
    })
    const again = await reopen(given)
    expect(again).toMatchObject({ status: 'prospect', abandonedOn: null, abandonedReason: null })
    await expect(reopen(again)).rejects.toMatchObject({ status: 409, code: 'agreement_not_abandoned' })
  })

  it('is not for a signed one, nor without a reason', async () => {
    const made = await make.agreement()
    const answer = await api.send(
      abandonAgreement,
      { ...of(made), body: { on: '2008-05-01', reason: ' ' } },
      seen(made),
    )
    expect(answer.status).toBe(422)
    await expect(abandon(await sign(made, '2008-02-04'), '2008-05-01')).rejects.toMatchObject({
      status: 409,
      code: 'agreement_signed',
    })
  })
})

describe('terminating', () => {
  it('is dated, after the signature, and final', async () => {
    const signed = await sign(await make.agreement(), '2008-02-04')
    await expect(terminate(signed, '2008-02-03')).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'on', code: 'before_signature', params: { signedOn: '2008-02-04' } }] },
    })
    const ended = await terminate(signed, '2008-06-01')
    expect(ended).toMatchObject({
      status: 'terminated',
      terminatedOn: '2008-06-01',
      terminatedReason: 'Merged',
    })
    expect((await readAsOf(ended, '2008-05-31')).status).toBe('active')
    await expect(terminate(ended, '2008-07-01')).rejects.toMatchObject({
      status: 409,
      code: 'agreement_terminated',
    })
  })

  it('is not for one that is not signed', async () => {
    await expect(terminate(await make.agreement(), '2008-06-01')).rejects.toMatchObject({
      status: 409,
      code: 'agreement_not_signed',
    })
  })
})

describe('renewing', () => {
  it('carries over who and what, and nothing of what was done', async () => {
    const [alliance, market, owner] = [
      await make.alliance(),
      await make.market({ regions: [{ name: 'Kansai' }] }),
      await make.person(),
    ]
    const negotiator = alliance.members[0]!.organisationId
    const partner = await make.organisation()
    const made = await make.agreement({
      type: 'partnership',
      allianceId: alliance.id,
      marketId: market.id,
      regionId: market.regions[0]!.id,
      negotiatorId: negotiator,
      starts: '2008',
      ends: '2010',
      noticeDays: 90,
      language: 'ja',
      reference: 'LSC-1',
      parties: [
        { organisationId: negotiator, side: 'home' },
        { organisationId: partner.id, side: 'partner', required: false },
      ],
      actions: [
        {
          title: 'Seminars',
          state: 'done',
          due: '2009',
          obligations: [
            {
              description: 'Host',
              side: 'partner',
              ownerOrganisationId: partner.id,
              ownerPersonId: owner.id,
              due: '2009',
              progress: 80,
              evidence: 'Minutes',
            },
          ],
        },
        { title: 'Fair', state: 'dropped' },
      ],
    })
    const old = await sign(made, '2008-02-04')
    const next = await renew(old, {
      title: 'Kansai 2011-2013',
      starts: '2011',
      ends: '2013',
      targetSignature: '2010-10',
    })
    expect(next).toMatchObject({
      title: 'Kansai 2011-2013',
      type: 'partnership',
      status: 'prospect',
      stages: [{ stage: 'prospect', since: '2008-09-15' }],
      alliance: { id: alliance.id },
      market: { id: market.id },
      region: { name: 'Kansai' },
      negotiator: { id: negotiator },
      starts: '2011',
      ends: '2013',
      targetSignature: '2010-10',
      noticeDays: 90,
      language: 'ja',
      reference: null,
      parties: [
        { organisation: { id: negotiator }, side: 'home', required: true, signedOn: null },
        { organisation: { id: partner.id }, side: 'partner', required: false, signedOn: null },
      ],
      signatures: [],
      renews: { id: old.id, title: old.title },
      renewedBy: null,
    })
    expect(next.actions).toMatchObject([
      {
        title: 'Seminars',
        state: 'planned',
        due: null,
        obligations: [
          {
            description: 'Host',
            side: 'partner',
            ownerOrganisation: { id: partner.id },
            ownerPerson: { id: owner.id },
            due: null,
            progress: 0,
            evidence: null,
          },
        ],
      },
    ])
    expect(await api.call(read, of(old))).toMatchObject({
      status: 'active',
      renewedBy: { id: next.id, title: 'Kansai 2011-2013', signedOn: null },
    })
  })

  it('makes the old one renewed once the new one is signed, before it ends', async () => {
    const old = await sign(await make.agreement({ starts: '2007', ends: '2008' }), '2007-02-04')
    expect(old.status).toBe('expiring')
    const next = await sign(await renew(old, { starts: '2009' }), '2008-09-01')
    expect(next.status).toBe('signed')
    expect(await api.call(read, of(old))).toMatchObject({
      status: 'renewed',
      renewedBy: { signedOn: '2008-09-01' },
    })
    expect((await readAsOf(old, '2008-08-31')).status).toBe('expiring')
  })

  it('happens once, unless the successor is in the bin', async () => {
    const old = await sign(await make.agreement(), '2008-02-04')
    const next = await renew(old)
    const again = { status: 409, code: 'agreement_already_renewed' }
    await expect(renew(old)).rejects.toMatchObject(again)
    await expect(
      api.call(removeSignature, { params: { id: old.id, signatureId: old.signatures[0]!.id } }, seen(old)),
    ).rejects.toMatchObject(again)
    await api.call(remove, of(next), seen(next))
    expect((await api.call(read, of(old))).renewedBy).toBeNull()
    await renew(old, { title: 'Another' })
    await expect(api.call(restore, of(next))).rejects.toMatchObject(again)
  })

  it('is for signed ones, terminated ones among them, and in order', async () => {
    const made = await make.agreement()
    await expect(renew(made)).rejects.toMatchObject({ status: 409, code: 'agreement_not_signed' })
    await expect(renew(await abandon(made, '2008-05-01'))).rejects.toMatchObject({
      code: 'agreement_abandoned',
    })
    const signed = await sign(await make.agreement(), '2008-02-04')
    await expect(renew(signed, { starts: '2011', ends: '2010' })).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'ends', code: 'period' }] },
    })
    const next = await renew(await terminate(signed, '2008-06-01'))
    expect(next.renews?.id).toBe(signed.id)
  })

  it('is written into the history of both', async () => {
    const old = await sign(await make.agreement(), '2008-02-04')
    const next = await renew(old)
    const sets = await api.db
      .selectFrom('changes')
      .innerJoin('change_sets', 'change_sets.id', 'changes.change_set_id')
      .select(['change_sets.verb', 'change_sets.record_id'])
      .distinct()
      .where('changes.record_id', '=', next.id)
      .execute()
    expect(sets.map((set) => set.verb)).toEqual(['agreements.renew'])
  })
})

it('tells the last sign of life as of the day', async () => {
  const made = await make.agreement({ stage: 'negotiation', stageSince: '2007-12-04' })
  const signed = await sign(made, '2008-02-04')
  expect(signed.lastSignOfLife).toBe('2008-09-15')
  expect((await readAsOf(signed, '2008-09-14')).lastSignOfLife).toBe('2008-02-04')
  expect((await readAsOf(signed, '2008-02-03')).lastSignOfLife).toBe('2007-12-04')
  expect((await readAsOf(signed, '2007-12-03')).lastSignOfLife).toBeNull()
})
