import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { updateCompany } from '../../src/contract/companies.ts'
import { dismissDuplicate, listDuplicates } from '../../src/contract/duplicates.ts'
import { listHistory, undoChange } from '../../src/contract/history.ts'
import { mergeOrganisations } from '../../src/contract/merge.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { startApi, type TestApi, viewer } from '../support/api.ts'
import { companyMakers } from '../support/companies.ts'
import { makers } from '../support/make.ts'
import { refusal } from '../support/refusal.ts'

let api: TestApi
let make: ReturnType<typeof makers>
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
})
afterAll(() => api.stop())

const pairs = async (noun: 'organisations' | 'people' = 'organisations') =>
  (await api.call(listDuplicates, { query: { noun } })).items
const namesOf = async (noun?: 'organisations' | 'people') =>
  (await pairs(noun)).map(({ a, b }) => [a.name, b.name].sort())

const versionOf = async (id: string) => (await api.call(organisationRecords.read, { params: { id } })).version

const body = (name: string, fields: object = {}) =>
  make.organisation({ name, country: 'FR', town: 'Lyon', ...fields })

describe('organisations that may be one', () => {
  it('are found by name, other names, numbers and domains, those most alike with the reasons', async () => {
    const first = await body('Dupont & Fils SAS')
    await body('Dupont et Fils', { town: 'Villeurbanne' })
    await body('Something else altogether')
    expect(await namesOf()).toEqual([['Dupont & Fils SAS', 'Dupont et Fils']])
    const [pair] = await pairs()
    expect(pair?.reasons.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['name', 'country', 'otherTown']),
    )
    expect(pair?.score).toBeGreaterThanOrEqual(50)
    // Renamed, it is no longer like the other.
    await api.call(
      organisationRecords.update,
      { params: { id: first.id }, body: { name: 'Martin' } },
      { version: first.version },
    )
    expect(await namesOf()).toEqual([])
    await body('Old Atlanpole', { names: [{ name: 'Atlanpole', kind: 'former' }] })
    await body('ATLANPOLE')
    expect(await namesOf()).toEqual([['ATLANPOLE', 'Old Atlanpole']])
  })

  it('with one number come first, whatever they are called', async () => {
    const { company } = companyMakers(api)
    const [one, other] = [
      await company({ name: 'Alpha', years: false, town: 'Brest' }),
      await company({ name: 'Omega', years: false }),
    ]
    for (const [n, { id, version }] of [one, other].entries()) {
      const number =
        n === 0
          ? { scheme: 'siren' as const, value: '732829320' }
          : { scheme: 'siret' as const, value: '73282932000074' }
      await api.call(updateCompany, { params: { id }, body: { numbers: [number] } }, { version })
    }
    expect((await namesOf())[0]).toEqual(['Alpha', 'Omega'])
  })

  it('are not listed again once somebody has said that they are two, until that is undone', async () => {
    const [a, b] = [await body('Twin One'), await body('Twin One', { town: 'Grenoble' })]
    const listed = async () => (await pairs()).some((pair) => pair.id.includes(a.id))
    expect(await listed()).toBe(true)
    await api.call(dismissDuplicate, { body: { noun: 'organisations', aId: b.id, bId: a.id } })
    await api.call(dismissDuplicate, { body: { noun: 'organisations', aId: a.id, bId: b.id } })
    expect(await listed()).toBe(false)
    const { items } = await api.call(listHistory, { query: { limit: 1 } })
    expect(items[0]?.verb).toBe('duplicates.dismiss')
    await api.call(undoChange, { params: { id: items[0]!.id } })
    expect(await listed()).toBe(true)
    await api.call(
      mergeOrganisations,
      { params: { id: a.id }, body: { otherId: b.id, otherVersion: await versionOf(b.id) } },
      { version: await versionOf(a.id) },
    )
    expect(await listed()).toBe(false)
  })

  it('come page by page, each pair once', async () => {
    for (let n = 0; n < 6; n++) await body(`Paged ${'abcdef'[n]} GmbH`)
    for (let n = 0; n < 6; n++) await body(`Paged ${'abcdef'[n]}`, { town: 'Nice' })
    const all = (await pairs()).map(({ id }) => id)
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await api.call(listDuplicates, { query: { limit: 2, cursor } })
      expect(page.items.length).toBeLessThanOrEqual(2)
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(seen).toEqual(all)
    expect(new Set(seen).size).toBe(seen.length)
    expect(all.length).toBeGreaterThan(6)
  })
})

describe('people who may be one', () => {
  it('are found by mail address, or by name and body', async () => {
    const at = await make.organisation()
    await make.person({ givenName: 'Jean', familyName: 'Dupont', at: at.id })
    await make.person({ givenName: 'jean', familyName: 'DUPONT', at: at.id })
    // Many are called so.
    await make.person({ givenName: 'Jean', familyName: 'Dupont' })
    await make.person({ givenName: null, familyName: 'Okada', email: 'taro@example.jp' })
    await make.person({ givenName: null, familyName: 'Okada Tarō', email: 'Taro@example.jp' })
    expect(await namesOf('people')).toEqual([
      ['Okada', 'Okada Tarō'],
      ['Jean Dupont', 'jean DUPONT'],
    ])
  })
})

it('refuses strangers, viewers who decide, records that are not there, and cursors of elsewhere', async () => {
  const { id } = await body('Alone')
  const send = async (fields: object, options: object = {}) =>
    (await api.send(dismissDuplicate, { body: { noun: 'organisations', ...fields } }, options)).status
  expect(await send({ aId: id, bId: randomUUID() })).toBe(422)
  expect(await send({ aId: id, bId: id })).toBe(422)
  expect(await send({ aId: id, bId: id }, { actor: viewer })).toBe(403)
  expect((await api.send(listDuplicates, { query: {} }, { actor: null })).status).toBe(401)
  expect((await api.send(listDuplicates, { query: {} }, { actor: viewer })).status).toBe(200)
  const elsewhere = btoa(JSON.stringify({ sort: 'organisations', value: 'x', id }))
  expect(await refusal(api.call(listDuplicates, { query: { cursor: elsewhere } }))).toMatchObject({
    status: 422,
  })
})
