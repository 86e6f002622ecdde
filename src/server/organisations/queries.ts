import { sql } from 'kysely'
import type { Organisation } from '../../contract/organisations.ts'
import { asOfDay, type Context } from '../context.ts'
import { Failure } from '../failure.ts'

/** One organisation with everything its page shows; 404 where there is none. One in the bin is given, marked. */
export async function readOrganisation(ctx: Context, id: string, asOf?: string): Promise<Organisation> {
  const day = await asOfDay(ctx, asOf)
  const { rows } = await sql<Organisation>`
    select o.id, o.version, o.sample, o.name, o.kinds, o.focus, o.country, o.region, o.town, o.latitude, o.longitude, o.founded, o.colour,
      o.deleted_at as "deletedAt", o.created_at as "createdAt", o.updated_at as "updatedAt",
      (select json_build_object('id', g.id, 'name', g.name) from merged_organisations m join organisations g on g.id = m.into_id where m.id = o.id) as "mergedInto",
      coalesce((select json_agg(json_build_object('id', n.id, 'name', n.name, 'kind', n.kind, 'from', n.from_date, 'to', n.to_date) order by n.position)
        from organisation_names n where n.organisation_id = o.id), '[]') as names,
      coalesce((select json_agg(json_build_object('id', w.id, 'url', w.url, 'from', w.from_date, 'to', w.to_date) order by w.position)
        from organisation_websites w where w.organisation_id = o.id), '[]') as websites,
      coalesce((select json_agg(json_build_object('id', f.id, 'toId', f.to_id, 'toName', t.name, 'role', f.role, 'detail', f.detail, 'from', f.from_date, 'to', f.to_date) order by f.position)
        from affiliations f join organisations t on t.id = f.to_id where f.organisation_id = o.id), '[]') as affiliations,
      coalesce((select json_agg(json_build_object('id', f.id, 'organisation', json_build_object('id', g.id, 'name', g.name), 'sample', g.sample, 'role', f.role, 'detail', f.detail, 'from', f.from_date, 'to', f.to_date) order by f.role, folded(g.name))
        from affiliations f join organisations g on g.id = f.organisation_id and g.deleted_at is null where f.to_id = o.id), '[]') as affiliates,
      coalesce((select json_agg(json_build_object('id', t.id, 'person', json_build_object('id', p.id, 'name', concat_ws(' ', p.given_name, p.family_name)), 'title', t.title, 'from', t.from_date, 'to', t.to_date) order by folded(p.family_name))
        from posts t join people p on p.id = t.person_id and p.deleted_at is null where t.organisation_id = o.id), '[]') as people,
      coalesce((select json_agg(json_build_object('id', a.id, 'name', a.name, 'role', m.role, 'from', m.from_date, 'to', m.to_date) order by partial_first(m.from_date), a.name)
        from alliance_members m join alliances a on a.id = m.alliance_id and a.deleted_at is null where m.organisation_id = o.id), '[]') as alliances,
      coalesce((select json_agg(json_build_object('id', x.id, 'title', x.title, 'role', x.role, 'status', x.status) order by x.title, x.role) from (
        select a.id, a.title, s.status, r.role from (${roles(id)}) r
        join agreements a on a.id = r.agreement_id and a.deleted_at is null
        join agreements_on(${day}) s on s.agreement_id = a.id
      ) x), '[]') as agreements
    from organisations o where o.id = ${id}`.execute(ctx.db)
  const found = rows[0]
  if (!found) throw new Failure('not_found', 'There is no such organisation')
  return found
}

/** What an organisation is to agreements, once per role. */
const roles = (id: string) => sql`
  select p.agreement_id, p.side as role from agreement_parties p where p.organisation_id = ${id}
  union select n.id, 'negotiator' from agreements n where n.negotiator_id = ${id}
  union select t.agreement_id, t.role from agreement_attendees t where t.organisation_id = ${id}`
