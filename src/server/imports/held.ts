import { sql } from 'kysely'
import type { NumberScheme } from '../../domain/registration-numbers.ts'
import type { Context } from '../context.ts'

/** What is held of an organisation that a table may say something about. */
export interface HeldOrganisation {
  id: string
  version: number
  name: string
  kinds: string[]
  country: string | null
  region: string | null
  town: string | null
  latitude: number | null
  longitude: number | null
  founded: string | null
  focus: string | null
  sectors: string[]
  themes: string[]
  legalForm: string | null
  names: { name: string; kind: string }[]
  websites: string[]
  numbers: { scheme: NumberScheme; value: string }[]
  addresses: { id: string; lines: string | null; postcode: string | null; town: string | null }[]
  memberships: { id: string; toId: string; role: string; from: string | null; to: string | null }[]
}

/** Living organisations by id. */
export async function heldOrganisations(
  ctx: Context,
  ids: readonly string[],
): Promise<Map<string, HeldOrganisation>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<HeldOrganisation>`
    select o.id, o.version, o.name, o.kinds, o.country, o.region, o.town, o.latitude, o.longitude, o.founded, o.focus,
      coalesce(c.sectors, '{}') as sectors, coalesce(c.themes, '{}') as themes, c.legal_form as "legalForm",
      coalesce((select json_agg(json_build_object('name', n.name, 'kind', n.kind) order by n.position) from organisation_names n where n.organisation_id = o.id), '[]') as names,
      coalesce((select json_agg(w.url order by w.position) from organisation_websites w where w.organisation_id = o.id), '[]') as websites,
      coalesce((select json_agg(json_build_object('scheme', r.scheme, 'value', r.value) order by r.position) from registration_numbers r where r.organisation_id = o.id), '[]') as numbers,
      coalesce((select json_agg(json_build_object('id', a.id, 'lines', a.lines, 'postcode', a.postcode, 'town', a.town) order by a.position) from company_addresses a where a.organisation_id = o.id), '[]') as addresses,
      coalesce((select json_agg(json_build_object('id', f.id, 'toId', f.to_id, 'role', f.role, 'from', f.from_date, 'to', f.to_date) order by f.position) from affiliations f where f.organisation_id = o.id), '[]') as memberships
    from organisations o left join company_profiles c on c.id = o.id
    where o.id = any (${sql.val([...new Set(ids)])}::uuid[]) and o.deleted_at is null`.execute(ctx.db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** What is held of a person. */
export interface HeldPerson {
  id: string
  givenName: string | null
  familyName: string
  nativeName: string | null
  email: string | null
  phone: string | null
  language: string | null
  posts: { organisationId: string; organisation: string; title: string | null }[]
}

export async function heldPeople(ctx: Context, ids: readonly string[]): Promise<Map<string, HeldPerson>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<HeldPerson>`
    select p.id, p.given_name as "givenName", p.family_name as "familyName", p.native_name as "nativeName", p.email, p.phone, p.language,
      coalesce((select json_agg(json_build_object('organisationId', o.id, 'organisation', o.name, 'title', t.title) order by t.position)
        from posts t join organisations o on o.id = t.organisation_id where t.person_id = p.id), '[]') as posts
    from people p where p.id = any (${sql.val([...new Set(ids)])}::uuid[]) and p.deleted_at is null`.execute(
    ctx.db,
  )
  return new Map(rows.map((row) => [row.id, row]))
}
