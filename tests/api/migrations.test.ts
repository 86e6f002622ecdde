import { randomUUID } from 'node:crypto'
import { PGlite } from '@electric-sql/pglite'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { CompiledQuery, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createNote, createSource, readDossier } from '../../src/contract/dossier.ts'
import { listHistory, undoChange } from '../../src/contract/history.ts'
import { indicatorRecords } from '../../src/contract/indicators.ts'
import { missionRecords } from '../../src/contract/missions.ts'
import { searchAll } from '../../src/contract/overview.ts'
import { exportWorkspace, importWorkspace } from '../../src/contract/workspace.ts'
import type { Db } from '../../src/server/db/database.ts'
import { migrate, statementsOf } from '../../src/server/db/migrate.ts'
import { migrations } from '../../src/server/db/migrations.ts'
import { openPglite, pgliteExtensions, pgliteParsers } from '../../src/server/db/pglite.ts'
import { apiOver, problemOf, startApi, type TestApi } from '../support/api.ts'
import { makers } from '../support/make.ts'

const [foundation] = migrations

/** What a database of the first version holds: a body, a market, an agreement, a task, a note, and their history. */
const ids = { body: randomUUID(), market: randomUUID(), agreement: randomUUID(), change: randomUUID() }
const at = '2008-09-15T12:00:00Z'

async function firstVersion(): Promise<Db> {
  const pglite = await PGlite.create({ extensions: pgliteExtensions, parsers: pgliteParsers })
  const db = openPglite(pglite)
  await sql`create table migrations (name text primary key, run_at timestamptz not null default now())`.execute(
    db,
  )
  for (const statement of statementsOf(foundation?.sql ?? ''))
    await db.executeQuery(CompiledQuery.raw(statement))
  await sql`insert into migrations (name) values (${foundation?.name})`.execute(db)
  await db.transaction().execute(async (tx) => {
    await sql`select set_config('corridor.change_set', ${ids.change}, true)`.execute(tx)
    const dated = sql`${at}, ${at}`
    await sql`insert into organisations (id, name, kinds, created_at, updated_at) values (${ids.body}, 'Lyonbiopôle', '{cluster}', ${dated})`.execute(
      tx,
    )
    await sql`insert into markets (id, name, country, created_at, updated_at) values (${ids.market}, 'Japan', 'JP', ${dated})`.execute(
      tx,
    )
    await sql`insert into agreements (id, title, type, market_id, created_at, updated_at) values (${ids.agreement}, 'Kansai', 'mou', ${ids.market}, ${dated})`.execute(
      tx,
    )
    await sql`insert into notes (id, noun, record_id, body, created_at, updated_at) values (${randomUUID()}, 'agreements', ${ids.agreement}, 'Called', ${dated})`.execute(
      tx,
    )
    await sql`insert into tasks (id, title, due, created_at, updated_at) values (${randomUUID()}, 'Call back', '2008-10-01', ${dated})`.execute(
      tx,
    )
    await sql`insert into change_sets (id, at, verb, noun, record_id, title) values (${ids.change}, ${at}, 'agreements.create', 'agreements', ${ids.agreement}, 'Kansai')`.execute(
      tx,
    )
  })
  return db
}

describe('a database of the first version', () => {
  let db: Db
  let api: TestApi
  beforeAll(async () => {
    db = await firstVersion()
  })
  afterAll(() => db.destroy())

  it('is brought forward with everything in it, once', async () => {
    const tables = [
      'organisations',
      'markets',
      'agreements',
      'notes',
      'changes',
      'change_sets',
      'search_entries',
    ]
    const held = async () =>
      Promise.all(
        tables.map(
          async (name) => (await sql`select * from ${sql.table(name)} order by 1, 2`.execute(db)).rows,
        ),
      )
    const before = await held()
    expect(await migrate(db)).toEqual(migrations.slice(1).map(({ name }) => name))
    expect(await held()).toEqual(before)
    expect(await migrate(db)).toEqual([])
    const { rows: tasks } = await sql`select title, due from tasks`.execute(db)
    expect(tasks).toEqual([{ title: 'Call back', due: '2008-10-01' }])
  })

  it('is written to and searched as one made anew, and what was done before is undone', async () => {
    api = apiOver(db)
    const make = makers(api)
    const mission = await make.mission({
      title: 'Bio-Japan',
      marketId: ids.market,
      bodies: [{ organisationId: ids.body, role: 'lead' }],
      agreements: [{ agreementId: ids.agreement }],
    })
    await api.call(createNote, { body: { noun: 'missions', recordId: mission.id, body: 'Booked' } })
    for (const q of ['kansai', 'lyonbiopole', 'bio-japan'])
      expect((await api.call(searchAll, { query: { q } })).items.length, q).toBeGreaterThan(0)
    await api.call(
      missionRecords.update,
      { params: { id: mission.id }, body: { agreements: [] } },
      { version: 1 },
    )
    const { items } = await api.call(listHistory, {})
    expect(items.at(-1)).toMatchObject({ id: ids.change, title: 'Kansai' })
    await api.call(undoChange, { params: { id: items[0]?.id ?? '' } })
    const { agreements } = await api.call(missionRecords.read, { params: { id: mission.id } })
    expect(agreements).toMatchObject([{ agreement: { name: 'Kansai' } }])
  })
})

