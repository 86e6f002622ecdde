import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod'
import type { organisationList } from '../../contract/organisations.ts'
import { countryOf, inBusinessWith } from '../scope.ts'

type Asked = Pick<
  z.output<typeof organisationList>,
  'kind' | 'country' | 'partner' | 'alliance' | 'cluster' | 'market'
>

/** Living bodies of kind "partner", and those on the partner side of an agreement. */
export const partners = sql`select h.organisation_id from organisation_standing h where h.partner`

/** The kinds and countries asked for, of `organisations` or of their tally. */
export const ofKindAndCountry = (table: string, { kind, country }: Pick<Asked, 'kind' | 'country'>) =>
  sql<boolean>`${kind?.length ? sql`${sql.ref(`${table}.kinds`)} && ${sql.val(kind)}::text[]` : sql`true`}
    and ${country?.length ? sql`${sql.ref(`${table}.country`)} = any (${sql.val(country)}::text[])` : sql`true`}`

/** How many organisations are found, without reading them all; undefined where that is not to be had. */
export function countWithoutReading(asked: Asked): RawBuilder<number> | undefined {
  const { kind, country, partner, alliance, cluster, market } = asked
  if (alliance || cluster || (market && partner !== undefined)) return undefined
  if (market)
    return sql<number>`(${tallied(asked, sql`c.country = (${countryOf(market)})`)} + ${outside(asked, market)})`
  if (partner === undefined) return tallied(asked)
  // Partners are few enough to be read.
  const some =
    kind?.length || country?.length
      ? sql<number>`(select count(*)::int from organisations o where o.id in (${partners}) and ${ofKindAndCountry('o', asked)})`
      : sql<number>`(select count(*)::int from (${partners}) h)`
  return partner ? some : sql<number>`(${tallied(asked)} - ${some})`
}

const tallied = (asked: Asked, more = sql`true`) => sql<number>`(
  select coalesce(sum(c.living), 0)::int from organisation_counts c where ${ofKindAndCountry('c', asked)} and ${more})`

/** Those of a market that are not in its country. */
const outside = (asked: Asked, market: string) => sql<number>`(
  select count(*)::int from organisations o
  where o.id in (${inBusinessWith(market)}) and o.deleted_at is null
    and coalesce(o.country, '') <> (${countryOf(market)}) and ${ofKindAndCountry('o', asked)})`
