import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createAccounts,
  listAccounts,
  readSmeStatus,
  removeAccounts,
  updateAccounts,
} from '../../src/contract/accounts.ts'
import { readCompany } from '../../src/contract/companies.ts'
import { undoChange } from '../../src/contract/history.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import {
  createOwnership,
  readOwnership,
  removeOwnership,
  updateOwnership,
} from '../../src/contract/ownership.ts'
import { problemOf, startApi, type TestApi, viewer } from '../support/api.ts'
import { companyMakers } from '../support/companies.ts'
import { makers } from '../support/make.ts'

let api: TestApi
let make: ReturnType<typeof companyMakers>
beforeAll(async () => {
  api = await startApi()
  make = companyMakers(api)
})
afterAll(() => api.stop())

const status = (id: string, asOf?: string) =>
  api.call(readSmeStatus, { params: { id }, query: asOf ? { asOf } : {} })
/** What is kept of it for lists, which must be the same. */
async function statusKept(id: string, asOf?: string): Promise<string> {
  const kept = await api.call(readCompany, { params: { id }, query: asOf ? { asOf } : {} })
  const worked = await status(id, asOf)
  expect([kept.status, kept.statusConfirmed]).toEqual([worked.status, worked.confirmed])
  return kept.status
}

describe('accounts', () => {
  it('are entered, changed, deleted and brought back, and the status follows', async () => {
    const { id } = await make.company({ years: false })
    expect(await statusKept(id)).toBe('unknown')
    const made = await make.accounts(id, { headcount: 9.5, turnover: 150_000_000, balanceSheet: null })
    expect(made).toMatchObject({
      version: 1,
      headcount: 9.5,
      turnover: 150_000_000,
      balanceSheet: null,
      currency: 'EUR',
      basis: 'approved',
    })
    expect(await statusKept(id)).toBe('micro')
    expect(await statusKept(id, '2007-12-30')).toBe('unknown')
    const params = { id: made.id }
    const changed = await api.call(updateAccounts, { params, body: { headcount: 10 } }, { version: 1 })
    expect(changed).toMatchObject({ version: 2, headcount: 10, turnover: 150_000_000 })
    expect(await statusKept(id)).toBe('small')
    expect(
      await problemOf(await api.send(updateAccounts, { params, body: {} }, { version: 1 })),
    ).toMatchObject({
      status: 412,
      current: changed,
    })
    const removed = await api.send(removeAccounts, { params }, { version: 2 })
    expect(removed.status).toBe(204)
    expect(await statusKept(id)).toBe('unknown')
    await api.call(undoChange, { params: { id: removed.headers.get('x-change-set') ?? '' } })
    expect(await statusKept(id)).toBe('small')
    expect((await api.call(listAccounts, { params: { id } })).items).toMatchObject([
      { id: made.id, headcount: 10 },
    ])
  })

  it('are there once for a day', async () => {
    const { id } = await make.company()
    const again = { params: { id }, body: { closedOn: '2007-12-31' } }
    expect(await problemOf(await api.send(createAccounts, again))).toMatchObject({
      status: 409,
      errors: [{ path: 'closedOn', code: 'duplicate' }],
    })
    expect(
      (await api.send(createAccounts, { ...again, body: { closedOn: '2007-12-31', consolidated: true } }))
        .status,
    ).toBe(201)
  })

  it('that do not fit are refused', async () => {
    const { id } = await make.company({ years: false })
    const refused = async (body: object) =>
      problemOf(await api.send(createAccounts, { params: { id }, body: { closedOn: '2007-12-31', ...body } }))
    for (const [body, path] of [
      [{ closedOn: '2007-02-30' }, 'closedOn'],
      [{ headcount: -1 }, 'headcount'],
      [{ headcount: 1.234 }, 'headcount'],
      [{ turnover: 1.5 }, 'turnover'],
      [{ currency: 'euro' }, 'currency'],
      [{ rate: '1,5' }, 'rate'],
      [{ basis: 'guessed' }, 'basis'],
    ] as const)
      expect(await refused(body)).toMatchObject({ status: 422, errors: [{ path }] })
    const binned = await make.company({ years: false })
    await api.call(organisationRecords.remove, { params: { id: binned.id } }, { version: 1 })
    const there = { params: { id: binned.id }, body: { closedOn: '2007-12-31' } }
    expect(await problemOf(await api.send(createAccounts, there))).toMatchObject({ code: 'record_in_bin' })
  })
})

