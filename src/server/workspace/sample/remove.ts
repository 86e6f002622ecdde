import { sql } from 'kysely'
import type { removeSample as endpoint } from '../../../contract/workspace.ts'
import { refuseWhileUsedBy } from '../../blockers.ts'
import type { Context } from '../../context.ts'
import type { Verb } from '../../route.ts'
import { readWorkspace, workspaceId } from '../read.ts'
import { type Going, goingOf } from './going.ts'
import { type Shape, shapesOf } from './shape.ts'
import { usersOf } from './users.ts'

/**
 * Takes all sample data away at once, with what hangs on it alone. Refused, and nothing changed, while a record of the
 * reader's own refers to it: 409 `in_use` names the first of these.
 */
export const removeSample: Verb<typeof endpoint> = async (ctx) => {
  const shapes = await shapesOf(ctx)
  const going = await goingOf(ctx, shapes)
  if (going.ids.size > 0) {
    await refuseWhileUsedBy(ctx, usersOf(shapes, going))
    const lightened = await recordsThatLose(ctx, shapes, going)
    for (const shape of shapes.toReversed()) {
      const ids = going.ids.get(shape.table)
      if (ids) await removeRows(ctx, shape, ids)
    }
    await dropEmptySums(ctx)
    for (const { noun, ids } of lightened)
      await sql`update ${sql.table(noun)} set updated_at = ${ctx.now.toISOString()}
        where id = any (${sql.val(ids)}::uuid[])`.execute(ctx.db)
    await sign(ctx)
  }
  return readWorkspace(ctx)
}

/**
 * Deletes rows of a table. Those that refer to others of it, as invoices do to their order, go before these: an undo brings
 * all back in reverse, and needs what a row refers to first.
 */
async function removeRows(ctx: Context, { table, refers }: Shape, ids: readonly string[]): Promise<void> {
  const these = sql`t.id = any (${sql.val(ids)}::uuid[])`
  for (const { column } of refers.filter(({ to }) => to === table)) {
    const ref = sql.ref(column)
    let gone: bigint | undefined
    do {
      const { numAffectedRows } = await sql`
        delete from ${sql.table(table)} t where ${these} and ${sql.ref(`t.${column}`)} is not null
          and not exists (select from ${sql.table(table)} o where o.${ref} = t.id and o.id <> t.id)`.execute(
        ctx.db,
      )
      gone = numAffectedRows
    } while (gone)
  }
  await sql`delete from ${sql.table(table)} t where ${these}`.execute(ctx.db)
}

/** Kept sums of which nothing is left are as if they had never been. */
const dropEmptySums = (ctx: Context) =>
  sql`delete from ledger_cells where planned = 0 and committed = 0 and paid = 0 and planned_part = 0 and committed_part = 0
    and expenses = 0 and bare = 0 and settled = 0 and bare_paid = 0`.execute(ctx.db)

/** The records that stay and of which parts go: this counts as a change of theirs. */
async function recordsThatLose(
  ctx: Context,
  shapes: readonly Shape[],
  { ids }: Going,
): Promise<{ noun: string; ids: string[] }[]> {
  const owners = shapes.flatMap(({ table, noun, root, refers }) => {
    const gone = ids.get(table)
    if (!gone) return []
    const columns = refers.filter(({ column, to }) => (to === noun && column === root) || to === 'missions')
    return columns.map(
      ({ column, to }) => sql`
        select ${sql.lit(to)} as noun, ${sql.ref(`t.${column}`)} as id from ${sql.table(table)} t
        where t.id = any (${sql.val(gone)}::uuid[]) and not ${sql.ref(`t.${column}`)} = any (${sql.val(ids.get(to) ?? [])}::uuid[])`,
    )
  })
  if (owners.length === 0) return []
  const { rows } = await sql<{ noun: string; ids: string[] }>`
    select noun, array_agg(distinct id::text) as ids from (${sql.join(owners, sql` union all `)}) o group by noun order by noun`.execute(
    ctx.db,
  )
  return rows
}

/** Signs the change as one of the workspace, rather than of the first of many rows. */
async function sign(ctx: Context): Promise<void> {
  await sql`
    insert into change_sets (id, at, actor_id, verb, noun, record_id, title)
    select ${ctx.changeSetId}, ${ctx.now.toISOString()}, ${ctx.actor.id}, 'workspace.remove-sample', 'workspace', ${workspaceId}::uuid, name
    from workspace`.execute(ctx.db)
}
