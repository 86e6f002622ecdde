import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../context.ts'
import { partOf, type Shape } from './shape.ts'

/** The rows that go, by table: marked ones, and what means nothing without them. */
export interface Going {
  ids: ReadonlyMap<string, readonly string[]>
  /** How many of them are marked, and how many are not but hang on marked ones; tables without any are left out. */
  marked: Record<string, number>
  added: Record<string, number>
}

/** Finds what the removal of all sample data takes away. `shapes` name each table after those that it refers to. */
export async function goingOf(ctx: Pick<Context, 'db'>, shapes: readonly Shape[]): Promise<Going> {
  const ids = new Map<string, readonly string[]>()
  const marked: Record<string, number> = {}
  const added: Record<string, number> = {}
  for (const shape of shapes) {
    const reasons = reasonsFor(shape, ids)
    if (reasons.length === 0) continue
    const flag = shape.marked ? sql`t.sample` : sql`false`
    const { rows } = await sql<{ id: string; sample: boolean }>`
      select t.id, ${flag} as sample from ${sql.table(shape.table)} t where ${sql.join(reasons, sql` or `)}`.execute(
      ctx.db,
    )
    if (rows.length === 0) continue
    ids.set(
      shape.table,
      rows.map(({ id }) => id),
    )
    const own = rows.filter(({ sample }) => sample).length
    if (own > 0) marked[shape.table] = own
    // Parts are not counted: they are told of by the record that they are part of.
    if (rows.length > own && (shape.marked || shape.noun === '')) added[shape.table] = rows.length - own
  }
  return { ids, marked, added }
}

function reasonsFor(shape: Shape, going: ReadonlyMap<string, readonly string[]>): RawBuilder<unknown>[] {
  const reasons = partOf(shape).flatMap(({ column, to }) => {
    const gone = going.get(to)
    return gone ? [sql`${sql.ref(`t.${column}`)} = any (${sql.val(gone)}::uuid[])`] : []
  })
  if (shape.marked) reasons.push(sql`t.sample`)
  if (shape.noun === '' && shape.root === 'record_id')
    for (const [noun, gone] of going)
      reasons.push(sql`t.noun = ${noun} and t.record_id = any (${sql.val(gone)}::uuid[])`)
  if (shape.table === 'schedule_runs') reasons.push(...emptied(going))
  return reasons
}

/** A run says where meetings were placed: without any of them it says nothing. */
function emptied(going: ReadonlyMap<string, readonly string[]>): RawBuilder<unknown>[] {
  const gone = going.get('meetings')
  if (!gone) return []
  return [
    sql`(t.placements <> '[]' and not exists (
      select from jsonb_array_elements(t.placements) p where not (p ->> 'meetingId')::uuid = any (${sql.val(gone)}::uuid[])))`,
  ]
}
