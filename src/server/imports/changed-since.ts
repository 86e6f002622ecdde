import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { blockersOf } from '../history/blockers.ts'
import { ofErased } from '../privacy/queries.ts'

/** As many blockers as a refusal lists. */
const mostListed = 10

/** What changes with every write of a row, whatever is written. */
const uncounted = sql`'{version,updated_at}'::text[]`

interface Row {
  noun: string
  recordId: string
  title: string
}

/**
 * Refuses where records are no longer as these change sets, the last first, left them, or carry something added since: with what
 * was done to them later, or else with the records.
 */
export async function refuseChangedSince(
  ctx: Context,
  changeSets: readonly { id: string; seq: number }[],
): Promise<void> {
  const sets = sql`${sql.val(changeSets.map(({ id }) => id))}::uuid[]`
  const { rows: tables } = await sql<{ name: string }>`
    select distinct table_name as name from changes where change_set_id = any (${sets}) order by 1`.execute(
    ctx.db,
  )
  const found: Row[] = []
  for (const { name } of tables) {
    const held = sql.table(name)
    // A row that several of them changed has to be as the last of them left it.
    const { rows } = await sql<Row>`
      select coalesce(l.noun, '') as noun, coalesce(l.record_id, l.row_id) as "recordId",
        coalesce(record_title(l.noun, l.record_id), row_title(l.after), '') as title
      from (
        select distinct on (c.row_id) c.row_id, c.noun, c.record_id, c.after from changes c
        where c.change_set_id = any (${sets}) and c.table_name = ${name} and not ${ofErased} order by c.row_id, c.seq desc
      ) l
      left join ${held} t on t.id = l.row_id
      where case when l.after is null then t.id is not null when t.id is null then true
        -- Keys in one order, numbers and instants as the table has them: texts that differ show rows that do.
        else (to_jsonb(t) - ${uncounted}) <> (to_jsonb(jsonb_populate_record(t, l.after)) - ${uncounted}) end
      limit ${sql.lit(mostListed)}`.execute(ctx.db)
    found.push(...rows)
  }
  for (const table of ['notes', 'tasks', 'documents', 'citations', 'statements']) {
    const { rows } = await sql<Row>`
      select distinct c.noun, c.record_id as "recordId", coalesce(record_title(c.noun, c.record_id), '') as title
      from changes c join ${sql.table(table)} t on t.noun = c.noun and t.record_id = c.record_id
      where c.change_set_id = any (${sets}) and c.before is null and c.table_name = c.noun
        and not exists (select from changes own where own.change_set_id = any (${sets}) and own.table_name = ${table} and own.row_id = t.id)
      limit ${sql.lit(mostListed)}`.execute(ctx.db)
    found.push(...rows)
  }
  if (found.length === 0) return
  const later = await blockersOf(
    ctx,
    changeSets[0]?.seq ?? 0,
    found.map(({ recordId }) => recordId),
  )
  throw new Failure('undo_blocked', 'Records have been changed since', {
    blockers: later.length > 0 ? later : found.slice(0, mostListed),
  })
}
