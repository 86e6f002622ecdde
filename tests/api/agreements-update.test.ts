import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreementRecords } from '../../src/contract/agreements.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { agreementVerbs } from '../support/agreements.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { makers } from '../support/make.ts'

const { update, remove, restore } = agreementRecords

let api: TestApi
let make: ReturnType<typeof makers>
let verbs: ReturnType<typeof agreementVerbs>
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
  verbs = agreementVerbs(api)
})
afterAll(() => api.stop())

describe('update', () => {
  it('changes what is given and leaves the rest', async () => {
    const made = await make.agreement({ summary: 'Old', actions: [{ title: 'Seminar' }] })
    const changed = await api.call(
      update,
      { params: { id: made.id }, body: { summary: '', ends: '2011' } },
      { version: made.version },
    )
    expect(changed).toEqual({
      ...made,
      summary: null,
      ends: '2011',
      version: made.version + 1,
      updatedAt: changed.updatedAt,
    })
  })

  it('matches the rows of a list by id, adds, takes away and orders', async () => {
    const made = await make.agreement({
      actions: [
        { title: 'One', obligations: [{ description: 'a' }, { description: 'b' }] },
        { title: 'Two', obligations: [{ description: 'c' }] },
      ],
    })
    const [one, two] = made.actions
    const kept = one!.obligations[1]!
    const changed = await api.call(
      update,
      {
        params: { id: made.id },
        body: {
          actions: [
            { title: 'Three' },
            {
              id: one!.id,
              title: 'One',
              state: 'in_progress',
              obligations: [{ id: kept.id, description: 'b', progress: 50, evidence: 'Minutes' }],
            },
          ],
          parties: made.parties
            .toReversed()
            .map(({ id, organisation, side }) => ({ id, organisationId: organisation.id, side })),
        },
      },
      { version: made.version },
    )
    expect(changed.actions).toMatchObject([
      { title: 'Three', state: 'planned', obligations: [] },
      {
        id: one!.id,
        state: 'in_progress',
        obligations: [{ id: kept.id, progress: 50, evidence: 'Minutes' }],
      },
    ])
    expect(changed.actions.some((action) => action.id === two!.id)).toBe(false)
    expect(changed.parties.map((party) => party.id)).toEqual(
      made.parties.map((party) => party.id).toReversed(),
    )
    await expect(
      api.call(
        update,
        { params: { id: made.id }, body: { actions: [{ id: two!.id, title: 'Two' }] } },
        { version: changed.version },
      ),
    ).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'actions.0.id', code: 'unknown_reference' }] },
    })
  })

  it('lets two parties change places', async () => {
    const made = await make.agreement()
    const [home, partner] = made.parties
    const parties = [
      { id: home!.id, organisationId: partner!.organisation.id, side: home!.side },
      { id: partner!.id, organisationId: home!.organisation.id, side: partner!.side },
    ]
    const changed = await api.call(
      update,
      { params: { id: made.id }, body: { parties } },
      { version: made.version },
    )
    expect(changed.parties.map((party) => party.organisation.id)).toEqual(
      parties.map((party) => party.organisationId),
    )
  })

  it('drops a region with its market, and refuses one of another', async () => {
    const [japan, canada] = [await make.market({ regions: [{ name: 'Kansai' }] }), await make.market()]
    const regionId = japan.regions[0]!.id
    const made = await make.agreement({ marketId: japan.id, regionId })
    const params = { id: made.id }
    await expect(
      api.call(update, { params, body: { marketId: canada.id, regionId } }, { version: made.version }),
    ).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'regionId', code: 'other_market' }] },
    })
    const moved = await api.call(update, { params, body: { marketId: canada.id } }, { version: made.version })
    expect(moved).toMatchObject({ market: { id: canada.id }, region: null })
  })

  it('checks the period against the end that stays', async () => {
    const made = await make.agreement({ starts: '2009' })
    await expect(
      api.call(update, { params: { id: made.id }, body: { ends: '2008' } }, { version: made.version }),
    ).rejects.toMatchObject({ status: 422, problem: { errors: [{ path: 'ends', code: 'period' }] } })
  })

  it('may keep what is in the bin still, and take on nothing that is', async () => {
    const negotiator = await make.organisation()
    const made = await make.agreement({ negotiatorId: negotiator.id })
    const params = { id: made.id }
    await api.call(remove, { params }, { version: made.version })
    await api.call(
      organisationRecords.remove,
      { params: { id: negotiator.id } },
      { version: negotiator.version },
    )
    const { version } = await api.call(restore, { params })
    const body = { title: 'Kept', negotiatorId: negotiator.id }
    const kept = await api.call(update, { params, body }, { version })
    expect(kept).toMatchObject({ title: 'Kept', negotiator: { id: negotiator.id } })
    await expect(make.agreement({ negotiatorId: negotiator.id })).rejects.toMatchObject({ status: 422 })
  })
})

it('keeps a party that has signed or refused, as the body it was', async () => {
  const agreement = await make.agreement()
  const [home, partner] = agreement.parties
  const signed = await verbs.sign(agreement, { signatures: [{ partyId: home!.id, signedOn: '2008-02-04' }] })
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
