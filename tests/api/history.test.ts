import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createNote, createTask, removeNote, uploadDocument } from '../../src/contract/dossier.ts'
import { listHistory, undoChange } from '../../src/contract/history.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { personRecords } from '../../src/contract/people.ts'
import { problemOf, startApi, type TestApi, viewer } from '../support/api.ts'
import { company, importMakers } from '../support/imports.ts'
import { makers } from '../support/make.ts'
import { refusal } from '../support/refusal.ts'

let api: TestApi
let make: ReturnType<typeof makers>
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
})
afterAll(() => api.stop())

const historyOf = async (noun: 'organisations' | 'people' | 'agreements', recordId: string) =>
  (await api.call(listHistory, { query: { noun, recordId } })).items

describe('the history of a record', () => {
  it('says who did what when, with every row before and after', async () => {
    const { id: personId } = await make.person({ givenName: 'Nicolas', familyName: 'Carboni' })
    const actor = { id: personId, name: 'Nicolas Carboni', role: 'manager' as const }
    const { id } = await make.organisation({ name: 'Alsace BioValley', focus: 'surgery' })
    await api.call(
      organisationRecords.update,
      { params: { id }, body: { focus: 'robotics', names: [{ name: 'Innovations Thérapeutiques' }] } },
      { version: 1, actor },
    )
    const [change, addition] = await historyOf('organisations', id)
    expect(change).toMatchObject({
      verb: 'organisations.update',
      at: '2008-09-15T12:00:00.000Z',
      actor: { id: personId, name: 'Nicolas Carboni' },
      noun: 'organisations',
      recordId: id,
      title: 'Alsace BioValley',
      undoOf: null,
      undoneBy: null,
      moreChanges: 0,
    })
    expect(
      change?.changes.map(({ table, before, after }) => [table, before?.focus, after?.focus ?? after?.name]),
    ).toEqual([
      ['organisations', 'surgery', 'robotics'],
      ['organisation_names', undefined, 'Innovations Thérapeutiques'],
    ])
    expect(addition).toMatchObject({ verb: 'organisations.create', actor: null })
    expect(addition?.changes[0]).toMatchObject({ table: 'organisations', rowId: id, before: null })
  })

  it('tells its notes, tasks and documents too, and no other record’s', async () => {
    const { id: recordId, name } = await make.organisation()
    const record = { noun: 'organisations' as const, recordId }
    const note = await api.call(createNote, { body: { ...record, body: 'Met in Osaka' } })
    await api.call(createTask, { body: { ...record, title: 'Call back' } })
    await api.call(uploadDocument, { query: { ...record, filename: 'a' }, body: new Uint8Array([1]) })
    await api.call(removeNote, { params: { id: note.id } }, { version: 1 })
    await make.organisation()
    const items = await historyOf('organisations', recordId)
    expect(items.map(({ verb, title }) => [verb, title])).toEqual([
      ['notes.remove', name],
      ['documents.upload', name],
      ['tasks.create', name],
      ['notes.create', name],
      ['organisations.create', name],
    ])
  })

  it('is empty of a write that changed nothing', async () => {
    const { id } = await make.organisation({ focus: 'same' })
    const body = { focus: 'same' }
    const answer = await api.send(organisationRecords.update, { params: { id }, body }, { version: 1 })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('x-change-set')).toBeNull()
    expect(await historyOf('organisations', id)).toHaveLength(1)
  })

  it('names what the ids in it stand for, even what is gone since', async () => {
    const gone = await make.organisation({ name: 'Gone again' })
    const addition = (await historyOf('organisations', gone.id))[0]
    const person = await make.person({ at: gone.id })
    await api.call(personRecords.update, { params: { id: person.id }, body: { posts: [] } }, { version: 1 })
    await expect(api.call(undoChange, { params: { id: addition!.id } })).resolves.toBeDefined()
    const [change] = await historyOf('people', person.id)
    expect(change?.names[gone.id]).toBe('Gone again')
    expect((await historyOf('organisations', gone.id)).map(({ title }) => title)).toEqual([
      'Gone again',
      'Gone again',
    ])
  })

  it('names the parties of signatures and the owners of obligations', async () => {
    const agreement = await make.agreement()
    const [creation] = await historyOf('agreements', agreement.id)
    for (const party of agreement.parties)
      expect(creation?.names[party.organisation.id]).toBe(party.organisation.name)
  })

  it('lists 200 rows of one change and counts the rest', async () => {
    const names = (from: number) => Array.from({ length: 50 }, (_, n) => ({ name: `Name ${from + n}` }))
    const websites = Array.from({ length: 50 }, (_, n) => ({ url: `https://example.org/${n}` }))
    const { id: toId } = await make.organisation()
    const affiliations = Array.from({ length: 100 }, () => ({ toId }))
    const { id } = await make.organisation({ names: names(0), websites, affiliations })
    const [creation] = await historyOf('organisations', id)
    expect(creation?.changes).toHaveLength(200)
    expect(creation?.moreChanges).toBe(1)
  })

  it('tells of an import what it did to this one, and counts the rest', async () => {
    const imports = importMakers(api)
    const record = await imports.applied(
      await imports.sent([
        company('Kansai Vectors', { websites: ['https://kansai-vectors.example/'] }),
        company('Kobe Vectors', { websites: ['https://kobe-vectors.example/'] }),
      ]),
    )
    const [first] = await imports.rows(record.id)
    const [entry] = await historyOf('organisations', first?.recordId ?? '')
    expect(entry).toMatchObject({ verb: 'imports.apply' })
    expect(JSON.stringify(entry?.changes)).toContain('kansai-vectors')
    expect(JSON.stringify(entry?.changes)).not.toMatch(/kobe/i)
    const { items } = await api.call(listHistory, { query: { limit: 100 } })
    const whole = items.find(({ id }) => id === entry?.id)
    expect(JSON.stringify(whole?.changes)).toMatch(/kobe-vectors/)
    expect(entry?.moreChanges).toBe((whole?.changes.length ?? 0) - (entry?.changes.length ?? 0))
    expect(entry?.moreChanges).toBeGreaterThan(0)
  })
})

describe('the history of the workspace', () => {
  it('is paged, newest first, without gap or double', async () => {
    for (let n = 0; n < 5; n++) await make.organisation()
    const whole = (await api.call(listHistory, { query: { limit: 100 } })).items.map(({ id }) => id)
    const paged: string[] = []
    let cursor: string | undefined
    do {
      const page = await api.call(listHistory, { query: { limit: 3, ...(cursor ? { cursor } : {}) } })
      paged.push(...page.items.map(({ id }) => id))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(paged).toEqual(whole)
  })

  it('refuses a cursor that is none, and nobody', async () => {
    const response = await api.send(listHistory, { query: { cursor: '1; drop table' } })
    expect(await problemOf(response)).toMatchObject({ status: 422, errors: [{ path: 'cursor' }] })
    expect((await refusal(api.call(listHistory, {}, { actor: null }))).status).toBe(401)
    await expect(api.call(listHistory, {}, { actor: viewer })).resolves.toBeDefined()
  })
})
