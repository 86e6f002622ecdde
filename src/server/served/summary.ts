import { type RawBuilder, sql } from 'kysely'
import type { readServed, ServedSummary } from '../../contract/served.ts'
import { ratings, usefulRatings } from '../../domain/meeting.ts'
import { often } from '../../domain/served.ts'
import { smeStatuses } from '../../domain/sme/ceilings.ts'
import { listCompanies } from '../companies/list.ts'
import { asOfDay } from '../context.ts'
import type { Verb } from '../route.ts'
import { figures } from './figures.ts'
import { recordsAsOf } from './records.ts'

/** Of the rows that `named` gives an id and a name, the figures of each; without a name last. */
const grouped = (column: string, named: RawBuilder<unknown>) => sql`(
  select coalesce(json_agg(to_jsonb(g) - 'name' order by sorted_as(g.name) nulls last), '[]') from (
    select case when n.id is not null then json_build_object('id', n.id, 'name', n.name) end as key, n.name, ${figures}
    from r left join ${named} n on n.id = ${sql.ref(`r.${column}`)} group by n.id, n.name
  ) g)`

/** Who was served by the day in the scope, each company counted once, and what there is on record of it. */
export const servedSummary: Verb<typeof readServed> = async (ctx, { query: scope }) => {
  const day = await asOfDay(ctx, scope.asOf)
  const { rows } = await sql<Omit<ServedSummary, 'asOf' | 'never' | 'often'> & { often: number }>`
    with r as materialized (${recordsAsOf(day, scope)})
    select ${figures},
      count(*) filter (where r.kind = 'aid')::int as aids,
      coalesce(sum(r.value_minor) filter (where r.kind = 'aid'), 0)::bigint as euros,
      count(distinct r.record_id) filter (where r.rating in (${sql.join([...usefulRatings])}))::int as useful,
      (select count(*)::int from (
        select from r where r.serves group by r.organisation_id having count(*) >= ${sql.lit(often)}) o) as often,
      (select coalesce(json_agg(json_build_object('rating', x.rating, 'count', x.count) order by array_position(${sql.val([...ratings])}::text[], x.rating)), '[]')
        from (select r.rating, count(distinct r.record_id) as count from r where r.rating is not null group by r.rating) x) as ratings,
      (select coalesce(json_agg(json_build_object('status', x.status, 'companies', x.companies) order by array_position(${sql.val([...smeStatuses])}::text[], x.status)), '[]')
        from (select r.status, count(distinct r.organisation_id) as companies from r where r.serves group by r.status) x) as "byStatus",
      ${grouped('cluster_id', sql`organisations`)} as "byCluster", ${grouped('market_id', sql`markets`)} as "byMarket",
      ${grouped('alliance_id', sql`alliances`)} as "byAlliance",
      (select coalesce(json_agg(y order by y.year desc), '[]') from (
        select extract(year from r.on_day)::int as year, ${figures} from r where r.on_day is not null group by 1) y) as "byYear"
    from r`.execute(ctx.db)
  const [found] = rows
  if (!found) throw new Error('A count is always one row')
  const never = await listCompanies(ctx, { ...scope, served: false, limit: 1 })
  return { asOf: day, ...found, often: { from: often, companies: found.often }, never: never.total }
}