describe('holdings', () => {
  it('make a group, as of the day, with the reasoning', async () => {
    const [parent, child] = [await make.company({ years: false }), await make.company()]
    for (const closedOn of ['2007-12-31', '2006-12-31'])
      await make.accounts(parent.id, { closedOn, headcount: 240 })
    const made = await make.holding(parent.id, child.id, 60, { from: '2008-03', voting: 55.5 })
    expect(made).toMatchObject({
      holder: { id: parent.id },
      held: { id: child.id },
      capital: 60,
      voting: 55.5,
      byPerson: false,
    })
    expect([await statusKept(child.id, '2008-02-29'), await statusKept(child.id)]).toEqual(['small', 'large'])
    expect(await statusKept(parent.id)).toBe('large')
    const verdict = await status(child.id)
    expect(verdict).toMatchObject({ type: 'linked', total: { headcount: { known: 260, complete: true } } })
    expect(verdict.steps).toContainEqual({
      code: 'linked',
      article: '3(3)(a)',
      enterprise: { id: child.id, name: child.name },
      with: { id: parent.id, name: parent.name },
      share: 55.5,
    })
    const group = await api.call(readOwnership, { params: { id: child.id } })
    expect(group).toMatchObject({ own: [{ id: made.id }], links: [{ id: made.id }] })
    expect(group.members.find(({ id }) => id === parent.id)).toMatchObject({
      status: 'large',
      undertaking: true,
    })
    const then = await api.call(readOwnership, { params: { id: child.id }, query: { asOf: '2008-02-01' } })
    expect(then).toMatchObject({
      own: [{ id: made.id }],
      links: [],
      members: [{ id: child.id, undertaking: true }],
    })

    const params = { id: made.id }
    await api.call(updateOwnership, { params, body: { voting: 30, capital: 30 } }, { version: 1 })
    expect(await statusKept(child.id)).toBe('medium')
    const removed = await api.send(removeOwnership, { params }, { version: 2 })
    expect([await statusKept(child.id), await statusKept(parent.id)]).toEqual(['small', 'medium'])
    await api.call(undoChange, { params: { id: removed.headers.get('x-change-set') ?? '' } })
    expect(await statusKept(child.id)).toBe('medium')
  })

  it('of persons join what they control', async () => {
    const { person } = makers(api)
    const owner = await person()
    const [one, other] = [await make.company(), await make.company({ years: false })]
    for (const closedOn of ['2007-12-31', '2006-12-31'])
      await make.accounts(other.id, { closedOn, headcount: 45 })
    const holds = {
      holderId: null,
      holderPersonId: owner.id,
      holderType: 'person',
      capital: 80,
      sameMarket: true,
    } as const
    for (const { id } of [one, other]) await api.call(createOwnership, { body: { ...holds, heldId: id } })
    expect([await statusKept(one.id), await statusKept(other.id)]).toEqual(['medium', 'medium'])
    const { members } = await api.call(readOwnership, { params: { id: one.id } })
    expect(members.find(({ id }) => id === owner.id)).toMatchObject({ isPerson: true, undertaking: false })
    expect(members.find(({ id }) => id === other.id)).toMatchObject({ undertaking: false })
  })

  it('of one who is far away change whom they should', async () => {
    const chain = await Promise.all(Array.from({ length: 4 }, () => make.company()))
    for (const [n, { id }] of chain.entries()) {
      const next = chain[n + 1]
      if (next) await make.holding(id, next.id, 100)
    }
    const ids = chain.map(({ id }) => id)
    expect(await Promise.all(ids.map((id) => statusKept(id)))).toEqual(ids.map(() => 'medium'))
    const [first] = (await api.call(listAccounts, { params: { id: ids[0] ?? '' } })).items
    await api.call(
      updateAccounts,
      { params: { id: first?.id ?? '' }, body: { headcount: 400 } },
      { version: 1 },
    )
    expect((await status(ids[3] ?? '')).total?.headcount.known).toBe(460)
    for (const id of ids) await statusKept(id)
  })

  it('that do not fit are refused', async () => {
    const [one, other] = [await make.company({ years: false }), await make.company({ years: false })]
    const { id: personId } = await makers(api).person()
    const refused = async (body: object) => problemOf(await api.send(createOwnership, { body }))
    for (const [body, path] of [
      [{ heldId: one.id }, 'holderId'],
      [{ holderId: one.id, holderPersonId: personId, heldId: other.id }, 'holderId'],
      [{ holderId: one.id, heldId: one.id }, 'holderId'],
      [{ holderId: randomUUID(), heldId: one.id }, 'holderId'],
      [{ holderId: one.id, heldId: randomUUID() }, 'heldId'],
      [{ holderPersonId: personId, heldId: one.id, holderType: 'university' }, 'holderType'],
      [{ holderId: one.id, heldId: other.id, holderType: 'person' }, 'holderType'],
      [{ holderId: one.id, heldId: other.id, capital: 101 }, 'capital'],
      [{ holderId: one.id, heldId: other.id, from: '2008', to: '2007' }, 'to'],
    ] as const)
      expect(await refused(body), JSON.stringify(body)).toMatchObject({ status: 422, errors: [{ path }] })
    await make.holding(one.id, other.id, 10)
    const binning = await api.send(organisationRecords.remove, { params: { id: one.id } }, { version: 1 })
    expect(await problemOf(binning)).toMatchObject({ code: 'in_use', blockers: [{ recordId: other.id }] })
  })
})

it('nobody unknown looks, viewers only look, and nothing comes of nothing', async () => {
  const { id } = await make.company()
  const parent = await make.company({ years: false })
  const [{ id: accountsId } = { id: '' }] = (await api.call(listAccounts, { params: { id } })).items
  const link = await make.holding(parent.id, id, 10)
  const inputs = [
    [listAccounts, { params: { id } }],
    [createAccounts, { params: { id }, body: { closedOn: '2001-12-31' } }],
    [updateAccounts, { params: { id: accountsId }, body: {} }],
    [removeAccounts, { params: { id: accountsId } }],
    [readSmeStatus, { params: { id } }],
    [readOwnership, { params: { id } }],
    [updateOwnership, { params: { id: link.id }, body: {} }],
    [removeOwnership, { params: { id: link.id } }],
  ] as const
  for (const [endpoint, input] of inputs) {
    expect((await api.send(endpoint, input, { actor: null, version: 1 })).status).toBe(401)
    const looking = await api.send(endpoint, input, { actor: viewer, version: 1 })
    expect(looking.status, endpoint.id).toBe(endpoint.access === 'read' ? 200 : 403)
    const nowhere = await api.send(endpoint, { ...input, params: { id: randomUUID() } }, { version: 1 })
    expect(nowhere.status, endpoint.id).toBe(404)
  }
})