describe('a workspace file of the first version', () => {
  it('is taken: what it does not know is empty', async () => {
    const api = await startApi()
    const make = makers(api)
    const agreement = await make.agreement({ title: 'Kansai' })
    await api.call(createNote, { body: { noun: 'agreements', recordId: agreement.id, body: 'Called' } })
    const file = asOfFirstVersion((await api.call(exportWorkspace, {})).bytes)
    await make.mission({ title: 'Will be gone' })
    const workspace = await api.call(importWorkspace, { body: file })
    expect(workspace.counts).toMatchObject({ agreements: 1, missions: 0, organisations: 2 })
    const made = await make.mission({ agreements: [{ agreementId: agreement.id }] })
    expect(made.agreements).toHaveLength(1)
    await api.stop()
  })
})

describe('a workspace file of when alliances held their targets', () => {
  it('has indicators of them, with their sources, but for what an indicator says already', async () => {
    const api = await startApi()
    const make = makers(api)
    const [told, untold] = [await make.alliance({ name: 'BioX4' }), await make.alliance({ name: 'Alps' })]
    const said = { measure: 'smes_served', allianceId: told.id, target: 16 } as const
    await api.call(indicatorRecords.create, { body: { ...said, title: 'SMEs abroad' } })
    const source = await api.call(createSource, { body: { title: 'Project sheet' } })
    const target = (alliance: string, value: number) => ({
      id: randomUUID(),
      alliance_id: alliance,
      position: 0,
      indicator: 'smes',
      value,
      by_date: '2012',
      detail: `At least ${value} SMEs`,
      source_id: source.id,
      sample: false,
    })
    const held = (await api.call(exportWorkspace, {})).bytes
    const file = withTargets(held, [target(told.id, 16), target(untold.id, 5)], '0023_import_speed')
    await api.call(importWorkspace, { body: file })
    const { items } = await api.call(indicatorRecords.list, {})
    expect(items).toMatchObject([
      { title: 'SMEs abroad', target: 16, alliance: { name: 'BioX4' } },
      {
        target: 5,
        measure: 'smes_served',
        through: ['mission'],
        alliance: { name: 'Alps' },
        definition: 'At least 5 SMEs',
        ends: '2012',
      },
    ])
    const dossier = await api.call(readDossier, {
      query: { noun: 'indicators', recordId: items[1]?.id ?? '' },
    })
    expect(dossier.sources).toMatchObject([{ title: 'Project sheet' }])

    const wrong = [target(randomUUID(), 16)]
    for (const [rows, schema] of [
      [wrong, '0023_import_speed'],
      [[], migrations.at(-1)?.name ?? ''],
    ] as const) {
      const answer = await api.send(importWorkspace, { body: withTargets(held, rows, schema) })
      expect(await problemOf(answer)).toMatchObject({
        code: 'workspace_file_invalid',
        params: { where: 'tables/alliance_targets.ndjson' },
      })
    }
    await api.stop()
  })
})

/** The file as one of this version would be, with what alliances had set out to reach. */
function withTargets(bytes: Uint8Array, rows: readonly object[], schema: string): Uint8Array<ArrayBuffer> {
  const entries = unzipSync(bytes)
  const manifest = JSON.parse(strFromU8(entries['manifest.json'] as Uint8Array)) as { tables: object }
  const tables = { ...manifest.tables, alliance_targets: rows.length }
  entries['tables/alliance_targets.ndjson'] = strToU8(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  entries['manifest.json'] = strToU8(JSON.stringify({ ...manifest, tables, schema }))
  return new Uint8Array(zipSync(entries))
}

/** The file as the first version would have written it: without the tables and columns that came since. */
function asOfFirstVersion(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const entries = unzipSync(bytes)
  const manifest = JSON.parse(strFromU8(entries['manifest.json'] as Uint8Array)) as {
    schema: string
    tables: Record<string, number>
  }
  const created = [...(foundation?.sql ?? '').matchAll(/create table (\w+) \(([\s\S]*?)\n\);/g)]
  const columnsOf = new Map(created.map(([, name, body]) => [name, body as string]))
  for (const table of Object.keys(manifest.tables)) {
    const name = `tables/${table}.ndjson`
    const columns = columnsOf.get(table)
    if (columns === undefined) {
      delete manifest.tables[table]
      delete entries[name]
      continue
    }
    const rows = strFromU8(entries[name] as Uint8Array)
      .split('\n')
      .filter(Boolean)
    const known = rows.map((row) =>
      JSON.stringify(
        Object.fromEntries(
          Object.entries(JSON.parse(row) as object).filter(([column]) =>
            new RegExp(`^ {2}${column} `, 'm').test(columns),
          ),
        ),
      ),
    )
    entries[name] = strToU8(known.map((row) => `${row}\n`).join(''))
  }
  entries['manifest.json'] = strToU8(JSON.stringify({ ...manifest, schema: foundation?.name }))
  return new Uint8Array(zipSync(entries))
}
