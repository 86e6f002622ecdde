import { sql } from 'kysely'
import type { Company } from '../../contract/companies.ts'
import { asOfDay, type Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { roomsOf } from './rooms.ts'

type Held = Omit<Company, 'aid'>

/** One company with its profile, and its status and aid as of a day; 404 where there is none. One in the bin is given, marked. */
export async function readCompany(ctx: Context, id: string, asOf?: string): Promise<Company> {
  const day = await asOfDay(ctx, asOf)
  const { rows } = await sql<Held>`
    select o.id, o.version, o.sample, o.name, o.kinds, o.country, o.region, o.town, o.founded,
      o.deleted_at as "deletedAt", o.created_at as "createdAt", o.updated_at as "updatedAt",
      (select json_build_object('id', g.id, 'name', g.name) from merged_organisations m join organisations g on g.id = m.into_id where m.id = o.id) as "mergedInto",
      coalesce((select json_agg(json_build_object('name', n.name, 'kind', n.kind, 'from', n.from_date, 'to', n.to_date) order by n.position)
        from organisation_names n where n.organisation_id = o.id), '[]') as names,
      p.legal_form as "legalForm", coalesce(p.sectors, '{}') as sectors, coalesce(p.themes, '{}') as themes, coalesce(p.languages, '{}') as languages,
      p.export_experience as "exportExperience", p.exports_since as "exportsSince", p.export_share / 100.0::float8 as "exportShare",
      coalesce(p.fiscal_year_end, '12-31') as "fiscalYearEnd", coalesce(p.aid_sector, 'general') as "aidSector", p.member_state as "memberState",
      coalesce((select json_agg(json_build_object('id', n.id, 'scheme', n.scheme, 'value', n.value, 'note', n.note) order by n.position)
        from registration_numbers n where n.organisation_id = o.id), '[]') as numbers,
      coalesce((select json_agg(json_build_object('id', a.id, 'kind', a.kind, 'lines', a.lines, 'postcode', a.postcode, 'town', a.town, 'region', a.region,
          'country', a.country, 'from', a.from_date, 'to', a.to_date) order by a.position)
        from company_addresses a where a.organisation_id = o.id), '[]') as addresses,
      coalesce((select json_agg(json_build_object('id', m.id, 'marketId', m.market_id, 'market', json_build_object('id', k.id, 'name', k.name),
          'readiness', m.readiness, 'products', m.products, 'interests', m.interests) order by m.position)
        from company_markets m join markets k on k.id = m.market_id where m.organisation_id = o.id), '[]') as markets,
      coalesce((select json_agg(json_build_object('id', d.id, 'kind', d.kind, 'signedOn', d.signed_on, 'signatory', d.signatory, 'note', d.note) order by d.position)
        from company_declarations d where d.organisation_id = o.id), '[]') as declarations,
      coalesce((select json_agg(json_build_object('id', f.id, 'cluster', json_build_object('id', c.id, 'name', c.name), 'colour', c.colour, 'role', f.role,
          'from', f.from_date, 'to', f.to_date) order by f.position)
        from affiliations f join organisations c on c.id = f.to_id and 'cluster' = any (c.kinds) where f.organisation_id = o.id), '[]') as clusters,
      coalesce(s.status, 'unknown') as status, coalesce(s.confirmed, false) as "statusConfirmed",
      case when t.served_on <= ${day} then t.served_on end as "servedOn", coalesce(t.participations, 0) as participations
    from organisations o
    left join company_profiles p on p.id = o.id
    left join sme_periods s on s.organisation_id = o.id and ${day} between s.from_date and s.to_date
    left join company_standing t on t.organisation_id = o.id
    where o.id = ${id}`.execute(ctx.db)
  const found = rows[0]
  const aid = (await roomsOf(ctx, [id], day)).get(id)
  if (!found || !aid) throw new Failure('not_found', 'There is no such company')
  return { ...found, aid }
}
