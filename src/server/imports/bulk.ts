import { sql } from 'kysely'
import type { Context } from '../context.ts'

export type Row = Record<string, unknown>

/** Of what record a row is part, and by which column, by table, in the order in which tables refer to each other. */
const roots = {
  organisations: ['organisations', 'id'],
  organisation_names: ['organisations', 'organisation_id'],
  organisation_websites: ['organisations', 'organisation_id'],
  affiliations: ['organisations', 'organisation_id'],
  company_profiles: ['organisations', 'id'],
  registration_numbers: ['organisations', 'organisation_id'],
  company_addresses: ['organisations', 'organisation_id'],
  people: ['people', 'id'],
  person_privacy: ['people', 'id'],
  posts: ['people', 'person_id'],
} as const
export type BulkTable = keyof typeof roots
/** Tables that many rows are added to at once. */
export const bulkTables = Object.keys(roots) as BulkTable[]

/** Rows to be added, by table. */
export type NewRows = Record<BulkTable, Row[]>

export const noRows = (): NewRows =>
  Object.fromEntries(bulkTables.map((table) => [table, [] as Row[]])) as unknown as NewRows

export interface Touched {
  organisations: readonly string[]
  people: readonly string[]
}

/** The records that get any of these rows. */
export function recordsWith(rows: NewRows): Touched {
  const of = (noun: keyof Touched) =>
    bulkTables.flatMap((table) => {
      const [root, column] = roots[table]
      return root === noun ? rows[table].map((row) => row[column] as string) : []
    })
  return { organisations: of('organisations'), people: of('people') }
}

const uuids = (ids: readonly string[]) => sql`${sql.val([...new Set(ids)])}::uuid[]`

/**
 * Runs work that adds or deletes many rows of these records, and makes what is derived from them once, at the end. Work that
 * changes rows which others are found by (a name) is done outside of it.
 */
export async function inBulk(ctx: Context, touched: Touched, work: () => Promise<void>): Promise<void> {
  if (touched.organisations.length + touched.people.length === 0) return work()
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
