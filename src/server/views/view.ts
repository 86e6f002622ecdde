import { sql } from 'kysely'
import type { Scope } from '../../contract/primitives.ts'
import type { View } from '../../contract/views.ts'
import { asOfDay, type Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { budgetOf } from './budget.ts'
import { asFigures, countFigures } from './figures.ts'

const tables = { alliance: 'alliances', cluster: 'organisations', market: 'markets' } as const

interface Asked {
  params: { id: string }
  query: Scope
}

/**
 * Everything there is of one cluster, market or alliance as of a day: the same figures, in the scope that its id completes.
 * One in the bin is told of too; 404 where there is none.
 */
export const viewOf =
  (dimension: keyof typeof tables) =>
  async (ctx: Context, { params: { id }, query }: Asked): Promise<View> => {
    const { rows } = await sql`select from ${sql.table(tables[dimension])} where id = ${id}`.execute(ctx.db)
    if (rows.length === 0) throw new Failure('not_found', `There is no such ${dimension}`)
    const day = await asOfDay(ctx, query.asOf)
    const scope = { ...query, [dimension]: id }
    const { counts, money } = await countFigures(ctx, day, scope)
    return {
      asOf: day,
      figures: asFigures(counts, scope),
      money,
      budget: await budgetOf(ctx, day, scope),
    }
  }
