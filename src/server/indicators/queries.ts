import { sql } from 'kysely'
import type { Indicator, IndicatorRow } from '../../contract/indicators.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'

const named = (table: string, column: string, name: string) => sql`(
  select json_build_object('id', n.id, 'name', ${sql.ref(`n.${name}`)}) from ${sql.table(table)} n where n.id = ${sql.ref(`i.${column}`)})`

/** What is told of indicators `i`. */
const told = sql`
  i.title, i.title_fr as "titleFr", i.definition, i.definition_fr as "definitionFr", i.vocabulary, i.measure, i.kinds, i.through, i.starts, i.ends,
  i.target, i.currency, ${named('alliances', 'alliance_id', 'name')} as alliance, ${named('organisations', 'cluster_id', 'name')} as cluster,
  ${named('grants', 'grant_id', 'title')} as "grant", ${named('organisations', 'funder_id', 'name')} as funder, ${named('markets', 'market_id', 'name')} as market`

/** One indicator; 404 where there is none. One in the bin is given, marked. */
export async function readIndicator(ctx: Context, id: string): Promise<Indicator> {
  const { rows } = await sql<Indicator>`
    select i.id, i.version, i.sample, i.deleted_at as "deletedAt", i.created_at as "createdAt", i.updated_at as "updatedAt", ${told}
    from indicators i where i.id = ${id}`.execute(ctx.db)
  const [found] = rows
  if (!found) throw new Failure('not_found', 'There is no such indicator')
  return found
}

/** The rows of these indicators, in this order. */
export async function indicatorRows(
  ctx: Pick<Context, 'db'>,
  ids: readonly string[],
): Promise<IndicatorRow[]> {
  if (ids.length === 0) return []
  const wanted = sql`${sql.val([...ids])}::uuid[]`
  const { rows } = await sql<IndicatorRow>`
    select i.id, i.version, i.sample, i.updated_at as "updatedAt", ${told}
    from indicators i where i.id = any (${wanted}) order by array_position(${wanted}, i.id)`.execute(ctx.db)
  return rows
}
