import { type RawBuilder, sql } from 'kysely'
import { agreementList } from '../../contract/agreements.ts'
import { expenseList } from '../../contract/expenses.ts'
import { missionList } from '../../contract/missions.ts'
import type { Scope } from '../../contract/primitives.ts'
import { servedRecordList } from '../../contract/served-lists.ts'
import { listOfMeasure, type Measure } from '../../domain/figures.ts'
import type { CivilDate } from '../../domain/partial-date.ts'
import { signedIn } from '../agreements/list.ts'
import { conditionsOf as expensesWhere } from '../expenses/conditions.ts'
import { costOf } from '../expenses/cost.ts'
import { inScope } from '../scope.ts'
import { recordsAsOf } from '../served/records.ts'

type Fragment = RawBuilder<unknown>

/** Whether a measure's facts are one row for each record; else a company, a meeting or an outcome may stand in several. */
export const rowsPer = (measure: Measure): 'record' | 'several' =>
  measure === 'agreements' || measure === 'missions' || measure === 'money' ? 'record' : 'several'

/** A column as a list of one, or of none. */
const one = (column: string) => sql`array_remove(array[${sql.ref(column)}]::uuid[], null)`

/**
 * What a measure counts in the scope as of the day: one row for each record (`id`; a company's for each of its records), with
 * the clusters, markets and alliances that it belongs to by the rule of the lists' scope, each once; of money its currency and amount.
 */
export function factsOf(measure: Measure, day: CivilDate, scope: Scope, year: number | undefined): Fragment {
  const { query } = listOfMeasure(measure, year)
  switch (measure) {
    case 'agreements':
      return agreements(day, scope, agreementList.parse(query).year)
    case 'missions':
      return missions(day, scope, missionList.parse(query))
    case 'money':
      return expenses(day, scope, expenseList.parse(query))
    default:
      return served(measure === 'smes' ? 'organisation_id' : 'record_id', day, {
        ...servedRecordList.parse(query),
        ...scope,
      })
  }
}

const agreements = (day: CivilDate, scope: Scope, year: number | undefined) => sql`
  select a.id, ${one('a.market_id')} as markets, ${one('a.alliance_id')} as alliances, null::text as currency, 0::bigint as minor,
    array(select p.organisation_id from agreement_parties p where p.agreement_id = a.id
      union select a.negotiator_id where a.negotiator_id is not null) as clusters,
    extract(year from case when derived.signed_on <= ${day}::date then derived.signed_on end)::int as year
  from agreements a join agreement_standing derived on derived.agreement_id = a.id
  where a.deleted_at is null and ${inScope('agreements', 'a.id', scope)}
    and ${year === undefined ? sql`true` : signedIn(year, day)}`

const missions = (
  day: CivilDate,
  scope: Scope,
  { status, from, to }: { status?: string[] | undefined; from?: string | undefined; to?: string | undefined },
) => sql`
  select m.id, ${one('m.market_id')} as markets, ${one('m.alliance_id')} as alliances, null::text as currency, 0::bigint as minor,
    coalesce(b.clusters, '{}') as clusters, extract(year from coalesce(partial_first(m.starts), partial_first(m.ends)))::int as year
  from missions m
  join missions_on(${day}, array(
    select i.id from missions i where i.deleted_at is null and ${inScope('missions', 'i.id', scope)})) s on s.mission_id = m.id
  left join (
    select x.mission_id, array_agg(x.id) as clusters from (
      select b.mission_id, b.organisation_id as id from mission_bodies b
      union select p.mission_id, p.cluster_id from participations p where p.cluster_id is not null and p.deleted_at is null
    ) x group by x.mission_id
  ) b on b.mission_id = m.id
  where s.status = any (${sql.val(status ?? [])}::text[])
    and ${from ? sql`coalesce(partial_last(m.ends), partial_last(m.starts)) >= ${from}::date` : sql`true`}
    and ${to ? sql`coalesce(partial_first(m.starts), partial_first(m.ends)) <= ${to}::date` : sql`true`}`

const served = (
  counted: 'organisation_id' | 'record_id',
  day: CivilDate,
  asked: Parameters<typeof recordsAsOf>[1],
) => sql`
  select ${sql.ref(`r.${counted}`)} as id, ${one('r.market_id')} as markets, ${one('r.alliance_id')} as alliances,
    null::text as currency, 0::bigint as minor, ${one('r.cluster_id')} as clusters, extract(year from r.on_day)::int as year
  from (${recordsAsOf(day, asked)}) r`

/** The elements of a list once each, or none. Sorting every expense's, as the database would, takes longer than all the rest. */
const each = (list: string) => {
  const ids = sql.ref(list)
  return sql`case when ${ids} is null then '{}' when cardinality(${ids}) = 1 then ${ids}
    when cardinality(${ids}) = 2 and ${ids}[1] = ${ids}[2] then ${ids}[1:1] when cardinality(${ids}) = 2 then ${ids}
    else array(select distinct u.id from unnest(${ids}) u (id)) end`
}

const expenses = (day: CivilDate, scope: Scope, asked: ReturnType<typeof expenseList.parse>) => sql`
  with t as materialized (
    select t.id, t.currency, t.paid_on, t.payer_id, t.beneficiary_id, t.mission_id, ${costOf('t')} as minor from expenses t
    where ${inScope('expenses', 't.id', scope)} and ${sql.join(expensesWhere(asked, day), sql` and `)}
  )
  select t.id, ${each('w.markets')} as markets, ${each('w.alliances')} as alliances, t.currency, t.minor,
    case when t.payer_id = t.beneficiary_id then array[t.payer_id] else array_remove(array[t.payer_id, t.beneficiary_id], null) end as clusters,
    extract(year from t.paid_on)::int as year
  from t
  left join (
    select x.id, array_agg(x.market_id) filter (where x.market_id is not null) as markets,
      array_agg(x.alliance_id) filter (where x.alliance_id is not null) as alliances
    from (
      select t.id, l.market_id, g.alliance_id
      from t join expense_shares s on s.expense_id = t.id
      left join budget_lines l on l.id = s.line_id left join grants g on g.id = s.grant_id and g.deleted_at is null
      union all
      select t.id, m.market_id, m.alliance_id from t join missions m on m.id = t.mission_id and m.deleted_at is null
    ) x group by x.id
  ) w on w.id = t.id`
