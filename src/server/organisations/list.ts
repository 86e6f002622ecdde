import { sql } from 'kysely'
import type * as z from 'zod'
import type { OrganisationRow, organisationList } from '../../contract/organisations.ts'
import { asOfDay, type Context } from '../context.ts'
import { type DirectoryKey, pageOfIds } from '../directory.ts'
import { countryOf, inBusinessWith, inScope } from '../scope.ts'
import { countWithoutReading, ofKindAndCountry, partners } from './count.ts'

type Asked = z.output<typeof organisationList>

const keys: Record<string, DirectoryKey> = {
  name: { by: sql`sorted_as(organisations.name)`, type: 'text', titled: true },
  // Within a country by name; bodies of no known country come last.
  country: {
    by: sql`(coalesce(organisations.country, 'ZZ') || ' ' || sorted_as(organisations.name))`,
    type: 'text',
  },
  updatedAt: { by: sql`organisations.updated_at`, type: 'timestamptz' },
  agreementCount: {
    counted: sql`select h.organisation_id as id, h.agreement_count as n from organisation_standing h where h.agreement_count > 0`,
    kept: true,
  },
}

/** One page of the directory, in the scope and by the filters asked for. */
export async function listOrganisations(
  ctx: Context,
  asked: Asked,
): Promise<{ items: OrganisationRow[]; next: string | null; total: number }> {
  const { partner, market, ...other } = asked
  const conditions = []
  if (asked.kind?.length || asked.country?.length) conditions.push(ofKindAndCountry('organisations', asked))
  if (partner !== undefined)
    conditions.push(
      sql<boolean>`${sql.raw(partner ? '' : 'not ')}exists (${partners} and h.organisation_id = organisations.id)`,
    )
  if (asked.alliance || asked.cluster) conditions.push(inScope('organisations', 'organisations.id', other))
  // No list is made of the bodies in a market's country: they may be very many.
  if (market)
    conditions.push(sql<boolean>`(
      organisations.country = (${countryOf(market)}) or organisations.id in (${inBusinessWith(market)}))`)
  const total = countWithoutReading(asked)
  const {
    ids,
    next,
    total: found,
  } = await pageOfIds(ctx, asked, {
    noun: 'organisations',
    keys,
    first: 'name',
    conditions,
    ...(total ? { total } : {}),
  })
  return { items: await rowsOf(ctx, ids, await asOfDay(ctx, asked.asOf)), next, total: found }
}

/** The rows of these organisations, in this order, with the alliances that they are members of on the day. */
async function rowsOf(ctx: Context, ids: string[], day: string): Promise<OrganisationRow[]> {
  if (ids.length === 0) return []
  const wanted = sql`${sql.val(ids)}::uuid[]`
  const { rows } = await sql<OrganisationRow>`
    select o.id, o.version, o.name, o.kinds, o.country, o.region, o.town, o.colour, o.sample, o.updated_at as "updatedAt",
      coalesce((select json_agg(n.name order by n.position) from organisation_names n where n.organisation_id = o.id), '[]') as aliases,
      coalesce((select json_agg(distinct jsonb_build_object('id', a.id, 'name', a.name))
        from alliance_members m join alliances a on a.id = m.alliance_id and a.deleted_at is null
        where m.organisation_id = o.id and period_holds(m.from_date, m.to_date, ${day}) and period_holds(a.starts, a.ends, ${day})), '[]') as alliances,
      coalesce(h.agreement_count, 0) as "agreementCount"
    from organisations o left join organisation_standing h on h.organisation_id = o.id where o.id = any (${wanted})
    order by array_position(${wanted}, o.id)`.execute(ctx.db)
  return rows
}
