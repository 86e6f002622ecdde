import { sql } from 'kysely'
import { type CountingSource, measureOf } from '../../domain/indicators.ts'
import type { Context } from '../context.ts'
import { agreementsLookedAt } from './agreements.ts'
import { meetingsLookedAt, outcomesLookedAt } from './met.ts'
import { missionsLookedAt } from './missions.ts'
import { budgetLookedAt, expensesLookedAt } from './money.ts'
import type { Counting, Fragment, Source } from './rule.ts'
import { servedLookedAt } from './served.ts'

const sources: Record<CountingSource, (counting: Counting) => Source> = {
  agreements: agreementsLookedAt,
  missions: missionsLookedAt,
  served: servedLookedAt,
  meetings: meetingsLookedAt,
  outcomes: outcomesLookedAt,
  expenses: expensesLookedAt,
  budget: budgetLookedAt,
}

/** What is counted once. */
const keys = {
  records: sql`x.id`,
  money: sql`x.id`,
  companies: sql`x.company_id`,
  markets: sql`x.market_id`,
} as const

const columns = sql`x.id, x.part, x.noun, x.record_id, x.version, x.title, x.company_id, x.on_day, x.market_id, x.minor, x.currency, x.sample`

export interface Tallied {
  count: number
  /** What they come to, per currency; of money only. */
  sums: { currency: string; minor: number }[]
}

/** How much a rule counts, as of the day: the length of `countedRows`, and what they come to. */
export async function countOf(ctx: Pick<Context, 'db'>, counting: Counting): Promise<Tallied> {
  const { source, counts } = measureOf(counting.rule.measure)
  const { rows, conditions } = sources[source](counting)
  const holds = sql.join(
    conditions.map(([, condition]) => condition),
    sql` and `,
  )
  if (counts !== 'money') {
    const { rows: found } = await sql<{ count: number }>`
      select count(distinct ${keys[counts]})::int as count from (${rows}) x where ${holds}`.execute(ctx.db)
    return { count: found[0]?.count ?? 0, sums: [] }
  }
  const { rows: found } = await sql<{ currency: string; count: number; minor: number }>`
    select x.currency, count(*)::int as count, sum(x.minor)::bigint as minor from (${rows}) x where ${holds}
    group by x.currency order by x.currency`.execute(ctx.db)
  return {
    count: found.reduce((sum, { count }) => sum + count, 0),
    sums: found.map(({ currency, minor }) => ({ currency, minor })),
  }
}

/** The rows that are counted, as `countOf` counts them: of a company or market its earliest. */
export function countedRows(counting: Counting): Fragment {
  const { source, counts } = measureOf(counting.rule.measure)
  const { rows, conditions } = sources[source](counting)
  const key = keys[counts]
  return sql`
    select distinct on (${key}) ${columns}, null::text as reason from (${rows}) x
    where ${sql.join(
      conditions.map(([, condition]) => condition),
      sql` and `,
    )} order by ${key}, x.on_day, x.id`
}

/** Every row that is looked at, with the reason why it is left out; null where it counts. */
export function lookedAtRows(counting: Counting): Fragment {
  const { source, counts } = measureOf(counting.rule.measure)
  const { rows, conditions } = sources[source](counting)
  const key = keys[counts]
  const reasons = conditions.map(
    ([reason, condition]) => sql`when (${condition}) is not true then ${sql.lit(reason)}`,
  )
  return sql`
    select y.id, y.part, y.noun, y.record_id, y.version, y.title, y.company_id, y.on_day, y.market_id, y.minor, y.currency, y.sample,
      case when y.reason is null and row_number() over (partition by y.reason is null, y.counted_key order by y.on_day, y.id) > 1
        then 'counted_once' else y.reason end as reason
    from (select ${columns}, ${key} as counted_key, case ${sql.join(reasons, sql` `)} end as reason from (${rows}) x) y`
}
