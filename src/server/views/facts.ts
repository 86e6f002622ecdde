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
import { expensesInScope, inScope } from '../scope.ts'
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

/** The years of a measure's facts, one row for each or fewer; of money without what else an expense belongs to. */
export const yearsIn = (measure: Measure, day: CivilDate, scope: Scope): Fragment =>
  measure === 'money'
    ? sql`select extract(year from t.paid_on)::int as year from expenses t where ${paidIn(day, scope, expenseList.parse(listOfMeasure(measure).query))}`
    : factsOf(measure, day, scope, undefined)

const agreements = (day: CivilDate, scope: Scope, year: number | undefined) => sql`
  select a.id, ${one('a.market_id')} as markets, ${one('a.alliance_id')} as alliances, null::text as currency, 0::bigint as minor,
    array(select p.organisation_id from agreement_parties p where p.agreement_id = a.id
      union select a.negotiator_id where a.negotiator_id is not null) as clusters,
    extract(year from case when a.signed_on <= ${day}::date then a.signed_on end)::int as year
  from (
    -- The clusters are asked for these alone, and not for each that is read on the way.
    select a.id, a.market_id, a.alliance_id, a.negotiator_id, derived.signed_on
    from agreements a join agreement_standing derived on derived.agreement_id = a.id
    where a.deleted_at is null and ${inScope('agreements', 'a.id', scope)} and ${year === undefined ? sql`true` : signedIn(year, day)}
    offset 0
  ) a`

const missions = (
  day: CivilDate,
  scope: Scope,
  { status, from, to }: { status?: string[] | undefined; from?: string | undefined; to?: string | undefined },
) => sql`
  select m.id, ${one('m.market_id')} as markets, ${one('m.alliance_id')} as alliances, null::text as currency, 0::bigint as minor,
    coalesce(b.clusters, '{}') as clusters, extract(year from coalesce(partial_first(m.starts), partial_first(m.ends)))::int as year
  from missions m
  join missions_on(${day}) s on s.mission_id = m.id
  left join (
    select x.mission_id, array_agg(x.id) as clusters from (
      select b.mission_id, b.organisation_id as id from mission_bodies b
      union select p.mission_id, p.cluster_id from participations p
        where p.cluster_id is not null and p.deleted_at is null and ${inScope('missions', 'p.mission_id', scope)}
    ) x group by x.mission_id
  ) b on b.mission_id = m.id
  where m.deleted_at is null and ${inScope('missions', 'm.id', scope)} and s.status = any (${sql.val(status ?? [])}::text[])
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

/** The elements of a list once each. Sorting every expense's, as the database would, takes longer than all the rest. */
const each = (list: string) => {
  const ids = sql.ref(list)
  return sql`case when cardinality(${ids}) < 2 then ${ids} when cardinality(${ids}) = 2 and ${ids}[1] = ${ids}[2] then ${ids}[1:1]
    when cardinality(${ids}) = 2 then ${ids} else array(select distinct u.id from unnest(${ids}) u (id)) end`
}

type AskedExpenses = ReturnType<typeof expenseList.parse>

const paidIn = (day: CivilDate, scope: Scope, asked: AskedExpenses) =>
  sql`${expensesInScope('t', scope)} and ${sql.join(expensesWhere(asked, day), sql` and `)}`

const expenses = (day: CivilDate, scope: Scope, asked: AskedExpenses) => sql`
  select w.id, ${each('w.markets')} as markets, ${each('w.alliances')} as alliances, w.currency, w.minor,
    case when w.payer_id = w.beneficiary_id then array[w.payer_id] else array_remove(array[w.payer_id, w.beneficiary_id], null) end as clusters,
    w.year
  from (
    select t.id, t.currency, t.payer_id, t.beneficiary_id, ${costOf('t')} as minor, extract(year from t.paid_on)::int as year,
      array_remove(array_append(array_agg(l.market_id), m.market_id), null) as markets,
      array_remove(array_append(array_agg(g.alliance_id), m.alliance_id), null) as alliances
    from expenses t left join missions m on m.id = t.mission_id and m.deleted_at is null
    left join expense_shares s on s.expense_id = t.id
    left join budget_lines l on l.id = s.line_id left join grants g on g.id = s.grant_id and g.deleted_at is null
    where ${paidIn(day, scope, asked)}
    group by t.id, m.id
  ) w`
