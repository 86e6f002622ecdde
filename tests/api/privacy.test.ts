import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreementRecords, signAgreement } from '../../src/contract/agreements.ts'
import { createNote, createTask, readDossier, uploadDocument } from '../../src/contract/dossier.ts'
import { listHistory, undoChange } from '../../src/contract/history.ts'
import { mergePeople, previewPersonMerge } from '../../src/contract/merge.ts'
import { searchAll } from '../../src/contract/overview.ts'
import { personRecords } from '../../src/contract/people.ts'
import {
  eraseDue,
  erasePerson,
  keepPrivacy,
  listDue,
  readPersonFile,
  readPrivacy,
} from '../../src/contract/privacy.ts'
import { startApi, type TestApi, viewer } from '../support/api.ts'
import { leaksOf } from '../support/leaks.ts'
import { makers } from '../support/make.ts'
import { refusal } from '../support/refusal.ts'

let api: TestApi
let make: ReturnType<typeof makers>
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
})
afterAll(() => api.stop())

const read = (id: string) => api.call(personRecords.read, { params: { id } })
const newest = async () => (await api.call(listHistory, { query: { limit: 1 } })).items[0]!

/** Somebody with all that may hang on a person, under names that stand nowhere else. */
async function known() {
  const at = await make.organisation()
  const person = await make.person({
    givenName: 'Zéphyrine',
    familyName: 'Quatremaille',
    nativeName: 'ゼフィリーヌ',
    email: 'zephyrine@quatremaille.example',
    phone: '+33 4 99 88 77 66',
    posts: [{ organisationId: at.id, title: 'Directrice des affaires lunaires' }],
  })
  const about = { noun: 'people' as const, recordId: person.id }
  const note = await api.call(createNote, { body: { ...about, body: 'Prefers tisane to coffee' } })
  await api.call(createTask, { body: { ...about, title: 'Send her the tisane' } })
  await api.call(createTask, { body: { title: 'Hers to do', assigneeId: person.id } })
  await api.call(uploadDocument, {
    query: { ...about, filename: 'passeport-quatremaille.txt' },
    body: new TextEncoder().encode('Nationalité sélénite'),
  })
  const agreement = await make.agreement()
  const signatures = [
    {
      partyId: agreement.parties[0]!.id,
      signedOn: '2008-02-04',
      signatory: { id: person.id },
      capacity: 'Plénipotentiaire',
    },
  ]
  const signed = await api.call(
    signAgreement,
    { params: { id: agreement.id }, body: { signatures } },
    { version: agreement.version },
  )
  await api.call(
    keepPrivacy,
    {
      params: { id: person.id },
      body: {
        legalBasis: 'consent',
        source: 'Carte de visite à Osaka',
        consents: [{ purpose: 'missions', decision: 'given', on: '2008-03-01', how: 'Courriel secret' }],
      },
    },
    { version: (await read(person.id)).version },
  )
  return { person: await read(person.id), agreement: signed, note, at }
}

const secrets = [
  'Zéphyrine',
  'Quatremaille',
  'quatremaille',
  'ゼフィリーヌ',
  '99 88 77',
  'lunaires',
  'tisane',
  'sélénite',
  'Plénipotentiaire',
  'Carte de visite',
  'Courriel secret',
]

const leaks = () => leaksOf(api, secrets)

