import { type RawBuilder, sql } from 'kysely'
import { expenseList } from '../../contract/expenses.ts'
import type { Scope } from '../../contract/primitives.ts'
import { figureLists } from '../../domain/figures.ts'
import type { CivilDate } from '../../domain/partial-date.ts'
import { conditionsOf } from '../expenses/conditions.ts'
import { costOf } from '../expenses/cost.ts'
import { expensesInScope, inScope } from '../scope.ts'

type Fragment = RawBuilder<unknown>

/** What narrows acts beyond the scope. */
export interface Narrowing extends Scope {
  kind?: readonly string[] | undefined
  by?: string | undefined
  for?: string | undefined
}

/** One act of one body: a record that several lead is an act of each. */
const actId = (record: string, by: string) =>
  sql`overlay(overlay(md5(${sql.ref(record)}::text || ${sql.ref(by)}::text) placing '8' from 13) placing '8' from 17)::uuid`

/**
 * What was done for others by a day: who did it (`by_id`), for whom (`for_ids`, never empty, never the doer), the record, and
 * what it cost. What only the doer profits from is no act.
 */
export function actsOf(day: CivilDate, asked: Narrowing): Fragment {
  const { alliance, cluster, market } = asked
  const conditions: Fragment[] = [sql`cardinality(x.for_ids) > 0`]
  if (cluster) conditions.push(sql`(x.by_id = ${cluster} or ${cluster}::uuid = any (x.for_ids))`)
  if (asked.kind?.length) conditions.push(sql`x.kind = any (${sql.val([...asked.kind])}::text[])`)
  if (asked.by) conditions.push(sql`x.by_id = ${asked.by}`)
  if (asked.for) conditions.push(sql`${asked.for}::uuid = any (x.for_ids)`)
  return sql`
    select x.* from (${sql.join(
      [leads, agreements, missions, expenses, companies].map((of) =>
        of(sql`${day}::date`, { alliance, cluster, market }, day),
      ),
      sql` union all `,
    )}) x where ${sql.join(conditions, sql` and `)}`
}

/** Narrowed to a cluster, each part still holds all that it did and all that was done for it. */
type Part = (
  date: Fragment,
  scope: Pick<Scope, 'alliance' | 'cluster' | 'market'>,
  day: CivilDate,
) => Fragment

/** Markets led on the day, for the alliance's other members. */
const leads: Part = (date, { alliance, market }) => sql`
  select 'lead' as kind, d.id, d.organisation_id as by_id,
    array(select m.organisation_id from alliance_members m where m.alliance_id = d.alliance_id and m.organisation_id <> d.organisation_id
      and period_holds(m.from_date, m.to_date, ${date})) as for_ids,
    'markets' as noun, k.id as record_id, k.name as title, partial_first(d.from_date) as on_day, k.id as market_id, d.alliance_id,
    null::bigint as minor, null::text as currency
  from market_leads d join markets k on k.id = d.market_id and k.deleted_at is null
  join alliances l on l.id = d.alliance_id and l.deleted_at is null
  where d.organisation_id is not null and period_holds(d.from_date, d.to_date, ${date}) and period_holds(l.starts, l.ends, ${date})
    and ${alliance ? sql`d.alliance_id = ${alliance}` : sql`true`} and ${market ? sql`d.market_id = ${market}` : sql`true`}`

/** Agreements negotiated, for the other parties of the home side. */
const agreements: Part = (date, scope) => sql`
  select 'agreement', a.id, a.negotiator_id,
    array(select p.organisation_id from agreement_parties p where p.agreement_id = a.id and p.side = 'home' and p.organisation_id <> a.negotiator_id),
    'agreements', a.id, a.title, case when h.signed_on <= ${date} then h.signed_on end, a.market_id, a.alliance_id, null, null
  from agreements a join agreement_standing h on h.agreement_id = a.id
  where a.deleted_at is null and a.negotiator_id is not null and coalesce(a.abandoned_on > ${date}, true) and ${inScope('agreements', 'a.id', scope)}`

/** Who of the attendances `t` is there by the day. */
const came = (date: Fragment) => sql`t.since <= ${date} and t.until > ${date}`

/** Missions led, for those that joined: by themselves, or by companies that came. */
const missions: Part = (date, scope) => sql`
  select 'mission', ${actId('m.id', 'b.organisation_id')}, b.organisation_id,
    array(
      select o.organisation_id from mission_bodies o where o.mission_id = m.id and o.role = 'participant' and o.organisation_id <> b.organisation_id
      union select c.id from unnest(c.clusters) c (id) where c.id <> b.organisation_id),
    'missions', m.id, m.title, partial_first(m.starts), m.market_id, m.alliance_id, null, null
  from missions m join mission_bodies b on b.mission_id = m.id and b.role = 'lead'
  left join (
    select t.mission_id, array_agg(distinct t.cluster_id) as clusters from attendances t
    where ${came(date)} and t.cluster_id is not null and ${inScope('missions', 't.mission_id', scope)} group by t.mission_id
  ) c on c.mission_id = m.id
  where m.deleted_at is null and coalesce(m.cancelled_on > ${date}, true) and ${inScope('missions', 'm.id', scope)}`

/** What was paid for another. */
const expenses: Part = (_, scope, day) => sql`
  select 'expense', t.id, t.payer_id, array[t.beneficiary_id], 'expenses', t.id, t.title, t.paid_on, m.market_id, m.alliance_id, ${costOf('t')}, t.currency
  from expenses t left join missions m on m.id = t.mission_id and m.deleted_at is null
  where t.payer_id <> t.beneficiary_id and ${expensesInScope('t', scope)}
    and ${sql.join(conditionsOf(expenseList.parse(figureLists.paid.query), day), sql` and `)}`

/** Companies of others that came along on a mission that it led. */
const companies: Part = (date, scope) => sql`
  select 'company', ${actId('t.participation_id', 'b.organisation_id')}, b.organisation_id, array[t.cluster_id], 'participations', t.participation_id, o.name, t.since,
    m.market_id, m.alliance_id, null, null
  from attendances t join missions m on m.id = t.mission_id and m.deleted_at is null
  join mission_bodies b on b.mission_id = m.id and b.role = 'lead' and b.organisation_id <> t.cluster_id
  join organisations o on o.id = t.organisation_id
  where t.side = 'home' and ${came(date)} and ${inScope('missions', 'm.id', scope)}`
