import { sql } from 'kysely'
import type { listServedCompanies } from '../../contract/served.ts'
import type { ServedCompany } from '../../contract/served-lists.ts'
import { usefulRatings } from '../../domain/meeting.ts'
import { asOfDay, type Context } from '../context.ts'
import { countOf, foundBy, pageOf, type SortKey } from '../list.ts'
import type { Verb } from '../route.ts'
import { ofSme } from './figures.ts'
import { type Narrowing, recordsAsOf } from './records.ts'

const keys: Record<string, SortKey> = {
  name: { by: sql`sorted_as(o.name)`, type: 'text' },
  records: { by: sql`c.served`, type: 'int' },
  last: { by: sql`coalesce(c.last, '-infinity')`, type: 'date' },
  outcomes: { by: sql`c.outcomes`, type: 'int' },
  aid: { by: sql`c.euros`, type: 'bigint' },
}

type Counted = Omit<ServedCompany, 'name' | 'country' | 'clusters' | 'sample'> & { served: number }

/** Of each company that records name: what it took part in and got. */
const perCompany = (day: string, asked: Narrowing, atLeast: number) => sql<Counted>`(
  select r.organisation_id as id, (array_agg(r.status order by ${ofSme} desc, r.on_day))[1] as status,
    count(*) filter (where r.serves)::int as served,
    count(*) filter (where r.kind = 'mission')::int as missions, count(*) filter (where r.kind = 'service')::int as services,
    count(*) filter (where r.kind = 'aid')::int as aids, coalesce(sum(r.value_minor) filter (where r.kind = 'aid'), 0)::bigint as euros,
    count(*) filter (where r.kind = 'meeting')::int as meetings,
    count(*) filter (where r.rating in (${sql.join([...usefulRatings])}))::int as useful,
    count(*) filter (where r.kind = 'outcome')::int as outcomes,
    min(r.on_day) filter (where r.serves) as first, max(r.on_day) filter (where r.serves) as last
  from (${recordsAsOf(day, asked)}) r group by r.organisation_id
  having ${asked.kind?.length ? sql`true` : sql`bool_or(r.serves)`} and count(*) filter (where r.serves) >= ${sql.lit(atLeast)})`

/** One page of the companies behind the figures; by their status on the day of a record, where that is asked for. */
export const servedCompanies: Verb<typeof listServedCompanies> = async (ctx, { query: asked }) => {
  const day = await asOfDay(ctx, asked.asOf)
  let matching = ctx.db
    .selectFrom(perCompany(day, asked, asked.atLeast ?? 0).as('c'))
    .innerJoin('organisations as o', 'o.id', 'c.id')
  if (asked.q) matching = matching.where(foundBy('organisations', 'c.id', asked.q))
  const { rows, next } = await pageOf(
    matching.selectAll('c').select(['o.name', 'o.country', 'o.sample']),
    asked,
    {
      keys,
      id: 'c.id',
      first: 'name',
    },
  )
  const clusters = await clustersOf(
    ctx,
    rows.map(({ id }) => id),
    day,
  )
  const items = rows.map(({ served: _, ...row }) => ({ ...row, clusters: clusters.get(row.id) ?? [] }))
  return { items, next, total: await countOf(matching) }
}

async function clustersOf(
  ctx: Context,
  ids: string[],
  day: string,
): Promise<Map<string, ServedCompany['clusters']>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; clusters: ServedCompany['clusters'] }>`
    select f.organisation_id as id, json_agg(json_build_object('id', c.id, 'name', c.name) order by f.position) as clusters
    from affiliations f join organisations c on c.id = f.to_id and 'cluster' = any (c.kinds) and c.deleted_at is null
    where f.organisation_id = any (${sql.val(ids)}::uuid[]) and f.role in ('member', 'founder') and period_holds(f.from_date, f.to_date, ${day}::date)
    group by f.organisation_id`.execute(ctx.db)
  return new Map(rows.map(({ id, clusters }) => [id, clusters]))
}
