import { sql } from 'kysely'
import type { Alliance } from '../../contract/alliances.ts'
import { asOfDay, type Context } from '../context.ts'
import { Failure } from '../failure.ts'

/**
 * One alliance with everything its page shows, its leads and statuses as of a day; 404 where there is none. One in the
 * bin is given, marked. A target market is listed once, without a lead where none holds it on the day.
 */
export async function readAlliance(ctx: Context, id: string, asOf?: string): Promise<Alliance> {
  const day = await asOfDay(ctx, asOf)
  const { rows } = await sql<Alliance>`
    select l.id, l.version, l.sample, l.deleted_at as "deletedAt", l.created_at as "createdAt", l.updated_at as "updatedAt",
      l.name, l.description, l.starts, l.ends,
      coalesce((select json_agg(json_build_object('id', m.id, 'organisationId', o.id, 'organisationName', o.name, 'colour', o.colour, 'country', o.country,
          'role', m.role, 'region', m.region, 'from', m.from_date, 'to', m.to_date) order by m.position)
        from alliance_members m join organisations o on o.id = m.organisation_id where m.alliance_id = l.id), '[]') as members,
      coalesce((select json_agg(json_build_object('market', json_build_object('id', k.id, 'name', k.name),
          'lead', case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end) order by folded(k.name))
        from (
          select d.market_id, max(d.organisation_id::text) filter (where period_holds(d.from_date, d.to_date, ${day}))::uuid as lead_id
          from market_leads d where d.alliance_id = l.id group by d.market_id
        ) t join markets k on k.id = t.market_id and k.deleted_at is null left join organisations o on o.id = t.lead_id), '[]') as markets,
      coalesce((select json_agg(json_build_object('id', a.id, 'title', a.title, 'status', s.status) order by folded(a.title))
        from agreements a join agreements_on(${day}) s on s.agreement_id = a.id
        where a.alliance_id = l.id and a.deleted_at is null), '[]') as agreements
    from alliances l where l.id = ${id}`.execute(ctx.db)
  const found = rows[0]
  if (!found) throw new Failure('not_found', 'There is no such alliance')
  return found
}
