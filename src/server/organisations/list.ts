import { sql } from 'kysely'
import type * as z from 'zod'
import type { OrganisationRow, organisationList } from '../../contract/organisations.ts'
import type { Context } from '../context.ts'
import { type DirectoryKey, pageOfIds } from '../directory.ts'
import { inScope } from '../scope.ts'

type Asked = z.output<typeof organisationList>

/** Agreements that bodies are party to or negotiate, each once. */
const agreementsOf = sql`
  select p.organisation_id, p.agreement_id from agreement_parties p join agreements a on a.id = p.agreement_id and a.deleted_at is null
  union select a.negotiator_id, a.id from agreements a where a.deleted_at is null and a.negotiator_id is not null`

const keys: Record<string, DirectoryKey> = {
  name: { by: sql`sorted_as(organisations.name)`, type: 'text', titled: true },
  // Within a country by name; bodies of no known country come last.
  country: {
    by: sql`(coalesce(organisations.country, 'ZZ') || ' ' || sorted_as(organisations.name))`,
    type: 'text',
  },
  updatedAt: { by: sql`organisations.updated_at`, type: 'timestamptz' },
  agreementCount: {
    counted: sql`select w.organisation_id as id, count(*)::int as n from (${agreementsOf}) w group by w.organisation_id`,
  },
}

/** One page of the directory, in the scope and by the filters asked for. */
export async function listOrganisations(
  ctx: Context,
  asked: Asked,
): Promise<{ items: OrganisationRow[]; next: string | null; total: number }> {
  const { kind, country, partner } = asked
  const conditions = []
  if (kind?.length) conditions.push(sql<boolean>`organisations.kinds && ${sql.val(kind)}::text[]`)
  if (country?.length)
    conditions.push(sql<boolean>`organisations.country = any (${sql.val(country)}::text[])`)
  if (partner !== undefined)
    conditions.push(sql<boolean>`organisations.id ${sql.raw(partner ? 'in' : 'not in')} (${partners})`)
  const countable = partner === undefined && !asked.alliance && !asked.cluster && !asked.market
  if (asked.alliance || asked.cluster || asked.market)
    conditions.push(inScope('organisations', 'organisations.id', asked))
  const { ids, next, total } = await pageOfIds(ctx, asked, {
    noun: 'organisations',
    keys,
    first: 'name',
    conditions,
    ...(countable ? { total: counted(asked) } : {}),
  })
  return { items: await rowsOf(ctx, ids), next, total }
}

/** How many there are of these kinds in these countries, without reading them. */
const counted = ({ kind, country }: Asked) => sql<number>`(
  select coalesce(sum(c.living), 0)::int from organisation_counts c
  where ${kind?.length ? sql`c.kinds && ${sql.val(kind)}::text[]` : sql`true`}
    and ${country?.length ? sql`c.country = any (${sql.val(country)}::text[])` : sql`true`})`

/** Bodies of kind "partner", and those on the partner side of an agreement. */
const partners = sql`
  select o.id from organisations o where o.deleted_at is null and o.kinds @> array['partner']
  union select p.organisation_id from agreement_parties p join agreements a on a.id = p.agreement_id and a.deleted_at is null where p.side = 'partner'`

/** The rows of these organisations, in this order. */
async function rowsOf(ctx: Context, ids: string[]): Promise<OrganisationRow[]> {
  if (ids.length === 0) return []
  const wanted = sql`${sql.val(ids)}::uuid[]`
  const { rows } = await sql<OrganisationRow>`
    select o.id, o.version, o.name, o.kinds, o.country, o.region, o.town, o.colour, o.sample, o.updated_at as "updatedAt",
      coalesce((select json_agg(n.name order by n.position) from organisation_names n where n.organisation_id = o.id), '[]') as aliases,
      coalesce((select json_agg(distinct jsonb_build_object('id', a.id, 'name', a.name))
        from alliance_members m join alliances a on a.id = m.alliance_id and a.deleted_at is null where m.organisation_id = o.id), '[]') as alliances,
      (select count(*)::int from (
        select p.agreement_id as id from agreement_parties p where p.organisation_id = o.id
        union select n.id from agreements n where n.negotiator_id = o.id
      ) w join agreements a on a.id = w.id and a.deleted_at is null) as "agreementCount"
    from organisations o where o.id = any (${wanted})
    order by array_position(${wanted}, o.id)`.execute(ctx.db)
  return rows
}