describe('consent, source and retention', () => {
  it('are noted, undone, and tell until when the data may be kept', async () => {
    const { id } = await make.person()
    expect(await api.call(readPrivacy, { params: { id } })).toMatchObject({
      legalBasis: null,
      consents: [],
      lastAction: '2008-09-15',
      until: '2011-09-15',
      due: false,
    })
    const noted = await api.call(
      keepPrivacy,
      {
        params: { id },
        body: {
          legalBasis: 'legitimate_interest',
          source: 'BioJapan 2007',
          collectedOn: '2007-09-19',
          keepMonths: 12,
          consents: [{ purpose: 'newsletter', decision: 'given', on: '2007-09-20', how: 'Form' }],
        },
      },
      { version: 1 },
    )
    expect(noted).toMatchObject({
      legalBasis: 'legitimate_interest',
      source: 'BioJapan 2007',
      lastAction: '2007-09-20',
      until: '2008-09-20',
      due: false,
      consents: [{ purpose: 'newsletter', decision: 'given', how: 'Form' }],
    })
    const later = await api.call(readPrivacy, { params: { id }, query: { asOf: '2008-09-21' } })
    expect(later.due).toBe(true)
    await api.call(undoChange, { params: { id: (await newest()).id } })
    expect(await api.call(readPrivacy, { params: { id } })).toMatchObject({
      legalBasis: null,
      consents: [],
    })
  })

  it('count from the last thing that the person did: signed, came along, worked here', async () => {
    const { person } = await known()
    expect(await api.call(readPrivacy, { params: { id: person.id } })).toMatchObject({
      lastAction: '2008-09-15',
    })
    await api.call(
      keepPrivacy,
      { params: { id: person.id }, body: { collectedOn: '2001-01-01' } },
      { version: person.version },
    )
    expect(await api.call(readPrivacy, { params: { id: person.id } })).toMatchObject({
      lastAction: '2008-03-01',
      until: '2011-03-01',
    })
    await api.call(
      erasePerson,
      { params: { id: person.id }, body: { name: person.name } },
      { version: (await read(person.id)).version },
    )
  })

  it('withdrawn, leave nothing to keep the data on that rested on them', async () => {
    const { id } = await make.person()
    const consents = [
      { purpose: 'contact' as const, decision: 'given' as const, on: '2008-02-01' },
      { purpose: 'contact' as const, decision: 'withdrawn' as const, on: '2008-09-01' },
    ]
    const noted = await api.call(
      keepPrivacy,
      { params: { id }, body: { legalBasis: 'consent', consents } },
      { version: 1 },
    )
    expect(noted).toMatchObject({ until: '2008-09-01', due: true, withdrawnOn: '2008-09-01' })
    const due = await api.call(listDue, { query: { limit: 200 } })
    expect(due.items).toContainEqual(expect.objectContaining({ id, until: '2008-09-01' }))
    const kept = await api.call(
      keepPrivacy,
      { params: { id }, body: { legalBasis: 'contract' } },
      { version: noted.version },
    )
    expect(kept).toMatchObject({ due: false, withdrawnOn: null })
  })

  it('are refused to strangers and viewers, of nobody, stale, and out of range', async () => {
    const { id } = await make.person()
    const status = async (body: object, options: object = {}, of = id) =>
      (await api.send(keepPrivacy, { params: { id: of }, body }, { version: 1, ...options })).status
    expect(await status({}, { actor: null })).toBe(401)
    expect(await status({}, { actor: viewer })).toBe(403)
    expect(await status({}, {}, randomUUID())).toBe(404)
    expect(await status({}, { version: 3 })).toBe(412)
    expect(await status({ keepMonths: 0 })).toBe(422)
    expect(await status({ consents: [{ purpose: 'love', decision: 'given', on: '2008-01-01' }] })).toBe(422)
    const looking = await api.send(readPrivacy, { params: { id } }, { actor: viewer })
    expect(looking.status).toBe(200)
  })
})

