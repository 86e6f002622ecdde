import { sql } from 'kysely'
import type {
  countIndicator,
  Indicator,
  LookedAt,
  listLookedAt,
  readLeftOut,
} from '../../contract/indicators.ts'
import { daysOf, type LeftOutReason, measureOf, reachedBp } from '../../domain/indicators.ts'
import type { CivilDate } from '../../domain/partial-date.ts'
import { asOfDay, type Context } from '../context.ts'
import { countOf as counted, countedRows, lookedAtRows, type Tallied } from '../counting/count.ts'
import type { Counting } from '../counting/rule.ts'
import { Failure } from '../failure.ts'
import { countOf, pageOf, type SortKey } from '../list.ts'
import { may } from '../rights/authorise.ts'
import type { Verb } from '../route.ts'
import { readIndicator } from './queries.ts'

type Ruled = Pick<
  Indicator,
  | 'measure'
  | 'kinds'
  | 'through'
  | 'market'
  | 'starts'
  | 'ends'
  | 'alliance'
  | 'cluster'
  | 'grant'
  | 'target'
  | 'currency'
>

/** An indicator as a rule to count by, as of a day. */
export const countingOf = (indicator: Ruled, day: CivilDate): Counting => ({
  rule: {
    measure: indicator.measure,
    kinds: indicator.kinds,
    through: indicator.through,
    market: indicator.market?.id ?? null,
    days: daysOf(indicator.starts, indicator.ends),
  },
  scope: {
    alliance: indicator.alliance?.id ?? null,
    cluster: indicator.cluster?.id ?? null,
    grant: indicator.grant?.id ?? null,
  },
  day,
})

/** What stands against the target: how many, or the sum in the target's currency. */
export function against({ target, currency }: Pick<Indicator, 'target' | 'currency'>, tallied: Tallied) {
  const actual =
    currency === null ? tallied.count : (tallied.sums.find((sum) => sum.currency === currency)?.minor ?? 0)
  return { actual, reachedBp: reachedBp(actual, target) }
}

/** The rule of an indicator as of the day that is asked for; one that counts aid or expenses only for who may read budgets. */
async function ruled(ctx: Context, id: string, asOf: CivilDate | undefined) {
  const indicator = await readIndicator(ctx, id)
  const { source, through } = measureOf(indicator.measure)
  if ((source === 'expenses' || through?.includes('aid')) && !may(ctx.actor, 'budgets.read'))
    throw new Failure('right_missing', 'None of your roles lets you read budgets')
  return { indicator, counting: countingOf(indicator, await asOfDay(ctx, asOf)) }
}

export const countTheIndicator: Verb<typeof countIndicator> = async (ctx, { params: { id }, query }) => {
  const { indicator, counting } = await ruled(ctx, id, query.asOf)
  const tallied = await counted(ctx, counting)
  return { asOf: counting.day, ...tallied, target: indicator.target, ...against(indicator, tallied) }
}

/** What has no day comes last, the newest first. */
const keys: Record<string, SortKey> = {
  on: { by: sql`coalesce(x.on_day, '-infinity')`, type: 'date' },
  title: { by: sql`sorted_as(x.title)`, type: 'text' },
}

/** The mission that a row looked at is of, where it is part of one. */
const missionOf = sql`(
  select json_build_object('id', m.id, 'name', m.title) from missions m where m.id = case x.part
    when 'participations' then (select p.mission_id from participations p where p.id = x.id)
    when 'meetings' then (select t.mission_id from meetings t where t.id = x.id)
    when 'outcomes' then (select o.mission_id from outcomes o where o.id = x.id) end)`

interface Row {
  id: string
  reason: LeftOutReason | null
  title: string
}

export const recordsLookedAt: Verb<typeof listLookedAt> = async (ctx, { params: { id }, query: asked }) => {
  const { counting } = await ruled(ctx, id, asked.asOf)
  let found = ctx.db.selectFrom(
    sql<Row>`(${asked.counts ? countedRows(counting) : lookedAtRows(counting)})`.as('x'),
  )
  if (!asked.counts) found = found.where('x.reason', 'is not', null)
  if (asked.reason?.length) found = found.where('x.reason', 'in', asked.reason)
  const named = (table: string, column: string) =>
    sql`(select json_build_object('id', n.id, 'name', n.name) from ${sql.table(table)} n where n.id = ${sql.ref(`x.${column}`)})`
  const shown = found.select([
    'x.id',
    'x.title',
    'x.reason',
    ...(
      [
        [sql`x.part`, 'part'],
        [sql`x.noun`, 'noun'],
        [sql`x.record_id`, 'recordId'],
        [named('organisations', 'company_id'), 'company'],
        [missionOf, 'mission'],
        [named('markets', 'market_id'), 'market'],
        [sql`x.on_day`, 'on'],
        [
          sql`case when x.minor is not null then json_build_object('minor', x.minor, 'currency', x.currency) end`,
          'value',
        ],
        [sql`x.sample`, 'sample'],
      ] as const
    ).map(([by, name]) => by.as(name)),
  ])
  const { rows, next } = await pageOf(shown, asked, { keys, id: 'x.id', first: '-on' })
  return { items: rows as unknown as LookedAt[], next, total: await countOf(found) }
}

export const whatIsLeftOut: Verb<typeof readLeftOut> = async (ctx, { params: { id }, query }) => {
  const { counting } = await ruled(ctx, id, query.asOf)
  const { rows } = await sql<{ reason: LeftOutReason; count: number }>`
    select x.reason, count(*)::int as count from (${lookedAtRows(counting)}) x where x.reason is not null
    group by x.reason order by count(*) desc, x.reason`.execute(ctx.db)
  return { asOf: counting.day, reasons: rows }
}
