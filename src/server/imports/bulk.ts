import { sql } from 'kysely'
import type { Context } from '../context.ts'

export type Row = Record<string, unknown>

/** Rows to be added, by table, in the order in which tables refer to each other. */
export const bulkTables = [
  'organisations',
  'organisation_names',
  'organisation_websites',
  'affiliations',
  'company_profiles',
  'registration_numbers',
  'company_addresses',
  'people',
  'person_privacy',
  'posts',
] as const
export type BulkTable = (typeof bulkTables)[number]
export type NewRows = Record<BulkTable, Row[]>

export const noRows = (): NewRows =>
  Object.fromEntries(bulkTables.map((table) => [table, [] as Row[]])) as unknown as NewRows

export interface Touched {
  organisations: readonly string[]
  people: readonly string[]
}

const uuids = (ids: readonly string[]) => sql`${sql.val([...new Set(ids)])}::uuid[]`

/**
 * Runs work that adds or deletes many rows of these records, and makes what is derived from them once, at the end. Work that
 * changes rows which others are found by (a name) is done outside of it.
 */
export async function inBulk(ctx: Context, touched: Touched, work: () => Promise<void>): Promise<void> {
  const organisations = uuids(touched.organisations)
  await sql`select tally_organisations(${organisations}, -1), set_config('corridor.bulk', 'on', true)`.execute(
    ctx.db,
  )
  await work()
  await sql`select set_config('corridor.bulk', '', true)`.execute(ctx.db)
  await sql`select tally_organisations(${organisations}, 1), refresh_records('organisations', ${organisations}),
    refresh_records('people', ${uuids(touched.people)})`.execute(ctx.db)
}

/** Adds rows; all of one table have the same columns. */
export async function addRows(ctx: Context, rows: NewRows): Promise<void> {
  for (const table of bulkTables) {
    const [first] = rows[table]
    if (!first) continue
    const names = sql.join(Object.keys(first).map((name) => sql.ref(name)))
    await sql`
      insert into ${sql.table(table)} (${names})
      select ${names} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows[table])}::jsonb)`.execute(
      ctx.db,
    )
  }
}