describe('the file of a person', () => {
  it('has everything that names them, from every table, and where the name stands elsewhere', async () => {
    const { person, agreement } = await known()
    await api.call(createNote, {
      body: { noun: 'agreements', recordId: agreement.id, body: 'Mme Quatremaille will call back' },
    })
    const file = await api.call(readPersonFile, { params: { id: person.id } })
    expect(file.person).toMatchObject({
      family_name: 'Quatremaille',
      email: 'zephyrine@quatremaille.example',
    })
    const tables = file.sections.map(({ table }) => table).sort()
    expect(tables).toEqual([
      'documents',
      'notes',
      'person_consents',
      'person_privacy',
      'posts',
      'signatures',
      'tasks',
    ])
    const of = (table: string) => file.sections.find((section) => section.table === table)
    expect(of('signatures')).toMatchObject({
      count: 1,
      items: [
        { about: { noun: 'agreements', title: agreement.title }, facts: { capacity: 'Plénipotentiaire' } },
      ],
    })
    expect(of('tasks')?.count).toBe(2)
    expect(file.mentions).toEqual([
      {
        about: { noun: 'agreements', recordId: agreement.id, title: agreement.title },
        table: 'notes',
        text: 'Mme Quatremaille will call back',
      },
    ])
    expect(file.history.map(({ verb }) => verb)).toContain('people.create')
    expect(await refusal(api.call(readPersonFile, { params: { id: randomUUID() } }))).toMatchObject({
      status: 404,
    })
    // Nobody can erase what stands in others' notes but those who wrote it.
    const { notes } = await api.call(readDossier, {
      query: { noun: 'agreements', recordId: agreement.id },
    })
    await api.db.deleteFrom('changes').where('row_id', '=', notes[0]!.id).execute()
    await api.db.deleteFrom('idempotency_keys').where('body', 'like', '%Mme Quatremaille%').execute()
    await api.db.deleteFrom('notes').where('id', '=', notes[0]!.id).execute()
    await api.call(
      erasePerson,
      { params: { id: person.id }, body: { name: person.name } },
      { version: person.version },
    )
  })
})

describe('erasing a person', () => {
  it('leaves nothing that tells who it was, anywhere, and what counts as it was', async () => {
    const { person, agreement, at } = await known()
    expect((await leaks()).length).toBeGreaterThan(20)
    const counted = async () =>
      (await api.call(agreementRecords.read, { params: { id: agreement.id } })).parties
    const before = await counted()
    const erased = await api.call(
      erasePerson,
      { params: { id: person.id }, body: { name: person.name } },
      { version: person.version },
    )
    expect(erased).toMatchObject({
      name: 'Person erased on 2008-09-15',
      erasedOn: '2008-09-15',
      email: null,
      posts: [],
      signatures: [{ agreement: { id: agreement.id }, capacity: null, signedOn: '2008-02-04' }],
    })
    expect(await leaks()).toEqual([])
    expect((await counted()).map(({ signedOn }) => signedOn)).toEqual(before.map(({ signedOn }) => signedOn))
    const { items } = await api.call(searchAll, { query: { q: 'quatremaille' } })
    expect(items).toEqual([])
    const { items: people } = await api.call(personRecords.list, { query: { organisation: at.id } })
    expect(people).toEqual([])
    const last = await newest()
    expect(last).toMatchObject({
      verb: 'people.erase',
      noun: 'people',
      recordId: person.id,
      title: 'Person erased on 2008-09-15',
    })
  })

  it('can’t be undone, nor brought back by undoing what was done before, nor changed after', async () => {
    const { person } = await known()
    await api.call(
      personRecords.update,
      { params: { id: person.id }, body: { phone: '+33 4 99 88 77 55' } },
      { version: person.version },
    )
    const { version, name } = await read(person.id)
    await api.call(erasePerson, { params: { id: person.id }, body: { name } }, { version })
    const { items } = await api.call(listHistory, { query: { noun: 'people', recordId: person.id } })
    expect(items.length).toBeGreaterThan(3)
    for (const { id } of items)
      expect(await refusal(api.call(undoChange, { params: { id } }))).toMatchObject({
        status: 409,
        code: 'person_erased',
      })
    const now = (await read(person.id)).version
    const body = { familyName: 'Again' }
    expect(
      await refusal(api.call(personRecords.update, { params: { id: person.id }, body }, { version: now })),
    ).toMatchObject({ code: 'person_erased' })
    expect(await leaks()).toEqual([])
  })

  it('takes what was merged into them as well', async () => {
    const { person } = await known()
    const kept = await make.person()
    await api.call(
      mergePeople,
      { params: { id: kept.id }, body: { otherId: person.id, otherVersion: person.version } },
      { version: 1 },
    )
    const { id: merge } = await newest()
    const { name, version } = await read(kept.id)
    await api.call(erasePerson, { params: { id: kept.id }, body: { name } }, { version })
    expect(await leaks()).toEqual([])
    expect(await refusal(api.call(undoChange, { params: { id: merge } }))).toMatchObject({
      code: 'person_erased',
    })
    const other = await make.person()
    const preview = await api.call(previewPersonMerge, {
      params: { id: other.id },
      query: { other: kept.id },
    })
    expect(preview.refusals).toMatchObject([{ code: 'erased' }])
  })

  it('asks for the name, a manager and the newest version', async () => {
    const { id, name } = await make.person()
    const status = async (body: object, options: object = {}, of = id) =>
      (await api.send(erasePerson, { params: { id: of }, body }, { version: 1, ...options })).status
    expect(await status({ name }, { actor: null })).toBe(401)
    expect(await status({ name }, { actor: viewer })).toBe(403)
    expect(await status({ name }, {}, randomUUID())).toBe(404)
    expect(await status({ name: 'Somebody else' })).toBe(422)
    expect(await status({ name }, { version: 2 })).toBe(412)
    expect(await status({ name })).toBe(200)
    expect(await status({ name }, { version: (await read(id)).version })).toBe(409)
  })
})

