import { sql } from 'kysely'
import type { BulkEdit, BulkPreview } from '../../contract/bulk.ts'
import { rightOf } from '../../contract/rights.ts'
import type { Context } from '../context.ts'
import { failureOf, isRetryable } from '../db/violations.ts'
import { Failure, invalidField } from '../failure.ts'
import { may } from '../rights/authorise.ts'
import { checkWrite } from '../rights/check-write.ts'
import { carryOut, operationOf, type SeenRow } from './carry-out.ts'

type RowOutcome = Pick<BulkPreview['rows'][number], 'id' | 'outcome' | 'changes' | 'refusal'>

/**
 * Does an edit to each of the records, under the context's change set, one after the other; what a record refuses is told, and nothing of
 * it is written. The outcomes come in the order of the rows, the work goes in one that is the same for everybody.
 */
export async function editEach(
  ctx: Context,
  edit: BulkEdit,
  rows: readonly SeenRow[],
): Promise<RowOutcome[]> {
  if (!may(ctx.actor, rightOf({ id: operationOf(edit), access: 'write' })))
    throw new Failure('right_missing', 'None of your roles lets you do this')
  const seen = new Set<string>()
  for (const [index, { id }] of rows.entries()) {
    if (seen.has(id)) throw invalidField(`rows.${index}.id`, 'duplicate', 'Given twice')
    seen.add(id)
  }
  const outcomes = new Map<string, RowOutcome>()
  for (const row of rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
    outcomes.set(row.id, await editOne(ctx, edit, row))
  await noteUnder(ctx, ctx.changeSetId)
  return rows.flatMap(({ id }) => outcomes.get(id) ?? [])
}

async function editOne(ctx: Context, edit: BulkEdit, row: SeenRow): Promise<RowOutcome> {
  const { id } = row
  // Noted by itself at first, so that it is known which changes are this record's.
  const own: Context = { ...ctx, changeSetId: ctx.newId() }
  await sql`savepoint bulk_row`.execute(ctx.db)
  let changes: RowOutcome['changes'] = []
  try {
    await noteUnder(ctx, own.changeSetId)
    await carryOut(own, edit, row)
    // What is checked at the end of a transaction is checked now, while it can be said of which record it is.
    await sql`set constraints all immediate`.execute(ctx.db)
    await sql`set constraints all deferred`.execute(ctx.db)
    await checkWrite(own, { id: operationOf(edit), access: 'write' }, {})
    changes = await changesOf(own)
  } catch (error) {
    const failure = error instanceof Failure ? error : failureOf(error)
    if (!failure || failure.code === 'storage_full' || isRetryable(error)) throw error
    await sql`rollback to savepoint bulk_row`.execute(ctx.db)
    await sql`release savepoint bulk_row`.execute(ctx.db)
    const { params, errors, blockers } = failure.extras
    return { id, outcome: 'refused', changes: [], refusal: { code: failure.code, params, errors, blockers } }
  }
  // A record that is so already keeps its version.
  if (changes.length === 0) await sql`rollback to savepoint bulk_row`.execute(ctx.db)
  else
    await sql`update changes set change_set_id = ${ctx.changeSetId} where change_set_id = ${own.changeSetId}`.execute(
      ctx.db,
    )
  await sql`release savepoint bulk_row`.execute(ctx.db)
  return { id, outcome: changes.length > 0 ? 'changed' : 'unchanged', changes, refusal: null }
}

const noteUnder = (ctx: Context, changeSetId: string | null) =>
  sql`select set_config('corridor.change_set', ${changeSetId}, true)`.execute(ctx.db)

async function changesOf(ctx: Context): Promise<RowOutcome['changes']> {
  const { rows } = await sql<RowOutcome['changes'][number]>`
    select table_name as "table", row_id as "rowId", before, after from changes
    where change_set_id = ${ctx.changeSetId} order by seq`.execute(ctx.db)
  return rows
}
