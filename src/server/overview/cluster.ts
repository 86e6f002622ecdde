import { sql } from 'kysely'
import type { ClusterOverview, readCluster } from '../../contract/overview.ts'
import { asOfDay } from '../context.ts'
import { Failure } from '../failure.ts'
import type { Verb } from '../route.ts'
import { inScope } from '../scope.ts'

/**
 * How a body stands in each of its alliances, which markets it leads and what agreements and missions it has part in, as
 * of a day; leads, agreements and missions those of the alliance and market in scope. A role is current where the day lies in the
 * membership's period and in the alliance's. 404 where there is no such body.
 */
export const readTheCluster: Verb<typeof readCluster> = async (
  ctx,
  { params: { id }, query: { asOf, alliance, market } },
) => {
  const day = await asOfDay(ctx, asOf)
  const mine = sql`
    select p.agreement_id from agreement_parties p where p.organisation_id = ${id}
    union select n.id from agreements n where n.negotiator_id = ${id}`
  const { rows } = await sql<ClusterOverview>`
    select ${day}::text as "asOf",
      coalesce((select json_agg(json_build_object('alliance', json_build_object('id', l.id, 'name', l.name), 'role', m.role, 'region', m.region,
          'from', m.from_date, 'to', m.to_date, 'current', period_holds(m.from_date, m.to_date, ${day}) and period_holds(l.starts, l.ends, ${day}))
          order by partial_first(coalesce(m.from_date, l.starts)) nulls first, folded(l.name))
        from alliance_members m join alliances l on l.id = m.alliance_id and l.deleted_at is null where m.organisation_id = o.id), '[]') as roles,
      coalesce((select json_agg(json_build_object('market', json_build_object('id', k.id, 'name', k.name), 'alliance', json_build_object('id', l.id, 'name', l.name))
          order by folded(k.name), folded(l.name))
        from market_leads d join markets k on k.id = d.market_id and k.deleted_at is null join alliances l on l.id = d.alliance_id and l.deleted_at is null
        where d.organisation_id = o.id and period_holds(d.from_date, d.to_date, ${day})
          and ${alliance ? sql`l.id = ${alliance}` : sql`true`} and ${market ? sql`k.id = ${market}` : sql`true`}), '[]') as leads,
      coalesce((select json_agg(json_build_object('id', a.id, 'title', a.title, 'status', s.status, 'overdue', s.overdue,
          'market', case when k.id is not null then json_build_object('id', k.id, 'name', k.name) end,
          'alliance', case when l.id is not null then json_build_object('id', l.id, 'name', l.name) end,
          'negotiated', a.negotiator_id is not distinct from o.id,
          'isParty', exists (select from agreement_parties p where p.agreement_id = a.id and p.organisation_id = o.id),
          'side', (select p.side from agreement_parties p where p.agreement_id = a.id and p.organisation_id = o.id order by p.side limit 1),
          'homeParties', (select count(*) from agreement_parties p where p.agreement_id = a.id and p.side = 'home' and p.organisation_id <> o.id),
          'signedOn', case when s.signed_on <= ${day}::date then s.signed_on end,
          'starts', a.starts, 'ends', a.ends, 'targetSignature', a.target_signature) order by folded(a.title), a.id)
        from agreements a join agreements_on(${day}) s on s.agreement_id = a.id and a.id in (${mine})
        left join markets k on k.id = a.market_id left join alliances l on l.id = a.alliance_id
        where a.deleted_at is null and ${inScope('agreements', 'a.id', { alliance, market })}), '[]') as agreements,
      coalesce((select json_agg(json_build_object('id', m.id, 'title', m.title, 'kind', m.kind, 'status', s.status, 'starts', m.starts, 'ends', m.ends,
          'town', m.town, 'country', m.country,
          'market', case when k.id is not null then json_build_object('id', k.id, 'name', k.name) end,
          'alliance', case when l.id is not null then json_build_object('id', l.id, 'name', l.name) end,
          'roles', coalesce((select json_agg(b.role order by b.position) from mission_bodies b where b.mission_id = m.id and b.organisation_id = o.id), '[]'),
          'companies', (select count(*) from participations p cross join lateral participation_on(p.id, ${day}) c
            where p.mission_id = m.id and p.cluster_id = o.id and p.deleted_at is null and c.state in ('accepted', 'confirmed', 'attended', 'no_show')))
          order by partial_first(m.starts), folded(m.title), m.id)
        from missions m join missions_on(${day}) s on s.mission_id = m.id
        left join markets k on k.id = m.market_id left join alliances l on l.id = m.alliance_id
        where m.deleted_at is null and ${inScope('missions', 'm.id', { alliance, market, cluster: id })}), '[]') as missions
    from organisations o where o.id = ${id}`.execute(ctx.db)
  const found = rows[0]
  if (!found) throw new Failure('not_found', 'There is no such cluster')
  return found
}
