import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { type Shape, shapesOf } from '../workspace/sample/shape.ts'
import { organisationFindings } from './organisation-rules.ts'
import { personFindings } from './person-rules.ts'
import type { Findings, MergePlan, Move, Pair } from './plan.ts'

/** Tables of which a record has one row under its own id, or that say what became of it. */
const ownRow = (column: string) => column === 'id'

/**
 * What has to be done so that everything that hung on either record hangs on the kept one. Read from the database, which knows
 * what refers to what: a table added later moves along.
 */
export async function planMerge(ctx: Context, pair: Pair): Promise<MergePlan> {
  const findings =
    pair.noun === 'organisations' ? await organisationFindings(ctx, pair) : await personFindings(ctx, pair)
  const { joins, refusals, warnings } = inOne(findings)
  const gone = new Set(joins.flatMap(({ drops }) => drops.map(({ id }) => id)))
  const moves = (await movesOf(ctx, pair, await shapesOf(ctx)))
    .map((move) => ({ ...move, ids: move.ids.filter((id) => !gone.has(id)) }))
    .filter(({ ids }) => ids.length > 0)
  return { joins, refusals, warnings, moves }
}

/** No row goes twice, whatever rules find it. */
function inOne(findings: readonly Findings[]): Required<Findings> {
  const gone = new Set<string>()
  const joins = findings
    .flatMap((one) => one.joins)
    .map((join) => ({
      ...join,
      drops: join.drops.filter(({ id }) => !gone.has(id) && gone.add(id)),
    }))
  return {
    joins: joins.map((join) => ({ ...join, changes: join.changes.filter(({ id }) => !gone.has(id)) })),
    refusals: findings.flatMap((one) => one.refusals),
    warnings: findings.flatMap((one) => one.warnings ?? []),
  }
}

async function movesOf(ctx: Context, pair: Pair, shapes: readonly Shape[]): Promise<Move[]> {
  const columns = shapes.flatMap(({ table, noun, root, refers }) => [
    ...refers
      .filter(({ column, to }) => to === pair.noun && !ownRow(column))
      .map(({ column }) => ({ table, column, condition: sql`true` as RawBuilder<unknown> })),
    ...(noun === '' && root === 'record_id'
      ? [{ table, column: 'record_id', condition: sql`t.noun = ${pair.noun}` }]
      : []),
  ])
  const { rows } = await sql<Move>`
    ${sql.join(
      columns.map(
        ({ table, column, condition }) => sql`
          select ${sql.lit(table)} as "table", ${sql.lit(column)} as "column", json_agg(t.id order by t.id) as ids
          from ${sql.table(table)} t where ${sql.ref(`t.${column}`)} = ${pair.other} and ${condition} having count(*) > 0`,
      ),
      sql` union all `,
    )}`.execute(ctx.db)
  return rows
}
