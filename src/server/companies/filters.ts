import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod'
import type { companyList } from '../../contract/companies.ts'
import { inScope } from '../scope.ts'
import { countWithRoom, hasRoom, type Short } from './has-room.ts'

type Asked = z.output<typeof companyList>
type Condition = RawBuilder<boolean>

const isCompany = sql<boolean>`organisations.kinds && '{company}'::text[]`

/** What narrows organisations to the companies asked for. */
export function conditionsOf(asked: Asked, day: string, short: Short | null): Condition[] {
  const { alliance, cluster, market, status, of, country, target, readiness, served } = asked
  const conditions: Condition[] = [isCompany]
  if (alliance || cluster)
    conditions.push(inScope('organisations', 'organisations.id', { alliance, cluster }))
  if (market) conditions.push(sql<boolean>`organisations.id in (${ofMarket(market)})`)
  if (status?.length) conditions.push(hasStatus(status, day))
  if (of?.length)
    conditions.push(
      sql<boolean>`exists (
        select from company_members f where f.organisation_id = organisations.id and f.cluster_id = any (${sql.val(of)}::uuid[])
          and ${day}::date between f.from_date and f.to_date)`,
    )
  if (country?.length)
    conditions.push(sql<boolean>`organisations.country = any (${sql.val(country)}::text[])`)
  if (target || readiness?.length)
    conditions.push(
      sql<boolean>`exists (select from company_markets m where m.organisation_id = organisations.id and ${targeted(asked)})`,
    )
  if (served === true)
    conditions.push(sql<boolean>`exists (
      select from company_standing t where t.organisation_id = organisations.id and t.served_on <= ${day}::date)`)
  if (served === false)
    conditions.push(sql<boolean>`not exists (
      select from company_standing t where t.organisation_id = organisations.id and ${hasBeen(day)})`)
  if (short) conditions.push(...hasRoom(short))
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
  const kept = (which: RawBuilder<unknown>) =>
    sql`exists (
      select from sme_periods s where s.organisation_id = organisations.id and s.listed and ${day}::date between s.from_date and s.to_date and ${which})`
  const wanted = kept(sql`s.status = any (${sql.val([...status])}::text[])`)
  return status.includes('unknown')
    ? sql<boolean>`(${wanted} or not ${kept(sql`s.status <> 'unknown'`)})`
    : sql<boolean>`${wanted}`
}

/** How many companies there are, without reading them all; undefined where more than one thing narrows them. */
export function countWithoutReading(
  asked: Asked,
  day: string,
  short: Short | null,
): RawBuilder<number> | undefined {
  const { alliance, cluster, market, status, of, target, readiness, served, country } = asked
  if (alliance || cluster || market) return undefined
  const narrowed = [
    status?.length,
    of?.length,
    target || readiness?.length,
    served !== undefined,
    country?.length,
    short,
  ]
  if (narrowed.filter(Boolean).length > 1) return undefined
  const all = sql<number>`(select coalesce(sum(c.living), 0)::int from organisation_counts c
    where c.kinds && '{company}'::text[] and ${country?.length ? sql`c.country = any (${sql.val(country)}::text[])` : sql`true`})`
  if (short) return countWithRoom(short)
  if (status?.length) return countOfStatus(all, status, day)
  if (of?.length)
    return sql<number>`(select count(distinct f.organisation_id)::int from company_members f
      where f.cluster_id = any (${sql.val(of)}::uuid[]) and ${day}::date between f.from_date and f.to_date)`
  if (target || readiness?.length) return countOfTarget(asked)
  if (served === undefined) return all
  const some = (which: RawBuilder<unknown>) =>
    sql<number>`(select count(*)::int from company_standing t where ${which})`
  return served ? some(sql`t.served_on <= ${day}::date`) : sql<number>`(${all} - ${some(hasBeen(day))})`
}

function countOfStatus(all: RawBuilder<number>, status: readonly string[], day: string): RawBuilder<number> {
  const kept = (which: RawBuilder<unknown>) => sql`(select count(*)::int from sme_periods s
    where s.listed and ${day}::date between s.from_date and s.to_date and ${which})`
  return status.includes('unknown')
    ? sql<number>`(${all} - ${kept(sql`s.status <> 'unknown' and s.status <> all (${sql.val([...status])}::text[])`)})`
    : sql<number>`${kept(sql`s.status = any (${sql.val([...status])}::text[])`)}`
}

/** Each looked up by itself: they are few beside all there are. */
const countOfTarget = ({ target, readiness }: Asked) => sql<number>`(
  select count(*)::int from (select distinct m.organisation_id from company_markets m where ${targeted({ target, readiness })}) m
  cross join lateral (select from organisations o where o.id = m.organisation_id and o.deleted_at is null and 'company' = any (o.kinds) limit 1) o)`

const targeted = ({ target, readiness }: Pick<Asked, 'target' | 'readiness'>) => sql`
  ${target ? sql`m.market_id = ${target}` : sql`true`} and ${readiness?.length ? sql`m.readiness = any (${sql.val(readiness)}::text[])` : sql`true`}`
