import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod'
import type { companyList } from '../../contract/companies.ts'
import type { Context } from '../context.ts'
import { inScope } from '../scope.ts'
import { hasRoom } from './has-room.ts'

type Asked = z.output<typeof companyList>
type Condition = RawBuilder<boolean>

const isCompany = sql<boolean>`organisations.kinds && '{company}'::text[]`

/** What narrows organisations to the companies asked for. */
export async function conditionsOf(ctx: Context, asked: Asked, day: string): Promise<Condition[]> {
  const { alliance, cluster, market, status, of, country, target, readiness, served, room } = asked
  const conditions: Condition[] = [isCompany]
  if (alliance || cluster)
    conditions.push(inScope('organisations', 'organisations.id', { alliance, cluster }))
  if (market) conditions.push(sql<boolean>`organisations.id in (${ofMarket(market)})`)
  if (status?.length) conditions.push(hasStatus(status, day))
  if (of?.length)
    conditions.push(sql<boolean>`exists (
      select from affiliations f where f.organisation_id = organisations.id and f.to_id = any (${sql.val(of)}::uuid[])
        and f.role in ('member', 'founder') and period_holds(f.from_date, f.to_date, ${day}::date))`)
  if (country?.length)
    conditions.push(sql<boolean>`organisations.country = any (${sql.val(country)}::text[])`)
  if (target || readiness?.length)
    conditions.push(sql<boolean>`exists (
      select from company_markets m where m.organisation_id = organisations.id
        and ${target ? sql`m.market_id = ${target}` : sql`true`}
        and ${readiness?.length ? sql`m.readiness = any (${sql.val(readiness)}::text[])` : sql`true`})`)
  if (served === true)
    conditions.push(sql<boolean>`exists (
      select from company_standing t where t.organisation_id = organisations.id and t.served_on <= ${day}::date)`)
  if (served === false)
    conditions.push(sql<boolean>`not exists (
      select from company_standing t where t.organisation_id = organisations.id and ${hasBeen(day)})`)
  if (room !== undefined) conditions.push(...(await hasRoom(ctx, room, day)))
  return conditions
}

/** Whom nobody misses among those served: who was, or comes from abroad to be met. */
const hasBeen = (day: string) => sql`(t.served_on <= ${day}::date or t.counterpart)`

/** Companies with a target or a mission there. */
const ofMarket = (market: string) => sql`
  select m.organisation_id from company_markets m where m.market_id = ${market}
  union select p.organisation_id from participations p join missions m on m.id = p.mission_id and m.deleted_at is null
    where p.deleted_at is null and m.market_id = ${market}`

/** What is not kept is unknown. */
function hasStatus(status: readonly string[], day: string): Condition {
  const kept = (which: RawBuilder<unknown>) => sql`
    select from sme_periods s where s.organisation_id = organisations.id and ${day}::date between s.from_date and s.to_date and ${which}`
  const wanted = sql<boolean>`exists (${kept(sql`s.status = any (${sql.val([...status])}::text[])`)})`
  return status.includes('unknown')
    ? sql<boolean>`(${wanted} or not exists (${kept(sql`s.status <> 'unknown'`)}))`
    : wanted
}

/** How many companies there are, without reading them all; undefined where more than one thing narrows them. */
export function countWithoutReading(asked: Asked, day: string): RawBuilder<number> | undefined {
  const { alliance, cluster, market, status, of, target, readiness, served, room, country } = asked
  if (alliance || cluster || market || of?.length || target || readiness?.length || room !== undefined)
    return undefined
  const all = sql<number>`(select coalesce(sum(c.living), 0)::int from organisation_counts c
    where c.kinds && '{company}'::text[] and ${country?.length ? sql`c.country = any (${sql.val(country)}::text[])` : sql`true`})`
  if (!status?.length && served === undefined) return all
  if (country?.length || (status?.length && served !== undefined)) return undefined
  if (status?.length) {
    const kept = (which: RawBuilder<unknown>) => sql`(select count(*)::int from sme_periods s
      where s.listed and ${day}::date between s.from_date and s.to_date and ${which})`
    return status.includes('unknown')
      ? sql<number>`(${all} - ${kept(sql`s.status <> 'unknown' and s.status <> all (${sql.val([...status])}::text[])`)})`
      : sql<number>`${kept(sql`s.status = any (${sql.val([...status])}::text[])`)}`
  }
  const some = (which: RawBuilder<unknown>) =>
    sql<number>`(select count(*)::int from company_standing t where ${which})`
  return served ? some(sql`t.served_on <= ${day}::date`) : sql<number>`(${all} - ${some(hasBeen(day))})`
}
