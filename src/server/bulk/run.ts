import { sql } from 'kysely'
import type { BulkEdit, BulkPreview } from '../../contract/bulk.ts'
import type { Context } from '../context.ts'
import { failureOf, isRetryable } from '../db/violations.ts'
import { Failure, invalidField } from '../failure.ts'
import { carryOut, type SeenRow } from './carry-out.ts'

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
  const seen = new Set<string>()
  for (const [index, { id }] of rows.entries()) {
    if (seen.has(id)) throw invalidField(`rows.${index}.id`, 'duplicate', 'Given twice')
    seen.add(id)
  }
  const outcomes = new Map<string, RowOutcome>()
  for (const row of rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
    outcomes.set(row.id, await editOne(ctx, edit, row))
  return rows.flatMap(({ id }) => outcomes.get(id) ?? [])
}

async function editOne(ctx: Context, edit: BulkEdit, row: SeenRow): Promise<RowOutcome> {
  const { id } = row
  await sql`savepoint bulk_row`.execute(ctx.db)
  const before = await lastChange(ctx)
  try {
    await carryOut(ctx, edit, row)
    // What is checked at the end of a transaction is checked now, while it can be said of which record it is.
    await sql`set constraints all immediate`.execute(ctx.db)
    await sql`set constraints all deferred`.execute(ctx.db)
  } catch (error) {
    const failure = error instanceof Failure ? error : failureOf(error)
    if (!failure || failure.code === 'storage_full' || isRetryable(error)) throw error
    await sql`rollback to savepoint bulk_row`.execute(ctx.db)
    await sql`release savepoint bulk_row`.execute(ctx.db)
    return {
      id,
      outcome: 'refused',
      changes: [],
      refusal: { code: failure.code, ...failure.extras } as RowOutcome['refusal'],
    }
  }
  const changes = await changesAfter(ctx, before)
  // A record that is so already keeps its version.
  if (changes.length === 0) await sql`rollback to savepoint bulk_row`.execute(ctx.db)
  await sql`release savepoint bulk_row`.execute(ctx.db)
  return { id, outcome: changes.length > 0 ? 'changed' : 'unchanged', changes, refusal: null }
}

async function lastChange(ctx: Context): Promise<number> {
  const { rows } = await sql<{ seq: number }>`
    select coalesce(max(seq), 0) as seq from changes where change_set_id = ${ctx.changeSetId}`.execute(ctx.db)
  return rows[0]?.seq ?? 0
}

async function changesAfter(ctx: Context, seq: number): Promise<RowOutcome['changes']> {
  const { rows } = await sql<RowOutcome['changes'][number]>`
    select table_name as "table", row_id as "rowId", before, after from changes
    where change_set_id = ${ctx.changeSetId} and seq > ${seq} order by seq`.execute(ctx.db)
  return rows
}
