import { sql } from 'kysely'
import type { Context } from '../context.ts'

type Row = Record<string, unknown>

/** One noted row change, as kept. */
export interface Change {
  table: string
  rowId: string
  noun: string | null
  recordId: string | null
  before: Row | null
  after: Row | null
}

/** The columns of every table whose changes are noted: an undo touches these and no other. */
export type NotedColumns = ReadonlyMap<string, readonly string[]>

export async function notedColumns(ctx: Context): Promise<NotedColumns> {
  const { rows } = await sql<{ table: string; columns: string[] }>`
    select c.relname as "table", json_agg(a.attname order by a.attnum) as columns
    from pg_trigger t
    join pg_class c on c.oid = t.tgrelid
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where t.tgname = 'noted' and c.relnamespace = current_schema()::regnamespace
    group by c.relname`.execute(ctx.db)
  return new Map(rows.map(({ table, columns }) => [table, columns]))
}

/** What changes with every write of a row, whatever is written. */
const uncounted = ['version', 'updated_at']

/**
 * Whether a row is still as a change left it. Compared as the table's own types, so that the way in which an instant or a
 * number was written down does not matter; columns added since are left out.
 */
export async function isAsLeft(ctx: Context, { table, rowId, after }: Change): Promise<boolean> {
  const held = sql.table(table)
  if (!after) {
    const { rows } = await sql`select from ${held} where id = ${rowId}`.execute(ctx.db)
    return rows.length === 0
  }
  const left = JSON.stringify(after)
  const { rows } = await sql`
    select from ${held} t, jsonb_populate_record(null::${held}, ${left}::jsonb) w
    where t.id = ${rowId} and not exists (
      select from jsonb_object_keys(${left}::jsonb) as k (key)
      where not k.key = any (${uncounted}::text[])
        and jsonb_exists(to_jsonb(t), k.key) and to_jsonb(t) -> k.key is distinct from to_jsonb(w) -> k.key)`.execute(
    ctx.db,
  )
  return rows.length > 0
}

/** Makes a row what it was before a change. Its version counts on, so that no version ever stands for two contents. */
export async function reverse(ctx: Context, change: Change, columns: readonly string[]): Promise<void> {
  const { table, rowId, before, after } = change
  const held = sql.table(table)
  if (!before) {
    await sql`delete from ${held} where id = ${rowId}`.execute(ctx.db)
    return
  }
  const known = columns.filter((column) => column in before)
  const row = (value: Row) => sql`jsonb_populate_record(null::${held}, ${JSON.stringify(value)}::jsonb) w`
  if (after) {
    const set = known.filter((column) => column !== 'id' && !uncounted.includes(column))
    const names = sql.join(set.map((column) => sql.ref(column)))
    const values = sql.join(set.map((column) => sql.ref(`w.${column}`)))
    await sql`update ${held} set (${names}) = (select ${values} from ${row(before)}) where id = ${rowId}`.execute(
      ctx.db,
    )
    return
  }
  const again: Row = { ...before }
  if (typeof before.version === 'number') again.version = before.version + 1
  if ('updated_at' in before) again.updated_at = ctx.now.toISOString()
  const names = sql.join(known.map((column) => sql.ref(column)))
  const values = sql.join(known.map((column) => sql.ref(`w.${column}`)))
  await sql`insert into ${held} (${names}) select ${values} from ${row(again)}`.execute(ctx.db)
}
