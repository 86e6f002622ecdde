import { sql } from 'kysely'
import type { RecordNoun } from '../../contract/primitives.ts'
import { recordNouns } from '../../contract/primitives.ts'
import type { Context } from '../context.ts'
import { type Shape, shapesOf } from '../workspace/sample/shape.ts'
import type { MergePlan, Move, Pair } from './plan.ts'

/** Does what a plan says, and counts it as a change of every record of which parts were touched. */
export async function carryOut(ctx: Context, pair: Pair, plan: MergePlan): Promise<void> {
  const shapes = new Map((await shapesOf(ctx)).map((shape) => [shape.table, shape]))
  const touched = await recordsTouched(ctx, pair, plan, shapes)
  for (const { noun, ids } of touched)
    await sql`select id from ${sql.table(noun)} where id = any (${sql.val(ids)}::uuid[]) order by id for update`.execute(
      ctx.db,
    )
  for (const { changes, drops } of plan.joins) {
    for (const { table, id, set } of changes) {
      const values = Object.entries(set).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
      await sql`update ${sql.table(table)} set ${sql.join(values)} where id = ${id}`.execute(ctx.db)
    }
    for (const { table, id } of drops)
      await sql`delete from ${sql.table(table)} where id = ${id}`.execute(ctx.db)
  }
  for (const move of plan.moves) await moveRows(ctx, pair, move, shapes.get(move.table))
  for (const { noun, ids } of touched)
    await sql`update ${sql.table(noun)} set updated_at = ${ctx.now.toISOString()} where id = any (${sql.val(ids)}::uuid[])`.execute(
      ctx.db,
    )
}

/** Parts of the record come after those that the kept one has. */
async function moveRows(
  ctx: Context,
  { noun, kept }: Pair,
  { table, column, ids }: Move,
  shape: Shape | undefined,
) {
  const placed = shape?.noun === noun && shape.root === column && (await hasPosition(ctx, table))
  const position = placed
    ? sql`, position = position + (select coalesce(max(k.position) + 1, 0) from ${sql.table(table)} k where ${sql.ref(`k.${column}`)} = ${kept})`
    : sql``
  await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${kept}${position} where id = any (${sql.val(ids)}::uuid[])`.execute(
    ctx.db,
  )
}

async function hasPosition(ctx: Context, table: string): Promise<boolean> {
  const { rows } = await sql`
    select from information_schema.columns
    where table_schema = current_schema() and table_name = ${table} and column_name = 'position'`.execute(
    ctx.db,
  )
  return rows.length > 0
}

/** Records other than the two of which rows are to be changed, in an order that is the same for everybody. */
async function recordsTouched(
  ctx: Context,
  { kept, other }: Pair,
  plan: MergePlan,
  shapes: ReadonlyMap<string, Shape>,
): Promise<{ noun: RecordNoun; ids: string[] }[]> {
  const rows = new Map<string, Set<string>>()
  const add = (table: string, ids: readonly string[]) =>
    rows.set(table, new Set([...(rows.get(table) ?? []), ...ids]))
  for (const { table, ids } of plan.moves) add(table, ids)
  for (const { changes, drops } of plan.joins)
    for (const { table, id } of [...changes, ...drops]) add(table, [id])
  const found = new Map<RecordNoun, Set<string>>()
  for (const [table, ids] of rows) {
    const shape = shapes.get(table)
    if (!shape || !isRecordNoun(shape.noun)) continue
    const { rows: roots } = await sql<{ id: string }>`
      select distinct ${sql.ref(`t.${shape.root}`)} as id from ${sql.table(table)} t where t.id = any (${sql.val([...ids])}::uuid[])`.execute(
      ctx.db,
    )
    const own = found.get(shape.noun) ?? new Set()
    for (const { id } of roots) if (id !== kept && id !== other) own.add(id)
    found.set(shape.noun, own)
  }
  return recordNouns.flatMap((noun) => {
    const ids = [...(found.get(noun) ?? [])].sort()
    return ids.length > 0 ? [{ noun, ids }] : []
  })
}

const isRecordNoun = (noun: string): noun is RecordNoun => (recordNouns as readonly string[]).includes(noun)
