import { sql } from 'kysely'
import { recordNouns } from '../../contract/primitives.ts'
import type { Problem } from '../../contract/problems.ts'
import type { Context } from '../context.ts'

type Blockers = NonNullable<Problem['blockers']>

const namedBlockers = 10

/**
 * The later changes that stand in the way of undoing the change set numbered `seq`: those still in force that touched one
 * of these rows, a record of theirs, or hold a reference to one. Oldest first.
 */
export async function blockersOf(ctx: Context, seq: number, ids: readonly string[]): Promise<Blockers> {
  const { rows } = await sql<{
    changeSetId: string
    verb: string
    noun: string | null
    recordId: string | null
    title: string | null
    at: string
  }>`
    select s.id as "changeSetId", s.verb, s.noun, s.record_id as "recordId", s.title, s.at
    from change_sets s
    where s.seq > ${seq} and s.undone_by is null and exists (
      select from changes c
      where c.change_set_id = s.id and (
        c.row_id = any (${ids}::uuid[])
        or c.record_id = any (${ids}::uuid[])
        or exists (select from jsonb_each_text(coalesce(c.after, c.before)) v where v.value = any (${ids}::text[]))))
    -- An undo is in the way only where no change of its own right is.
    order by s.undo_of is not null, s.seq
    limit ${namedBlockers}`.execute(ctx.db)
  return rows.map(({ noun, recordId, title, ...row }) => ({
    ...row,
    ...(noun && recordId ? { noun, recordId } : {}),
    title: title ?? row.verb,
  }))
}

/** Which of these ids are records in the bin. */
export async function binnedOf(ctx: Context, ids: readonly string[]): Promise<Blockers> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ noun: string; recordId: string; title: string }>`
    select noun, id as "recordId", record_title(noun, id) as title
    from (${sql.join(
      recordNouns.map(
        (noun) =>
          sql`select ${sql.lit(noun)} as noun, id from ${sql.table(noun)} where deleted_at is not null and id = any (${ids}::uuid[])`,
      ),
      sql` union all `,
    )}) binned
    order by noun, id
    limit ${namedBlockers}`.execute(ctx.db)
  return rows
}
