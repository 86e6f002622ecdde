import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createNote, createTask } from '../../src/contract/dossier.ts'
import { undoChange } from '../../src/contract/history.ts'
import {
  mergeOrganisations,
  mergePeople,
  organisationMergeFields,
  personMergeFields,
  previewOrganisationMerge,
  previewPersonMerge,
} from '../../src/contract/merge.ts'
import { refreshAllSmePeriods } from '../../src/server/companies/standing.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { wholeCompany } from '../support/companies.ts'
import { exported } from '../support/exported.ts'
import { wholeGrant } from '../support/grant-whole.ts'
import { makers } from '../support/make.ts'
import { wholeMission } from '../support/mission-whole.ts'
import { contentOf } from '../support/tables.ts'

let api: TestApi
/** Everything that there was to begin with: bodies and people of every kind, with all that may hang on one. */
let ids: Record<'organisations' | 'people', string[]>

beforeAll(async () => {
  api = await startApi()
  const make = makers(api)
  const alliance = await make.alliance()
  await wholeMission(api, { allianceId: alliance.id })
  await wholeGrant(api, alliance.id)
  await wholeCompany(api)
  const [body, namesake] = [
    await make.organisation({
      names: [{ name: 'Old name' }],
      websites: [{ url: 'https://body.example' }],
      kinds: ['cluster', 'funder'],
    }),
    await make.organisation({
      names: [{ name: 'old NAME' }],
      websites: [{ url: 'https://body.example/' }],
      town: 'Lyon',
    }),
  ]
  for (const [n, { id }] of [body, namesake].entries()) {
    await make.person({
      posts: [
        { organisationId: body.id, title: 'Manager', from: `200${n}`, to: `200${n + 2}` },
        { organisationId: namesake.id, title: 'manager', from: '2001' },
      ],
    })
    await api.call(createNote, { body: { noun: 'organisations', recordId: id, body: `Note ${n}` } })
    await api.call(createTask, { body: { title: `Task ${n}`, clusterId: id } })
  }
  await make.alliance({
    members: [
      { organisationId: body.id, role: 'coordinator', from: '2005', to: '2006' },
      { organisationId: namesake.id, role: 'member', from: '2006-06' },
    ],
  })
  const all = async (table: 'organisations' | 'people') =>
    (await api.db.selectFrom(table).select('id').orderBy('created_at').orderBy('id').execute()).map(
      ({ id }) => id,
    )
  ids = { organisations: await all('organisations'), people: await all('people') }
})
afterAll(() => api.stop())

const merges = {
  organisations: {
    merge: mergeOrganisations,
    preview: previewOrganisationMerge,
    fields: organisationMergeFields,
  },
  people: { merge: mergePeople, preview: previewPersonMerge, fields: personMergeFields },
} as const

const version = async (noun: 'organisations' | 'people', id: string) =>
  (await api.db.selectFrom(noun).select('version').where('id', '=', id).executeTakeFirstOrThrow()).version

/** The change set of a merge, or null where it was refused. */
async function mergeOf(
  noun: 'organisations' | 'people',
  kept: string,
  other: string,
  take: string[],
): Promise<string | null> {
  const { merge, preview } = merges[noun]
  const { refusals } = await api.call(preview as typeof previewOrganisationMerge, {
    params: { id: kept },
    query: { other },
  })
  const body = { otherId: other, otherVersion: await version(noun, other), take }
  const response = await api.send(
    merge,
    { params: { id: kept }, body },
    { version: await version(noun, kept) },
  )
  // What the preview says is what happens.
  expect(response.status === 200, await response.clone().text()).toBe(refusals.length === 0)
  return response.headers.get('x-change-set')
}

/** Nothing points to the record that was, and what is kept ready is what would be made anew. */
async function whole(noun: 'organisations' | 'people', other: string): Promise<void> {
  const { rows } = await sql<{ table: string; column: string }>`
    select c.relname as "table", a.attname as "column"
    from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_class p on p.oid = f.confrelid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = f.conkey[1]
    where f.contype = 'f' and p.relname = ${noun} and a.attname <> 'id'`.execute(api.db)
  for (const { table, column } of rows) {
    const { rows: left } =
      await sql`select from ${sql.table(table)} where ${sql.ref(column)} = ${other}`.execute(api.db)
    expect(left.length, `${table}.${column}`).toBe(0)
  }
  const kept = await contentOf(api.db)
  await refreshAllSmePeriods(api.db)
  await api.db.transaction().execute(async (tx) => {
    await sql`select set_config('corridor.bulk', 'on', true)`.execute(tx)
    await sql`select refresh_all_search()`.execute(tx)
  })
  expect(await contentOf(api.db)).toEqual(kept)
}

it('merging any two and undoing it is as if nothing had been done, and so is doing it again', async () => {
  let merged = 0
  const undo = (id: string) => api.call(undoChange, { params: { id } })
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('organisations' as const, 'people' as const),
      fc.nat(),
      fc.nat(),
      fc.nat(),
      async (noun, a, b, takes) => {
        const all = ids[noun]
        const [kept, other] = [all[a % all.length] ?? '', all[b % all.length] ?? '']
        if (kept === other) return
        const before = await exported(api)
        const take = merges[noun].fields.filter((_, n) => (takes >> n) % 2 === 1)
        const change = await mergeOf(noun, kept, other, take)
        if (!change) {
          expect(await exported(api)).toEqual(before)
          return
        }
        merged++
        const after = await exported(api)
        expect(after).not.toEqual(before)
        await whole(noun, other)
        const undone = await undo(change)
        expect(await exported(api)).toEqual(before)
        const again = await undo(undone.id)
        expect(await exported(api)).toEqual(after)
        await undo(again.id)
        expect(await exported(api)).toEqual(before)
      },
    ),
    { numRuns: 25, seed: 20080204, endOnFailure: true },
  )
  expect(merged).toBeGreaterThan(10)
}, 240_000)
