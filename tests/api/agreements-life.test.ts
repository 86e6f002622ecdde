import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Agreement,
  abandonAgreement,
  agreementRecords,
  moveAgreement,
} from '../../src/contract/agreements.ts'
import { agreementVerbs } from '../support/agreements.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { makers } from '../support/make.ts'

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

describe('stages', () => {
  it('follow one another, each from its day on', async () => {
    const made = await make.agreement({ stageSince: '2008-01-10' })
    const negotiated = await verbs.move(made, 'negotiation', '2008-03-01')
    const drafted = await verbs.move(negotiated, 'drafting')
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
    expect((await verbs.move(made, 'prospect', '2008-05-01')).status).toBe('prospect')
  })

  it('are one a day: the last said', async () => {
    const made = await make.agreement({ stageSince: '2008-01-10' })
    const onward = await verbs.move(await verbs.move(made, 'negotiation'), 'drafting')
    expect(onward.stages.map((entry) => entry.stage)).toEqual(['prospect', 'drafting'])
    const back = await verbs.move(onward, 'prospect')
    expect(back.stages.map((entry) => entry.stage)).toEqual(['prospect'])
    expect(back.status).toBe('prospect')
  })

  it('don’t change where it stands there already', async () => {
    const made = await make.agreement({ stage: 'negotiation', stageSince: '2008-01-10' })
    expect(await verbs.move(made, 'negotiation', '2008-03-01')).toEqual(made)
  })

  it('are known from the day first said, though it be an earlier one', async () => {
    const made = await make.agreement({ stageSince: '2008-01-10' })
    const earlier = await verbs.move(made, 'prospect', '2007-11-28')
    expect(earlier.stages.map((entry) => entry.since)).toEqual(['2007-11-28', '2008-01-10'])
  })

  it('don’t begin before the present one, where a move would not show', async () => {
    const made = await make.agreement({ stageSince: '2008-01-10' })
    const negotiated = await verbs.move(made, 'negotiation', '2008-03-01')
    for (const stage of ['drafting', 'prospect'] as const) {
      await expect(verbs.move(negotiated, stage, '2008-02-01')).rejects.toMatchObject({
        status: 422,
        problem: { errors: [{ path: 'since', code: 'before_last', params: { since: '2008-03-01' } }] },
      })
    }
  })

  it('begin on the workspace’s day unless another is said', async () => {
    const made = await make.agreement()
    expect(made.stages.map((entry) => entry.since)).toEqual(['2008-09-15'])
  })

  it('end with the signature', async () => {
    const signed = await verbs.sign(await make.agreement(), '2008-02-04')
    await expect(verbs.move(signed, 'drafting')).rejects.toMatchObject({
      status: 409,
      code: 'agreement_signed',
      problem: { params: { on: '2008-02-04' } },
    })
  })

  it('are of the three there are', async () => {
    const made = await make.agreement()
    const answer = await api.send(
      moveAgreement,
      { ...of(made), body: { stage: 'signed' } },
      { version: made.version },
    )
    expect(answer.status).toBe(422)
  })
})

describe('abandoning', () => {
  it('is dated and has a reason; the agreement may be taken up again', async () => {
    const made = await make.agreement()
    const given = await verbs.abandon(made, '2008-05-01')
    expect(given).toMatchObject({
      status: 'abandoned',
      abandonedOn: '2008-05-01',
      abandonedReason: 'No budget',
    })
    expect((await readAsOf(given, '2008-04-30')).status).toBe('prospect')
    await expect(verbs.abandon(given, '2008-06-01')).rejects.toMatchObject({
      status: 409,
      code: 'agreement_abandoned',
      problem: { params: { on: '2008-05-01', reason: 'No budget' } },
    })
    await expect(verbs.move(given, 'drafting')).rejects.toMatchObject({ code: 'agreement_abandoned' })
    await expect(verbs.sign(given, '2008-06-01')).rejects.toMatchObject({
      status: 409,
      code: 'agreement_abandoned',
      problem: { params: { on: '2008-05-01', reason: 'No budget' } },
    })
    const again = await verbs.reopen(given)
    expect(again).toMatchObject({ status: 'prospect', abandonedOn: null, abandonedReason: null })
    await expect(verbs.reopen(again)).rejects.toMatchObject({ status: 409, code: 'agreement_not_abandoned' })
  })

  it('is not for a signed one, nor without a reason', async () => {
    const made = await make.agreement()
    const answer = await api.send(
      abandonAgreement,
      { ...of(made), body: { on: '2008-05-01', reason: ' ' } },
      { version: made.version },
    )
    expect(answer.status).toBe(422)
    await expect(verbs.abandon(await verbs.sign(made, '2008-02-04'), '2008-05-01')).rejects.toMatchObject({
      status: 409,
      code: 'agreement_signed',
    })
  })
})

describe('terminating', () => {
  it('is dated, after the signature, and final', async () => {
    const signed = await verbs.sign(await make.agreement(), '2008-02-04')
    await expect(verbs.terminate(signed, '2008-02-03')).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'on', code: 'before_signature', params: { signedOn: '2008-02-04' } }] },
    })
    const ended = await verbs.terminate(signed, '2008-06-01')
    expect(ended).toMatchObject({
      status: 'terminated',
      terminatedOn: '2008-06-01',
      terminatedReason: 'Merged',
    })
    expect((await readAsOf(ended, '2008-05-31')).status).toBe('active')
    await expect(verbs.terminate(ended, '2008-07-01')).rejects.toMatchObject({
      status: 409,
      code: 'agreement_terminated',
    })
  })

  it('is not for one that is not signed', async () => {
    await expect(verbs.terminate(await make.agreement(), '2008-06-01')).rejects.toMatchObject({
      status: 409,
      code: 'agreement_not_signed',
    })
  })
})

it('tells the last sign of life as of the day', async () => {
  const made = await make.agreement({ stage: 'negotiation', stageSince: '2007-12-04' })
  const signed = await verbs.sign(made, '2008-02-04')
  expect(signed.lastSignOfLife).toBe('2008-02-04')
  expect((await readAsOf(signed, '2008-09-14')).lastSignOfLife).toBe('2008-02-04')
  expect((await readAsOf(signed, '2008-02-03')).lastSignOfLife).toBe('2007-12-04')
  expect((await readAsOf(signed, '2007-12-03')).lastSignOfLife).toBeNull()
})