describe('those due', () => {
  it('are listed, those longest over first, page by page, and erased together', async () => {
    const due = []
    for (const [n, collectedOn] of ['2004-05-01', '2003-01-01', '2004-01-01'].entries()) {
      const { id } = await make.person({ familyName: `Due ${n}` })
      await api.call(keepPrivacy, { params: { id }, body: { collectedOn } }, { version: 1 })
      due.push(id)
    }
    // Who is in the bin is still kept.
    const { version } = await read(due[0]!)
    await api.call(personRecords.remove, { params: { id: due[0]! } }, { version })
    // Noting it was no action of theirs, but the record is from today.
    await sql`update people set created_at = '2003-01-01' where id in (${sql.join(due)})`.execute(api.db)
    const first = await api.call(listDue, { query: { limit: 2 } })
    expect(first).toMatchObject({ total: 3, items: [{ id: due[1], until: '2006-01-01' }, { id: due[2] }] })
    const second = await api.call(listDue, { query: { limit: 2, cursor: first.next ?? '' } })
    expect(second).toMatchObject({ next: null, items: [{ id: due[0], until: '2007-05-01' }] })
    const people = [...first.items, ...second.items].map((row) => ({ id: row.id, version: row.version }))
    const fresh = await make.person()
    const early = api.call(eraseDue, {
      body: { people: [...people, { id: fresh.id, version: 1 }], count: 4 },
    })
    expect(await refusal(early)).toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'people.3.id', code: 'not_due' }] },
    })
    expect(await refusal(api.call(eraseDue, { body: { people, count: 2 } }))).toMatchObject({ status: 422 })
    const [eldest, ...rest] = people
    const stale = [{ id: eldest!.id, version: 77 }, ...rest]
    expect(await refusal(api.call(eraseDue, { body: { people: stale, count: 3 } }))).toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'people.0.version', code: 'version_stale' }] },
    })
    const asViewer = api.call(eraseDue, { body: { people, count: 3 } }, { actor: viewer })
    expect(await refusal(asViewer)).toMatchObject({ status: 403 })
    expect(await api.call(eraseDue, { body: { people, count: 3 } })).toEqual({ erased: 3 })
    expect(await api.call(listDue, {})).toEqual({ items: [], next: null, total: 0 })
    expect((await newest()).verb).toBe('privacy.erase-due')
  })
})
