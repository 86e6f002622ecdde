import { type RawBuilder, sql } from 'kysely'
import type { Dimension, Tally } from '../../contract/views.ts'
import type { Context } from '../context.ts'

interface Row {
  cluster: string | null
  market: string | null
  alliance: string | null
  currency: string | null
  count: number
  minor: number
}

/** The tallies of one way to group; a key is null where the way does not name it. */
export interface Tallied extends Tally {
  cluster: string | null
  market: string | null
  alliance: string | null
}

const columns: Record<Dimension, string> = { cluster: 'clusters', market: 'markets', alliance: 'alliances' }
const dimensions = Object.keys(columns) as Dimension[]

interface Found {
  /** One list for each way that was asked for. */
  tallies: Tallied[][]
  /** The calendar years of the facts, the newest first. */
  years: number[]
}

/**
 * How many records facts hold by each of some ways to group them ([] is all of them). A record stands in each of its groups, and
 * once in each: groups overlap, so totals are counted, never added up. Facts that are grouped alike are first put together, so
 * that none is taken apart by each way.
 */
export async function talliesOf(
  ctx: Context,
  facts: RawBuilder<unknown>,
  ways: readonly (readonly Dimension[])[],
  rowsPer: 'record' | 'several' = 'several',
): Promise<Found> {
  const isRecord = rowsPer === 'record'
  const used = dimensions.filter((name) => ways.some((by) => by.includes(name)))
  const alike = sql.join([
    ...(isRecord ? [] : [sql`f.id`]),
    ...used.map((name) => sql.ref(`f.${columns[name]}`)),
    sql`f.currency`,
  ])
  const counted = ways.map((by, way) => {
    const keys = dimensions.map((name) => (by.includes(name) ? sql.ref(`${name}.id`) : sql`null::uuid`))
    const groups = [...by.map((name) => sql.ref(`${name}.id`)), sql`f.currency`]
    const from = sql.join(
      [sql`alike f`, ...by.map((name) => sql`unnest(${sql.ref(`f.${columns[name]}`)}) ${sql.id(name)} (id)`)],
      sql` cross join `,
    )
    return sql`select ${sql.lit(way)} as way, ${sql.join(keys)}, f.currency, ${isRecord ? sql`sum(f.count)` : sql`count(distinct f.id)`}::int as count, sum(f.minor)::bigint as minor
      from ${from} group by ${sql.join(groups)}`
  })
  const { rows } = await sql<Row & { way: number; years: number[] }>`
    with facts as materialized (${facts}),
    alike as materialized (select ${alike}, count(*) as count, sum(f.minor) as minor from facts f group by ${alike})
    select u.way, u.cluster, u.market, u.alliance, u.currency, u.count, u.minor,
      array(select y.year from (select distinct f.year from facts f where f.year is not null) y order by y.year desc) as years
    from (${sql.join(counted, sql` union all `)}) u (way, cluster, market, alliance, currency, count, minor)
    order by u.way, u.cluster, u.market, u.alliance, u.currency`.execute(ctx.db)
  return {
    tallies: ways.map((_, way) => merged(rows.filter((row) => row.way === way))),
    years: rows[0]?.years ?? [],
  }
}

/** One tally of what the currencies of a group come to; an expense has one currency, so that their counts add up. */
function merged(rows: readonly Row[]): Tallied[] {
  const tallies = new Map<string, Tallied>()
  for (const { cluster, market, alliance, currency, count, minor } of rows) {
    const key = `${cluster} ${market} ${alliance}`
    const tally = tallies.get(key) ?? { cluster, market, alliance, count: 0, sums: [] }
    tally.count += count
    if (currency !== null) tally.sums.push({ currency, minor: Number(minor) })
    tallies.set(key, tally)
  }
  return [...tallies.values()]
}

export const nothing = (): Tally => ({ count: 0, sums: [] })
