import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { updateCompany } from '../../src/contract/companies.ts'
import { createNote } from '../../src/contract/dossier.ts'
import { undoChange } from '../../src/contract/history.ts'
import * as contract from '../../src/contract/imports.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { company, importMakers } from '../support/imports.ts'
import { makers } from '../support/make.ts'
import { contentOf } from '../support/tables.ts'

let api: TestApi
let make: ReturnType<typeof makers>
let imports: ReturnType<typeof importMakers>
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
  imports = importMakers(api)
  await make.organisation({ name: 'Cluster A' })
  await make.mission({ title: 'Mission M', starts: '2008-01-10', ends: '2008-01-12' })
  for (const name of ['Alpha SAS', 'Beta', 'Gamma GmbH'])
    await make.organisation({
      name,
      kinds: ['company'],
      country: 'FR',
      town: 'Lyon',
      websites: [{ url: 'https://known.fr' }],
    })
  await make.person({ givenName: 'Ada', familyName: 'Known', email: 'ada@known.fr' })
})
afterAll(() => api.stop())

/** All that the records are; imports themselves stay, to tell of it. */
async function records() {
  const { imports: _, import_rows, import_keys, import_mappings, ...content } = await contentOf(api.db)
  return content
}

const text = fc.constantFrom(
  'Alpha',
  'ALPHA SAS',
  'Beta SARL',
  'Gamma',
  'Delta',
  'Delta SA',
  'Epsilon & Co',
  'Zeta',
)
const draft = fc.record({
  name: text,
  town: fc.constantFrom('Lyon', 'Paris', null),
  region: fc.constantFrom('Rhône', null),
  sectors: fc.subarray(['C21', 'C26']),
  street: fc.constantFrom('1 rue X', null),
  website: fc.constantFrom('https://new.fr', 'https://known.fr/en', null),
  former: fc.constantFrom('Old name', 'Other name', null),
  person: fc.constantFrom('ada@known.fr', 'new@new.fr', null),
  cluster: fc.constantFrom('Cluster A', 'No cluster', null),
  mission: fc.constantFrom('Mission M', null),
})
const decision = fc.constantFrom('create', 'update', 'skip', 'update')

it('import, then revert, is as if it had never been', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(draft, decision), { minLength: 1, maxLength: 8 }),
      fc.constantFrom('fill' as const, 'overwrite' as const),
      fc.integer({ min: 1, max: 8 }),
      async (rows, onUpdate, limit) => {
        const before = await records()
        let record = await imports.sent(
          rows.map(([row]) =>
            company(
              row.name,
              {
                town: row.town,
                region: row.region,
                sectors: row.sectors,
                street: row.street,
                websites: row.website ? [row.website] : [],
                names: row.former ? [{ name: row.former, kind: 'former' }] : [],
              },
              {
                person: row.person ? { givenName: 'Ada', familyName: 'Known', email: row.person } : null,
                memberships: row.cluster ? [{ cluster: row.cluster }] : [],
                participation: row.mission ? { mission: row.mission } : null,
              },
            ),
          ),
          { onUpdate },
        )
        for (const [position, [, choice]] of rows.entries())
          record = await api.call(
            contract.decideImportRows,
            {
              params: { id: record.id },
              body: { rows: { positions: [position] }, decision: choice as 'create' },
            },
            { version: record.version },
          )
        record = await imports.reverted(await imports.applied(record, limit))
        expect(await records()).toEqual(before)
      },
    ),
    { numRuns: 25 },
  ))

it('keeps everything where something has been changed since, and says what', async () => {
  const record = await imports.applied(
    await imports.sent([company('Eta Pharma'), company('Theta Pharma')]),
    1,
  )
  expect(record.parts).toBe(2)
  const [row] = await imports.rows(record.id)
  const id = row?.recordId ?? ''
  const { version } = await api.call(organisationRecords.read, { params: { id } })
  const response = await api.send(
    organisationRecords.update,
    { params: { id }, body: { town: 'Brest' } },
    { version },
  )
  const refused = await api.send(
    contract.revertImport,
    { params: { id: record.id } },
    { version: record.version },
  )
  expect(refused.status).toBe(409)
  expect(await refused.json()).toMatchObject({
    code: 'undo_blocked',
    blockers: [
      {
        ...{ noun: 'organisations', recordId: id, title: 'Eta Pharma', verb: 'organisations.update' },
        changeSetId: response.headers.get('x-change-set'),
        at: expect.any(String),
      },
    ],
  })
  expect(await api.call(contract.readImport, { params: { id: record.id } })).toMatchObject({
    state: 'applied',
    parts: 2,
  })
  await api.call(undoChange, { params: { id: response.headers.get('x-change-set') ?? '' } })
  expect(await imports.reverted(record)).toMatchObject({ state: 'reverted', parts: 0 })
})

it('keeps a new record that carries a note, or that others refer to', async () => {
  const record = await imports.applied(await imports.sent([company('Iota Pharma'), company('Kappa Pharma')]))
  const [iota, kappa] = await imports.rows(record.id)
  const revert = () =>
    api.send(contract.revertImport, { params: { id: record.id } }, { version: record.version })
  const note = await api.send(createNote, {
    body: { noun: 'organisations', recordId: iota?.recordId, body: 'Met' },
  })
  expect((await revert()).status).toBe(409)
  await api.call(undoChange, { params: { id: note.headers.get('x-change-set') ?? '' } })
  const person = await make.person({ at: kappa?.recordId ?? '' })
  const refused = await revert()
  expect(refused.status).toBe(409)
  const { blockers } = (await refused.json()) as { blockers: object[] }
  expect(blockers).toContainEqual(expect.objectContaining({ noun: 'people', recordId: person.id }))
})

it('undoes updates of what was there, and counts on', async () => {
  const held = await make.organisation({
    name: 'Lambda Pharma',
    kinds: ['company'],
    country: 'FR',
    town: 'Lyon',
  })
  const record = await imports.applied(
    await imports.sent([company('Lambda Pharma', { town: 'Lyon', sectors: ['C21'], region: 'Rhône' })]),
  )
  expect(record.outcomes.updated).toBe(1)
  await imports.reverted(record)
  const { version, ...now } = await api.call(organisationRecords.read, { params: { id: held.id } })
  expect(version).toBeGreaterThan(held.version)
  expect({ ...now, updatedAt: '' }).toEqual({ ...held, version: undefined, updatedAt: '' })
  expect(
    (await api.send(updateCompany, { params: { id: held.id }, body: { sectors: [] } }, { version })).status,
  ).toBe(200)
})

it('is undone part by part from the history, too', async () => {
  const before = await records()
  const record = await imports.applied(await imports.sent([company('Mu Pharma', { street: '2 rue Y' })]))
  const { id } = await api.db
    .selectFrom('change_sets')
    .select('id')
    .where('record_id', '=', record.id)
    .executeTakeFirstOrThrow()
  await api.call(undoChange, { params: { id } })
  expect(await records()).toEqual(before)
  expect(await api.call(contract.readImport, { params: { id: record.id } })).toMatchObject({ parts: 0 })
})
