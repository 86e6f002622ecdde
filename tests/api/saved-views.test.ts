import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreementRecords } from '../../src/contract/agreements.ts'
import { createNote, uploadDocument } from '../../src/contract/dossier.ts'
import { listHistory, undoChange } from '../../src/contract/history.ts'
import { mergeOrganisations } from '../../src/contract/merge.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { searchAll } from '../../src/contract/overview.ts'
import { addPin, listPins, removePin } from '../../src/contract/pins.ts'
import { erasePerson } from '../../src/contract/privacy.ts'
import {
  chooseDefaultView,
  createSavedView,
  listSavedViews,
  removeSavedView,
  updateSavedView,
} from '../../src/contract/saved-views.ts'
import { exportWorkspace, importWorkspace } from '../../src/contract/workspace.ts'
import type { Actor } from '../../src/server/context.ts'
import { manager, startApi, type TestApi, viewer } from '../support/api.ts'
import { makers } from '../support/make.ts'

let api: TestApi
let make: ReturnType<typeof makers>
let ada: Actor
let grace: Actor
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
  const actor = async (givenName: string): Promise<Actor> => {
    const { id, name } = await make.person({ givenName })
    return { id, name, role: 'manager' }
  }
  ada = await actor('Ada')
  grace = await actor('Grace')
})
afterAll(() => api.stop())

let made = 0
const input = {
  list: 'agreements',
  state: { status: 'active,expiring', sort: '-ends', cols: 'status,ends' },
} as const
const keep = (actor: Actor, fields: object = {}) =>
  api.call(createSavedView, { body: { ...input, name: `View ${++made}`, ...fields } }, { actor })
const listed = async (actor: Actor, list: 'agreements' | 'companies' = 'agreements') =>
  api.call(listSavedViews, { query: { list } }, { actor })
const namesFor = async (actor: Actor) => (await listed(actor)).items.map(({ name }) => name)

