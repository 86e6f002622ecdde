import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  citeSource,
  createNote,
  createSource,
  createStatement,
  listSources,
  readDossier,
  removeNote,
  removeStatement,
  updateNote,
} from '../../src/contract/dossier.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { writtenHeader } from '../../src/contract/workspace.ts'
import { problemOf, startApi, type TestApi, viewer } from '../support/api.ts'
import { makers } from '../support/make.ts'
import { refusal } from '../support/refusal.ts'

let api: TestApi
let make: ReturnType<typeof makers>
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
})
afterAll(() => api.stop())

const about = async () => ({ noun: 'organisations' as const, recordId: (await make.organisation()).id })
const dossierOf = (record: { noun: 'organisations'; recordId: string }) =>
  api.call(readDossier, { query: record })

describe('notes', () => {
  it('are signed by who wrote them, newest first', async () => {
    const record = await about()
    const author = await make.person({ givenName: 'Jean-Pierre', familyName: 'Saintouil' })
    const actor = { id: author.id, name: author.name, role: 'manager' as const }
    await api.call(createNote, { body: { ...record, body: 'First\nwith two lines' } })
    api.setClock('2008-09-16')
    const note = await api.call(createNote, { body: { ...record, body: 'Second' } }, { actor })
    api.setClock('2008-09-15')
    expect(note).toMatchObject({
      ...record,
      version: 1,
      author: { id: author.id, name: 'Jean-Pierre Saintouil' },
    })
    const { notes } = await dossierOf(record)
    expect(notes.map(({ body }) => body)).toEqual(['Second', 'First\nwith two lines'])
  })

  it('bear the hour at which they were written, where they had to wait for a connection', async () => {
    const record = await about()
    const writtenWhen = async (said: string) => {
      const sent = await api.fetch(
        new Request('http://localhost/api/notes', {
          method: 'POST',
          headers: { 'content-type': 'application/json', [writtenHeader]: said },
          body: JSON.stringify({ ...record, body: 'In the hall' }),
        }),
      )
      expect(sent.status).toBe(201)
      return ((await sent.json()) as { createdAt: string }).createdAt
    }
    const now = await writtenWhen('')
    const hours = (count: number) => new Date(Date.parse(now) + count * 3_600_000).toISOString()
    expect(await writtenWhen(hours(-5))).toBe(hours(-5))
    // A clock that is fast, or wrong by years, is not believed; nor what is no instant.
    for (const said of [hours(1), hours(-24 * 365), 'yesterday']) expect(await writtenWhen(said)).toBe(now)
  })

  it('change under the version that was seen; a stale one is shown the note as it stands', async () => {
    const note = await api.call(createNote, { body: { ...(await about()), body: 'One' } })
    const params = { id: note.id }
    const changed = await api.call(updateNote, { params, body: { body: 'Two' } }, { version: 1 })
    expect(changed).toMatchObject({ body: 'Two', version: 2 })
    const stale = await refusal(api.call(updateNote, { params, body: { body: 'Three' } }, { version: 1 }))
    expect(stale.problem).toMatchObject({
      status: 412,
      code: 'version_stale',
      current: { body: 'Two', version: 2 },
    })
    const unseen = await refusal(api.call(removeNote, { params }))
    expect(unseen).toMatchObject({ status: 428, code: 'version_required' })
    await api.call(removeNote, { params }, { version: 2 })
    expect((await refusal(api.call(removeNote, { params }, { version: 2 }))).status).toBe(404)
  })

  it.each([
    ['nothing', '   ', 'required'],
    ['too much', 'x'.repeat(20_001), 'too_big'],
    ['control characters', 'a\u0000b', 'control_characters'],
  ])('are refused with %s', async (_, body, code) => {
    const response = await api.send(createNote, { body: { ...(await about()), body } })
    expect(await problemOf(response)).toMatchObject({ status: 422, errors: [{ path: 'body', code }] })
  })

  it('are refused to viewers, and to nobody', async () => {
    const body = { ...(await about()), body: 'Hello' }
    expect((await refusal(api.call(createNote, { body }, { actor: viewer }))).status).toBe(403)
    expect((await refusal(api.call(createNote, { body }, { actor: null }))).status).toBe(401)
  })
})

describe('what is added to a record', () => {
  it('needs one that is there and not in the bin', async () => {
    const nowhere = { noun: 'organisations' as const, recordId: randomUUID() }
    expect((await refusal(api.call(createNote, { body: { ...nowhere, body: 'x' } }))).problem).toMatchObject({
      status: 422,
      errors: [{ path: 'recordId', code: 'unknown_reference' }],
    })
    expect((await refusal(dossierOf(nowhere))).status).toBe(404)
    const record = await about()
    await api.call(createNote, { body: { ...record, body: 'Before' } })
    await api.call(organisationRecords.remove, { params: { id: record.recordId } }, { version: 1 })
    expect(await refusal(api.call(createNote, { body: { ...record, body: 'x' } }))).toMatchObject({
      status: 409,
      code: 'record_in_bin',
    })
    expect((await dossierOf(record)).notes).toHaveLength(1)
  })
})

describe('sources', () => {
  it('are cited by records, once each, and listed by date', async () => {
    const record = await about()
    const late = await api.call(createSource, {
      body: { title: 'Alps Bio Cluster', date: '2008-10-24', language: 'fr' },
    })
    const early = await api.call(createSource, {
      body: { title: 'Launch', date: '2007-11', url: 'https://example.org/s0' },
    })
    for (const source of [late, early, early])
      await api.call(citeSource, { params: { id: source.id }, body: record })
    const { sources } = await dossierOf(record)
    expect(sources).toEqual([early, late])
    const { items } = await api.call(listSources, {})
    expect(items.map(({ title }) => title)).toEqual(['Launch', 'Alps Bio Cluster'])
  })

  it('are refused with an address that is not of the web', async () => {
    const body = { title: 'x', url: 'javascript:alert(1)' }
    expect(await problemOf(await api.send(createSource, { body }))).toMatchObject({
      status: 422,
      errors: [{ path: 'url' }],
    })
  })

  it('must be there to be cited', async () => {
    const cited = api.call(citeSource, { params: { id: randomUUID() }, body: await about() })
    expect((await refusal(cited)).status).toBe(404)
  })
})

describe('statements', () => {
  it('stand beside each other where sources disagree, in the order recorded', async () => {
    const record = await about()
    const s0 = await api.call(createSource, { body: { title: 'Press release 2007' } })
    const s2 = await api.call(createSource, { body: { title: 'Note 2014' } })
    const say = (body: string, sourceId: string) =>
      api.call(createStatement, { body: { ...record, topic: 'website', body, at: '2007', sourceId } })
    const com = await say('www.lyonbiopole.com', s0.id)
    await say('www.lyonbiopole.org', s2.id)
    const { statements } = await dossierOf(record)
    expect(statements.map(({ body, source }) => [body, source.title])).toEqual([
      ['www.lyonbiopole.com', 'Press release 2007'],
      ['www.lyonbiopole.org', 'Note 2014'],
    ])
    await api.call(removeStatement, { params: { id: com.id } }, { version: 1 })
    expect((await dossierOf(record)).statements).toHaveLength(1)
  })

  it('need a source that is there', async () => {
    const body = { ...(await about()), topic: 'x', body: 'y', sourceId: randomUUID() }
    expect((await refusal(api.call(createStatement, { body }))).problem).toMatchObject({
      status: 422,
      errors: [{ path: 'sourceId', code: 'unknown_reference' }],
    })
  })
})
