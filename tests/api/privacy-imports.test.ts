import { afterAll, beforeAll, expect, it } from 'vitest'
import { readCompany } from '../../src/contract/companies.ts'
import { undoChange } from '../../src/contract/history.ts'
import * as contract from '../../src/contract/imports.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { personRecords } from '../../src/contract/people.ts'
import { erasePerson, readPersonFile } from '../../src/contract/privacy.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { company, importMakers } from '../support/imports.ts'
import { leaksOf } from '../support/leaks.ts'
import { makers } from '../support/make.ts'
import { refusal } from '../support/refusal.ts'

/** What an import read about people: gone from its rows, too, when they are erased, and not brought back by reverting it. */

let api: TestApi
let make: ReturnType<typeof makers>
let imports: ReturnType<typeof importMakers>
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
  imports = importMakers(api)
})
afterAll(() => api.stop())

const person = {
  givenName: 'Zéphyrine',
  familyName: 'Quatremaille',
  nativeName: 'ゼフィリーヌ',
  email: 'zephyrine@quatremaille.example',
  phone: '+33 4 99 88 77 66',
  jobTitle: 'Directrice lunaire',
}
const secrets = ['Zéphyrine', 'Quatremaille', 'zephyrine', 'ゼフィリーヌ', '99 88 77', 'lunaire']

const leaks = () => leaksOf(api, secrets)

async function erase(id: string) {
  const { name, version } = await api.call(personRecords.read, { params: { id } })
  await api.call(erasePerson, { params: { id }, body: { name } }, { version })
}
const called = async (q: string) => {
  const { items } = await api.call(personRecords.list, { query: { q } })
  return items.map(({ id }) => id)
}
/** Of those called so, the one whose mail address it is. */
const theOne = async () => {
  const { items } = await api.call(personRecords.list, { query: { q: 'quatremaille' } })
  return items.find(({ email }) => email === person.email)?.id ?? ''
}

it('leaves nothing of them in rows about a body, about nobody else, applied or waiting', async () => {
  const at = await make.organisation({ name: 'Body of one', kinds: ['company'], country: 'FR' })
  const applied = await imports.applied(
    await imports.sent([
      company('Body of one', { id: at.id, region: 'Rhône' }, { person }),
      { person: { ...person, familyName: 'QUATREMAILLE' } },
      { person: { ...person, email: null, phone: null } },
      company('Body of one', { id: at.id }, { person: { ...person, email: null } }),
    ]),
  )
  const open = await imports.sent([
    { person },
    { person: { ...person, email: null } },
    company('Body of none', {}, { person }),
  ])
  const id = await theOne()
  expect((await leaks()).length).toBeGreaterThan(8)
  const file = await api.call(readPersonFile, { params: { id } })
  const imported = file.sections.find(({ table }) => table === 'import_rows')
  expect(imported?.count).toBeGreaterThan(3)
  expect(imported?.items).toContainEqual({
    about: { noun: 'imports', recordId: applied.id, title: 'A table' },
    facts: expect.objectContaining({ email: person.email, title: person.jobTitle }),
  })

  for (const one of await called('quatremaille')) await erase(one)
  expect(await leaks()).toEqual([])
  const rows = await imports.rows(applied.id)
  expect(rows[0]?.draft).toMatchObject({
    organisation: { name: 'Body of one', region: 'Rhône' },
    person: null,
  })
  const waiting = await imports.rows(open.id)
  expect(waiting.map(({ decision }) => decision)).toEqual(['skip', 'skip', 'create'])
  await imports.applied(await api.call(contract.readImport, { params: { id: open.id } }))
  expect(await called('erased')).toEqual([])
  expect((await api.call(organisationRecords.list, { query: { q: 'Body of none' } })).total).toBe(1)
})

it('is reverted without them: what else it wrote goes, they stay erased', async () => {
  const known = await make.organisation({ name: 'Known to be', kinds: ['company'], country: 'FR' })
  const before = await make.person({ givenName: 'Zéphyrine', familyName: 'Quatremaille', at: known.id })
  const record = await imports.applied(
    await imports.sent([
      company('Known to be', { id: known.id, region: 'Rhône', sectors: ['C21'] }, { person }),
      company('New with her', {}, { person: { ...person, email: 'other@quatremaille.example' } }),
      { person: { ...person, email: 'third@quatremaille.example', phone: null } },
    ]),
    2,
  )
  expect(record.outcomes).toMatchObject({ created: 2, updated: 1 })
  const people = await called('quatremaille')
  expect(people).toContain(before.id)
  for (const id of people) await erase(id)
  expect(await leaks()).toEqual([])

  const changes = await api.db
    .selectFrom('change_sets')
    .select('id')
    .where('record_id', '=', record.id)
    .execute()
  for (const { id } of changes)
    expect(await refusal(api.call(undoChange, { params: { id } }))).toMatchObject({ code: 'person_erased' })
  expect(await imports.reverted(record)).toMatchObject({ state: 'reverted', parts: 0 })
  expect(await leaks()).toEqual([])
  const now = await api.call(readCompany, { params: { id: known.id } })
  expect(now).toMatchObject({ region: null, sectors: [] })
  expect((await api.call(organisationRecords.list, { query: { q: 'New with her' } })).total).toBe(0)
  for (const id of people)
    expect(await api.call(personRecords.read, { params: { id } })).toMatchObject({
      name: 'Person erased on 2008-09-15',
      email: null,
      posts: [],
    })
})