describe('views of lists', () => {
  it('are kept for oneself or for all, and hold the list’s address', async () => {
    const own = await keep(ada, { name: 'Mine' })
    const shared = await keep(ada, { name: 'For all', shared: true })
    expect(own).toMatchObject({ state: input.state, shared: false, mayChange: true, owner: { id: ada.id } })
    expect(await namesFor(ada)).toEqual(['For all', 'Mine'])
    expect(await namesFor(grace)).toEqual(['For all'])
    expect((await listed(grace)).items[0]).toMatchObject({ id: shared.id, mayChange: false })
    expect((await listed(ada, 'companies')).items).toEqual([])
    const nobodys = await keep(manager, { name: 'Nobody’s' })
    expect(nobodys.owner).toBeNull()
    expect(await namesFor(grace)).toContain('Nobody’s')
  })

  it('are changed by who keeps them, who saw what they change', async () => {
    const view = await keep(ada, { shared: true })
    const params = { id: view.id }
    const change = (body: object, actor: Actor, version = view.version) =>
      api.call(updateSavedView, { params, body }, { actor, version })
    await expect(change({ name: 'Taken over' }, grace)).rejects.toMatchObject({ status: 403 })
    await expect(change({}, viewer)).rejects.toMatchObject({ status: 403 })
    const renamed = await change({ name: 'Renamed', state: { q: 'kobe' } }, ada)
    expect(renamed).toMatchObject({ name: 'Renamed', state: { q: 'kobe' }, version: view.version + 1 })
    await expect(change({ name: 'Late' }, ada)).rejects.toMatchObject({
      status: 412,
      problem: { current: { name: 'Renamed' } },
    })
    await change({ shared: false }, ada, renamed.version)
    await expect(change({ name: 'Seen no more' }, grace, renamed.version + 1)).rejects.toMatchObject({
      status: 404,
    })
  })

  it('have names of their own for who may use them', async () => {
    await keep(ada, { name: 'Été' })
    await expect(keep(ada, { name: 'ete' })).rejects.toMatchObject({ status: 409, code: 'duplicate' })
    expect((await keep(grace, { name: 'été' })).name).toBe('été')
  })

  it('refuse what is no address of a list', async () => {
    const status = async (body: unknown, actor: Actor | null = ada) =>
      (await api.send(createSavedView, { body }, { actor })).status
    const named = { ...input, name: 'Odd' }
    expect(await status(named, null)).toBe(401)
    expect(await status({ ...named, list: 'tables' })).toBe(422)
    expect(await status({ ...named, state: { 'sort by': 'x' } })).toBe(422)
    expect(await status({ ...named, state: { sort: 7 } })).toBe(422)
    expect(await status({ ...named, name: ' ' })).toBe(422)
    const many = Object.fromEntries(
      Array.from({ length: 41 }, (_, n) => [
        `key${String.fromCharCode(97 + (n % 26), 97 + Math.floor(n / 26))}`,
        'x',
      ]),
    )
    expect(await status({ ...named, state: many })).toBe(422)
  })

  it('come back with undo, and the list opens with them again', async () => {
    const view = await keep(ada)
    const choice = { kind: 'saved', id: view.id } as const
    await api.call(chooseDefaultView, { body: { list: 'agreements', view: choice } }, { actor: ada })
    expect((await listed(ada)).opensWith).toEqual(choice)
    expect((await listed(grace)).opensWith).toBeNull()
    const response = await api.send(removeSavedView, { params: { id: view.id } }, { actor: ada, version: 1 })
    expect(response.status).toBe(204)
    expect((await listed(ada)).opensWith).toBeNull()
    await api.call(undoChange, { params: { id: response.headers.get('x-change-set') ?? '' } })
    expect((await listed(ada)).opensWith).toEqual(choice)
    const builtIn = { kind: 'built_in', name: 'never-served' } as const
    await api.call(chooseDefaultView, { body: { list: 'companies', view: builtIn } }, { actor: ada })
    expect((await listed(ada, 'companies')).opensWith).toEqual(builtIn)
    await api.call(chooseDefaultView, { body: { list: 'companies', view: null } }, { actor: ada })
    expect((await listed(ada, 'companies')).opensWith).toBeNull()
    const other = await api.send(
      chooseDefaultView,
      { body: { list: 'companies', view: choice } },
      { actor: ada },
    )
    expect(other.status).toBe(422)
  })

  it('are no news to others while they are somebody’s own', async () => {
    const own = await keep(grace, { name: 'Quiet' })
    const newest = async (actor: Actor) =>
      (await api.call(listHistory, { query: { limit: 3 } }, { actor })).items.map(({ title }) => title)
    expect(await newest(grace)).toContain('Quiet')
    expect(await newest(ada)).not.toContain('Quiet')
    await api.call(
      updateSavedView,
      { params: { id: own.id }, body: { shared: true } },
      { actor: grace, version: 1 },
    )
    expect(await newest(ada)).toContain('Quiet')
  })

  it('travel with the workspace file, byte for byte, with pins and choices', async () => {
    const { id } = await keep(ada, { name: 'Travels', shared: true })
    await api.call(
      chooseDefaultView,
      { body: { list: 'agreements', view: { kind: 'saved', id } } },
      { actor: ada },
    )
    const agreement = await make.agreement()
    await api.call(addPin, { body: { noun: 'agreements', recordId: agreement.id } }, { actor: ada })
    const { bytes } = await api.call(exportWorkspace, {})
    const elsewhere = await startApi()
    await elsewhere.call(importWorkspace, { body: bytes })
    const there = await elsewhere.call(listSavedViews, { query: { list: 'agreements' } }, { actor: ada })
    expect(there).toEqual(await listed(ada))
    expect(await elsewhere.call(listPins, {}, { actor: ada })).toEqual(
      await api.call(listPins, {}, { actor: ada }),
    )
    expect((await elsewhere.call(exportWorkspace, {})).bytes).toEqual(bytes)
    await elsewhere.stop()
  })

  it('stay where they are shared, and go with who is erased where they were their own', async () => {
    const person = await make.person({ familyName: 'Leaving' })
    const leaving: Actor = { id: person.id, name: person.name, role: 'manager' }
    await keep(leaving, { name: 'Left behind', shared: true })
    const own = await keep(leaving, { name: 'Taken along' })
    const body = { name: person.name }
    await api.call(erasePerson, { params: { id: person.id }, body }, { version: person.version })
    expect(await namesFor(ada)).toContain('Left behind')
    const { rows } = {
      rows: await api.db.selectFrom('saved_views').select('id').where('id', '=', own.id).execute(),
    }
    expect(rows).toEqual([])
  })
})

