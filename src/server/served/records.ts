import { type RawBuilder, sql } from 'kysely'
import { usefulRatings } from '../../domain/meeting.ts'
import type { CivilDate } from '../../domain/partial-date.ts'
import { servingKinds } from '../../domain/served.ts'

type Fragment = RawBuilder<unknown>

/** What narrows records; "none" where there is to be none of it. */
export interface Narrowing {
  alliance?: string | undefined
  cluster?: string | undefined
  market?: string | undefined
  kind?: readonly string[] | undefined
  year?: number | undefined
  status?: readonly string[] | undefined
  from?: string | undefined
  target?: string | undefined
  through?: string | undefined
  company?: string | undefined
  useful?: boolean | undefined
  rating?: readonly string[] | undefined
}

/**
 * The records of living companies from home by a day, each with the company's SME status on the record's own day (`serves` where it
 * makes a company one that was served). Aid given for a participation or service is of that one's cluster, market and alliance;
 * other aid of its granter, where that is a cluster.
 */
export function recordsAsOf(day: CivilDate, asked: Narrowing): Fragment {
  return sql`
    select r.*, coalesce(s.status, 'unknown') as status, r.kind in (${sql.join(servingKinds.map((kind) => sql.lit(kind)))}) as serves
    from (${everything(sql`${day}::date`)}) r
    join organisations w on w.id = r.organisation_id and w.deleted_at is null and 'company' = any (w.kinds)
    left join sme_periods s on s.organisation_id = r.organisation_id and r.on_day between s.from_date and s.to_date
    where ${sql.join(conditionsOf(asked), sql` and `)}`
}

/** Meetings of those who are one of the two: asked for each by itself, since an index serves one at a time. */
const metBy = (day: Fragment, one: 'a_id' | 'b_id') => sql`
  select 'meeting', overlay(overlay(md5(t.id::text || p.id::text) placing '8' from 13) placing '8' from 17)::uuid, t.id, p.organisation_id, d.day, null, p.mission_id, p.cluster_id, m.market_id, m.alliance_id,
    null, null, t.rating, t.sample
  from meetings t join missions m on m.id = t.mission_id and m.deleted_at is null
  join participations p on p.id = ${sql.ref(`t.${one}`)} and p.side = 'home' and p.deleted_at is null
  left join slots l on l.id = t.slot_id cross join lateral (select coalesce(l.day, partial_first(m.starts)) as day) d
  where t.state = 'held' and t.deleted_at is null and coalesce(d.day <= ${day}, true)`

const everything = (day: Fragment) => sql`
  -- Who is there by the day: the last state by then is to have attended.
  select 'mission' as kind, t.participation_id as id, t.participation_id as record_id, t.organisation_id, t.since as on_day, null::text as title,
    t.mission_id, t.cluster_id, m.market_id, m.alliance_id, null::bigint as value_minor, null::text as value_currency, null::text as rating, t.sample
  from attendances t join missions m on m.id = t.mission_id and m.deleted_at is null
  where t.side = 'home' and t.since <= ${day} and t.until > ${day}
  union all
  select 'service', v.id, v.id, v.organisation_id, d.day, v.title, null, v.cluster_id, v.market_id, null, v.value_minor, v.value_currency, null, v.sample
  from services v cross join lateral (select coalesce(partial_first(v.starts), partial_first(v.ends), v.created_at::date) as day) d
  where d.day <= ${day}
  union all
  select 'aid', a.id, a.id, a.organisation_id, a.granted_on, null, p.mission_id, coalesce(p.cluster_id, v.cluster_id, g.id), coalesce(m.market_id, v.market_id),
    m.alliance_id, a.euros, 'EUR', null, a.sample
  -- Most aid is for no participation: each is looked up, where the database would read them all.
  from aid a left join lateral (select f.mission_id, f.cluster_id from participations f where f.id = a.participation_id limit 1) p on true
  left join missions m on m.id = p.mission_id left join services v on v.id = a.service_id left join organisations g on g.id = a.granter_id and 'cluster' = any (g.kinds)
  where a.origin = 'awarded' and a.granted_on <= ${day}
  -- One row for each of its companies from home.
  union all ${metBy(day, 'a_id')} union all ${metBy(day, 'b_id')}
  union all
  select 'outcome', c.id, o.id, c.organisation_id, partial_first(o.on_date), o.title, o.mission_id, p.cluster_id, m.market_id, m.alliance_id,
    o.value_minor, o.value_currency, null, o.sample
  from outcomes o join outcome_companies c on c.outcome_id = o.id join missions m on m.id = o.mission_id and m.deleted_at is null
  left join participations p on p.mission_id = o.mission_id and p.organisation_id = c.organisation_id and p.deleted_at is null
  where coalesce(partial_first(o.on_date) <= ${day}, true)`

function conditionsOf(asked: Narrowing): Fragment[] {
  const { alliance, cluster, market, kind, year, status, company, useful } = asked
  const conditions: Fragment[] = [sql`true`]
  const is = (column: string, value: string | undefined) => {
    if (value === 'none') conditions.push(sql`${sql.ref(`r.${column}`)} is null`)
    else if (value) conditions.push(sql`${sql.ref(`r.${column}`)} = ${value}`)
  }
  is('alliance_id', alliance)
  is('cluster_id', cluster)
  is('market_id', market)
  is('alliance_id', asked.through)
  is('cluster_id', asked.from)
  is('market_id', asked.target)
  is('organisation_id', company)
  if (kind?.length) conditions.push(sql`r.kind = any (${sql.val([...kind])}::text[])`)
  if (year) conditions.push(sql`extract(year from r.on_day) = ${year}`)
  if (status?.length)
    conditions.push(sql`coalesce(s.status, 'unknown') = any (${sql.val([...status])}::text[])`)
  if (asked.rating?.length) conditions.push(sql`r.rating = any (${sql.val([...asked.rating])}::text[])`)
  if (useful !== undefined)
    conditions.push(
      sql`${sql.raw(useful ? '' : 'not ')}coalesce(r.rating in (${sql.join(usefulRatings.map((rating) => sql.lit(rating)))}), false)`,
    )
  return conditions
}
