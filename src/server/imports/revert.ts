import { sql } from 'kysely'
import type { revertImport as endpoint } from '../../contract/imports.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { blockersOf } from '../history/blockers.ts'
import { type Change, notedColumns } from '../history/reverse.ts'
import { ofErased } from '../privacy/queries.ts'
import type { Verb } from '../route.ts'
import { refuseChangedSince } from './changed-since.ts'
import { holdImport, moveOn } from './hold.ts'
import { readImport } from './queries.ts'
import { reverseMany } from './reverse-many.ts'

/**
 * Takes back the last part that an import wrote: every row of it becomes what it was. Before the first one it is made sure that
 * nothing of the whole import has been changed since, or is used by what came later; otherwise nothing is reverted. Who has been
 * erased meanwhile stays so.
 */
export const revertImport: Verb<typeof endpoint> = async (ctx, { params: { id }, ifMatch }) => {
  const held = await holdImport(ctx, id, { seen: ifMatch })
  const parts = await partsOf(ctx, id)
  const [last] = parts
  if (!last)
    throw new Failure('import_state', 'Nothing of it is in the records', { params: { state: held.state } })
  if (held.state !== 'reverting') await refuseChangedSince(ctx, parts)
  const { rows: changes } = await sql<Change>`
    select c.table_name as "table", c.row_id as "rowId", c.noun, c.record_id as "recordId", c.before, c.after
    from changes c where c.change_set_id = ${last.id} and not ${ofErased} order by c.seq desc`.execute(ctx.db)
  try {
    await reverseMany(ctx, changes, await notedColumns(ctx))
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'undo_blocked') throw error
    throw new Failure('undo_blocked', error.message, {
      blockers: await blockersOf(
        ctx,
        last.seq,
        changes.map(({ recordId, rowId }) => recordId ?? rowId),
      ),
    })
  }
  await signRevert(ctx, held, last.id)
  const isLast = parts.length === 1
  if (isLast)
    await ctx.db
      .updateTable('import_rows')
      .set({
        outcome: null,
        record_id: null,
        refusal: null,
        draft: sql`draft #- '{person,recordId}' #- '{person,outcome}'`,
      })
      .where('import_id', '=', id)
      .execute()
  await moveOn(ctx, id, isLast ? 'reverted' : 'reverting')
  return readImport(ctx, id)
}

/** What it wrote and nobody has undone, the last first. */
async function partsOf(ctx: Context, id: string): Promise<{ id: string; seq: number }[]> {
  const { rows } = await sql<{ id: string; seq: number }>`
    select id, seq from change_sets where record_id = ${id} and verb = 'imports.apply' and undone_by is null
    order by seq desc for update`.execute(ctx.db)
  return rows
}

async function signRevert(
  ctx: Context,
  { id, name }: { id: string; name: string },
  undone: string,
): Promise<void> {
  await sql`
    insert into change_sets (id, at, actor_id, verb, record_id, title, undo_of)
    values (${ctx.changeSetId}, ${ctx.now.toISOString()}, ${ctx.actor.id}, 'imports.revert', ${id}, ${name}, ${undone})`.execute(
    ctx.db,
  )
  await ctx.db
    .updateTable('change_sets')
    .set({ undone_by: ctx.changeSetId })
    .where('id', '=', undone)
    .execute()
}
