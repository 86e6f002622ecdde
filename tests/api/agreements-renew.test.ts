import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Agreement, agreementRecords, removeSignature } from '../../src/contract/agreements.ts'
import { agreementVerbs } from '../support/agreements.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { makers } from '../support/make.ts'

const { read, remove, restore } = agreementRecords

const of = ({ id }: Agreement) => ({ params: { id } })
const readAsOf = (agreement: Agreement, asOf: string) =>
  api.call(agreementRecords.read, { ...of(agreement), query: { asOf } })

let api: TestApi
let make: ReturnType<typeof makers>
let verbs: ReturnType<typeof agreementVerbs>
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
  verbs = agreementVerbs(api)
})
afterAll(() => api.stop())

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
    const old = await verbs.sign(made, '2008-02-04')
    const next = await verbs.renew(old, {
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
    const old = await verbs.sign(await make.agreement({ starts: '2007', ends: '2008' }), '2007-02-04')
    expect(old.status).toBe('expiring')
    const next = await verbs.sign(await verbs.renew(old, { starts: '2009' }), '2008-09-01')
    expect(next.status).toBe('signed')
    expect(await api.call(read, of(old))).toMatchObject({
      status: 'renewed',
      renewedBy: { signedOn: '2008-09-01' },
    })
    expect((await readAsOf(old, '2008-08-31')).status).toBe('expiring')
  })

  it('happens once, unless the successor is in the bin', async () => {
    const old = await verbs.sign(await make.agreement(), '2008-02-04')
    const next = await verbs.renew(old)
    const again = { status: 409, code: 'agreement_already_renewed' }
    await expect(verbs.renew(old)).rejects.toMatchObject(again)
    await expect(
      api.call(
        removeSignature,
        { params: { id: old.id, signatureId: old.signatures[0]!.id } },
        { version: old.version },
      ),
    ).rejects.toMatchObject(again)
    await api.call(remove, of(next), { version: next.version })
    expect((await api.call(read, of(old))).renewedBy).toBeNull()
    await verbs.renew(old, { title: 'Another' })
    await expect(api.call(restore, of(next))).rejects.toMatchObject(again)
  })

  it('is for signed ones, terminated ones among them, and in order', async () => {
    const made = await make.agreement()
    await expect(verbs.renew(made)).rejects.toMatchObject({ status: 409, code: 'agreement_not_signed' })
    await expect(verbs.renew(await verbs.abandon(made, '2008-05-01'))).rejects.toMatchObject({
      code: 'agreement_abandoned',
    })
    const signed = await verbs.sign(await make.agreement(), '2008-02-04')
    await expect(verbs.renew(signed, { starts: '2011', ends: '2010' })).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'ends', code: 'period' }] },
    })
    const next = await verbs.renew(await verbs.terminate(signed, '2008-06-01'))
    expect(next.renews?.id).toBe(signed.id)
  })

  it('is written into the history of both', async () => {
    const old = await verbs.sign(await make.agreement(), '2008-02-04')
    const next = await verbs.renew(old)
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