describe('pinned records', () => {
  const pinned = async (actor: Actor) =>
    (await api.call(listPins, {}, { actor })).items.map(({ title }) => title)

  it('are each person’s own, once, the newest first; in the bin they are away', async () => {
    const [first, second] = [await make.organisation(), await make.organisation({ kinds: ['company'] })]
    const pin = (recordId: string) =>
      api.call(addPin, { body: { noun: 'organisations', recordId } }, { actor: grace })
    const held = await pin(first.id)
    api.setClock('2008-09-16')
    await pin(second.id)
    expect((await pin(first.id)).id).toBe(held.id)
    expect(await pinned(grace)).toEqual([second.name, first.name])
    expect(await pinned(viewer)).toEqual([])
    const params = { id: second.id }
    await api.call(organisationRecords.remove, { params }, { version: second.version })
    expect(await pinned(grace)).toEqual([first.name])
    await api.call(organisationRecords.restore, { params })
    expect(await pinned(grace)).toEqual([second.name, first.name])
    await expect(api.call(removePin, { params: { id: held.id } }, { actor: ada })).rejects.toMatchObject({
      status: 404,
    })
    const response = await api.send(removePin, { params: { id: held.id } }, { actor: grace })
    expect(await pinned(grace)).toEqual([second.name])
    await api.call(undoChange, { params: { id: response.headers.get('x-change-set') ?? '' } })
    expect(await pinned(grace)).toEqual([second.name, first.name])
    api.setClock('2008-09-15')
  })

  it('lead to the record that theirs was merged into', async () => {
    const [kept, other] = [
      await make.organisation({ name: 'Kept' }),
      await make.organisation({ name: 'Other' }),
    ]
    for (const recordId of [other.id, kept.id])
      await api.call(addPin, { body: { noun: 'organisations', recordId } }, { actor: ada })
    const body = { otherId: other.id, otherVersion: other.version, take: [] }
    await api.call(mergeOrganisations, { params: { id: kept.id }, body }, { version: kept.version })
    expect((await pinned(ada)).filter((title) => title === 'Kept' || title === 'Other')).toEqual(['Kept'])
  })

  it('are records that are there', async () => {
    const status = async (noun: string, recordId: string) =>
      (await api.send(addPin, { body: { noun, recordId } }, { actor: ada })).status
    expect(await status('organisations', crypto.randomUUID())).toBe(422)
    expect(await status('tasks', crypto.randomUUID())).toBe(422)
  })
})

describe('what records carry', () => {
  it('is found by its own words, with the record, while that is not in the bin', async () => {
    const agreement = await make.agreement({
      actions: [{ title: 'Exchange of cheminformatics doctoral students' }],
    })
    const about = { noun: 'agreements', recordId: agreement.id } as const
    await api.call(uploadDocument, {
      query: { ...about, filename: 'zymurgy_annex-2008.pdf' },
      body: new Uint8Array([1]),
    })
    await api.call(createNote, { body: { ...about, body: 'A note' } })
    const find = async (q: string) => (await api.call(searchAll, { query: { q } })).items
    expect(await find('cheminformatcs')).toMatchObject([
      { noun: 'actions', subtitle: agreement.title, of: about },
    ])
    expect(await find('zymurgy')).toMatchObject([
      { noun: 'documents', title: 'zymurgy_annex-2008.pdf', of: about },
    ])
    const { version } = await api.call(agreementRecords.read, { params: { id: agreement.id } })
    await api.call(agreementRecords.remove, { params: { id: agreement.id } }, { version })
    expect([...(await find('cheminformatics')), ...(await find('zymurgy'))]).toEqual([])
  })
})
