import { type RawBuilder, sql } from 'kysely'
import type { Matrix, readMatrix, Tally } from '../../contract/views.ts'
import { asOfDay, type Context } from '../context.ts'
import type { Verb } from '../route.ts'
import { inScope } from '../scope.ts'
import { factsOf, rowsPer, yearsIn } from './facts.ts'
import { nothing, type Tallied, talliesOf } from './tallies.ts'

/**
 * One measure by cluster and market. Rows are the clusters in scope (the members of an alliance, where one is asked for) and
 * columns its markets, with something or nothing; cells only where there is something.
 */
export const readTheMatrix: Verb<typeof readMatrix> = async (ctx, { query: { measure, year, ...scope } }) => {
  const day = await asOfDay(ctx, scope.asOf)
  const { alliance, cluster } = scope
  const members = sql`select m.organisation_id from alliance_members m where m.alliance_id = ${alliance ?? null}`
  const { rows: clusters } = await sql<Omit<Matrix['clusters'][number], 'total'>>`
    select o.id, o.name, o.colour from organisations o
    where o.deleted_at is null and 'cluster' = any (o.kinds)
      and ${alliance ? sql`o.id in (${members})` : sql`true`} and ${cluster ? sql`o.id = ${cluster}` : sql`true`}
    order by sorted_as(o.name), o.id`.execute(ctx.db)
  const { rows: markets } = await sql<Omit<Matrix['markets'][number], 'total'>>`
    select k.id, k.name from markets k
    where k.deleted_at is null and ${inScope('markets', 'k.id', scope)} order by sorted_as(k.name), k.id`.execute(
    ctx.db,
  )
  const ways = [[], ['cluster'], ['market'], ['cluster', 'market']] as const
  const { tallies, years } = await talliesOf(ctx, factsOf(measure, day, scope, year), ways, rowsPer(measure))
  const [all = [], byCluster = [], byMarket = [], byBoth = []] = tallies
  const shown = {
    clusters: new Set(clusters.map(({ id }) => id)),
    markets: new Set(markets.map(({ id }) => id)),
  }
  return {
    asOf: day,
    clusters: clusters.map((one) => ({
      ...one,
      total: bare(byCluster.find((row) => row.cluster === one.id)),
    })),
    markets: markets.map((one) => ({ ...one, total: bare(byMarket.find((row) => row.market === one.id)) })),
    cells: byBoth.flatMap((row) =>
      row.cluster && row.market && shown.clusters.has(row.cluster) && shown.markets.has(row.market)
        ? [{ cluster: row.cluster, market: row.market, ...bare(row) }]
        : [],
    ),
    total: bare(all[0]),
    // One can go from a year to any other.
    years: year === undefined ? years : await yearsOf(ctx, yearsIn(measure, day, scope)),
  }
}

const bare = (tally: Tallied | undefined): Tally =>
  tally ? { count: tally.count, sums: tally.sums } : nothing()

async function yearsOf(ctx: Context, facts: RawBuilder<unknown>): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct f.year from (${facts}) f where f.year is not null order by f.year desc`.execute(ctx.db)
  return rows.map(({ year }) => year)
}
