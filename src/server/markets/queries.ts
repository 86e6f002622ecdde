import { sql } from 'kysely'
import type { Market } from '../../contract/markets.ts'
import type { Scope } from '../../contract/primitives.ts'
import { asOfDay, type Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { inScope } from '../scope.ts'

/** Partners listed on a market's page at most; the directory has them all. */
const mostPartners = 200

/**
 * One market with everything its page shows, as of a day, its agreements those of the alliance and cluster in scope;
 * 404 where there is none. One in the bin is given, marked.
 */
export async function readMarket(
  ctx: Context,
  id: string,
  { asOf, alliance, cluster }: Scope = {},
): Promise<Market> {
  const day = await asOfDay(ctx, asOf)
  const { rows } = await sql<Market>`
    select k.id, k.version, k.sample, k.deleted_at as "deletedAt", k.created_at as "createdAt", k.updated_at as "updatedAt",
      k.name, k.country, k.time_zone as "timeZone", k.practice,
      coalesce((select json_agg(json_build_object('id', r.id, 'name', r.name, 'detail', r.detail, 'timeZone', r.time_zone, 'latitude', r.latitude, 'longitude', r.longitude) order by r.position)
        from market_regions r where r.market_id = k.id), '[]') as regions,
      coalesce((select json_agg(json_build_object('id', d.id, 'allianceId', l.id, 'allianceName', l.name, 'organisationId', o.id, 'organisationName', o.name, 'from', d.from_date, 'to', d.to_date) order by d.position)
        from market_leads d join alliances l on l.id = d.alliance_id left join organisations o on o.id = d.organisation_id where d.market_id = k.id), '[]') as leads,
      coalesce((select json_agg(json_build_object('id', a.id, 'title', a.title, 'status', s.status,
          'negotiator', case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end,
          'alliance', case when l.id is not null then json_build_object('id', l.id, 'name', l.name) end,
          'starts', a.starts, 'ends', a.ends, 'targetSignature', a.target_signature) order by folded(a.title))
        from agreements a join agreements_on(${day}) s on s.agreement_id = a.id
        left join organisations o on o.id = a.negotiator_id left join alliances l on l.id = a.alliance_id
        where a.market_id = k.id and a.deleted_at is null and ${inScope('agreements', 'a.id', { alliance, cluster })}), '[]') as agreements,
      coalesce((select json_agg(json_build_object('id', b.id, 'name', b.name, 'town', b.town) order by b.sorted, b.id) from (
        select o.id, o.name, o.town, sorted_as(o.name) as sorted from organisations o where o.deleted_at is null and o.id in (
          select p.organisation_id from agreement_parties p join agreements a on a.id = p.agreement_id and a.deleted_at is null where a.market_id = k.id and p.side = 'partner'
          union select n.id from organisations n where n.deleted_at is null and n.country = k.country and n.kinds @> array['partner'])
        order by sorted, o.id limit ${sql.lit(mostPartners)}) b), '[]') as partners
    from markets k where k.id = ${id}`.execute(ctx.db)
  const found = rows[0]
  if (!found) throw new Failure('not_found', 'There is no such market')
  return found
}
