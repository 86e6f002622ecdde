import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod'
import type { MarketRow, marketList } from '../../contract/markets.ts'
import { asOfDay, type Context } from '../context.ts'
import { type DirectoryKey, pageOfIds } from '../directory.ts'
import { inScope } from '../scope.ts'

type Asked = z.output<typeof marketList>

/** Living agreements in a market, of the alliance and cluster in scope. */
const agreementsIn = ({ alliance, cluster }: Asked) => sql`
  select a.id, a.market_id from agreements a
  where a.deleted_at is null and a.market_id is not null and ${inScope('agreements', 'a.id', { alliance, cluster })}`

const keys = (agreements: RawBuilder<unknown>): Record<string, DirectoryKey> => ({
  name: { by: sql`sorted_as(markets.name)`, type: 'text', titled: true },
  country: { by: sql`markets.country`, type: 'text' },
  agreementCount: {
    counted: sql`select n.market_id as id, count(*)::int as n from (${agreements}) n group by n.market_id`,
  },
  updatedAt: { by: sql`markets.updated_at`, type: 'timestamptz' },
})

/** One page of markets in the scope; who leads and how the agreements in scope stand, as of the day. */
export async function listMarkets(
  ctx: Context,
  asked: Asked,
): Promise<{ items: MarketRow[]; next: string | null; total: number }> {
  const scoped = asked.alliance || asked.cluster || asked.market
  const { ids, next, total } = await pageOfIds(ctx, asked, {
    noun: 'markets',
    keys: keys(agreementsIn(asked)),
    first: 'name',
    conditions: scoped ? [inScope('markets', 'markets.id', asked)] : [],
  })
  return { items: await rowsOf(ctx, ids, asked), next, total }
}

/** The rows of these markets, in this order. */
async function rowsOf(ctx: Context, ids: string[], asked: Asked): Promise<MarketRow[]> {
  if (ids.length === 0) return []
  const day = await asOfDay(ctx, asked.asOf)
  const wanted = sql`${sql.val(ids)}::uuid[]`
  const { rows } = await sql<MarketRow>`
    with standing as (
      select n.market_id, count(*)::int as agreements,
        (count(*) filter (where s.status in ('prospect', 'negotiation', 'drafting')))::int as open,
        (count(*) filter (where s.status in ('active', 'expiring')))::int as in_force
      from (${agreementsIn(asked)}) n join agreements_on(${day}) s on s.agreement_id = n.id
      group by n.market_id
    )
    select k.id, k.version, k.name, k.country, k.sample, k.updated_at as "updatedAt",
      coalesce((select json_agg(r.name order by r.position) from market_regions r where r.market_id = k.id), '[]') as regions,
      coalesce((select json_agg(json_build_object('alliance', json_build_object('id', l.id, 'name', l.name),
          'organisation', case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end) order by d.position)
        from market_leads d join alliances l on l.id = d.alliance_id left join organisations o on o.id = d.organisation_id
        where d.market_id = k.id and period_holds(d.from_date, d.to_date, ${day})), '[]') as leads,
      coalesce(t.open, 0) as "openCount", coalesce(t.in_force, 0) as "inForceCount", coalesce(t.agreements, 0) as "agreementCount"
    from markets k left join standing t on t.market_id = k.id
    where k.id = any (${wanted})
    order by array_position(${wanted}, k.id)`.execute(ctx.db)
  return rows
}
