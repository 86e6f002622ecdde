import { sql } from 'kysely'
import { servedThrough } from '../../domain/indicators.ts'
import {
  asked,
  type Counting,
  type CountingScope,
  type Fragment,
  inPeriod,
  missionsOfGrant,
  ofKind,
  ofMarket,
  type Source,
} from './rule.ts'

const all = (conditions: readonly Fragment[]) => sql.join([...conditions], sql` and `)

/** Companies from home that came along: the last state by the day says whether. */
const missions = (day: Fragment, scope: CountingScope): Fragment => sql`
  select p.id, 'participations' as part, 'participations' as noun, p.id as record_id, p.version, p.organisation_id as company_id,
    case when t.state = 'attended' then t.since else ${day} end as on_day, m.market_id, null::bigint as minor, null::text as currency, p.sample,
    m.kind, p.deleted_at is not null or m.deleted_at is not null as binned, t.state, coalesce(m.cancelled_on <= ${day}, false) as cancelled,
    coalesce(partial_last(coalesce(m.starts, m.ends)) <= ${day}, t.state = 'no_show') as begun
  from participations p join missions m on m.id = p.mission_id
  left join participation_states t on t.participation_id = p.id and t.since <= ${day} and not exists (
    select from participation_states u where u.participation_id = t.participation_id and u.since <= ${day} and u.position > t.position)
  where p.side = 'home' and ${all([
    asked(scope.alliance, (id) => sql`m.alliance_id = ${id}`),
    asked(scope.cluster, (id) => sql`p.cluster_id = ${id}`),
    asked(scope.market, (id) => sql`m.market_id = ${id}`),
    asked(scope.grant, (id) => sql`m.id in (${missionsOfGrant(id)})`),
    asked(scope.mission, (id) => sql`m.id = ${id}`),
    asked(scope.company, (id) => sql`p.organisation_id = ${id}`),
  ])}`

/** Services have neither an alliance nor a grant nor a mission. */
const services = (day: Fragment, scope: CountingScope): Fragment => sql`
  select v.id, 'services', 'organisations', v.organisation_id, v.version, v.organisation_id, d.on_day, v.market_id, v.value_minor,
    v.value_currency, v.sample, null, false, case when d.on_day <= ${day} then 'attended' end, false, true
  from services v cross join lateral (select coalesce(partial_first(v.starts), partial_first(v.ends), v.created_at::date) as on_day) d
  where ${all([
    sql`${!scope.alliance && !scope.grant && !scope.mission}`,
    asked(scope.cluster, (id) => sql`v.cluster_id = ${id}`),
    asked(scope.market, (id) => sql`v.market_id = ${id}`),
    asked(scope.company, (id) => sql`v.organisation_id = ${id}`),
  ])}`

/** Aid that we awarded; of its participation's or service's cluster and market, else of the cluster that granted it. */
const aid = (day: Fragment, scope: CountingScope): Fragment => sql`
  select a.id, 'aid', 'organisations', a.organisation_id, a.version, a.organisation_id, a.granted_on, coalesce(m.market_id, v.market_id), a.euros,
    'EUR', a.sample, m.kind, false, case when a.granted_on <= ${day} then 'attended' end, false, true
  from aid a left join participations p on p.id = a.participation_id left join missions m on m.id = p.mission_id
  left join services v on v.id = a.service_id left join organisations g on g.id = a.granter_id and 'cluster' = any (g.kinds)
  where a.origin = 'awarded' and ${all([
    asked(scope.alliance, (id) => sql`m.alliance_id = ${id}`),
    asked(scope.cluster, (id) => sql`coalesce(p.cluster_id, v.cluster_id, g.id) = ${id}`),
    asked(scope.market, (id) => sql`coalesce(m.market_id, v.market_id) = ${id}`),
    asked(
      scope.grant,
      (id) =>
        sql`(m.id in (${missionsOfGrant(id)}) or a.expense_id in (select s.expense_id from expense_shares s where s.grant_id = ${id}))`,
    ),
    asked(scope.mission, (id) => sql`m.id = ${id}`),
    asked(scope.company, (id) => sql`a.organisation_id = ${id}`),
  ])}`

const parts = { mission: missions, service: services, aid } as const

/** What companies from home got: a place on a mission, a service, aid; with their status on the day of it, where that is asked for. */
export function servedLookedAt({ rule, scope, day }: Counting): Source {
  const by = sql`${day}::date`
  // The first names the columns that the others fill.
  const through = (['mission', 'service', 'aid'] as const).filter((kind) =>
    servedThrough(rule.measure, rule.through).includes(kind),
  )
  const named = sql`select null::uuid as id, null as part, null as noun, null::uuid as record_id, null::int as version, null::uuid as company_id,
    null::date as on_day, null::uuid as market_id, null::bigint as minor, null::text as currency, null::boolean as sample, null::text as kind,
    null::boolean as binned, null::text as state, null::boolean as cancelled, null::boolean as begun where false`
  const found = sql.join(
    [...(through[0] === 'mission' ? [] : [named]), ...through.map((kind) => parts[kind](by, scope))],
    sql` union all `,
  )
  const ofSmes = rule.measure === 'smes_served'
  const came = sql`coalesce(x.state = 'attended', false)`
  const out = sql`coalesce(x.state in ('withdrawn', 'rejected', 'no_show'), false)`
  return {
    rows: sql`
      select r.*, w.name as title, w.deleted_at is not null as company_binned, 'company' = any (w.kinds) as is_company,
        ${ofSmes ? sql`coalesce(s.status, 'unknown')` : sql`null::text`} as status
      from (${found}) r join organisations w on w.id = r.company_id
      ${ofSmes ? sql`left join sme_periods s on s.organisation_id = r.company_id and r.on_day between s.from_date and s.to_date` : sql``}`,
    conditions: [
      ['in_bin', sql`not (x.binned or x.company_binned)`],
      ['not_a_company', sql`x.is_company`],
      // What is no mission has no kind, and is what the rule says it is.
      ['other_kind', rule.kinds.length > 0 ? sql`(x.kind is null or ${ofKind(rule)})` : sql`true`],
      ['other_market', ofMarket(rule)],
      ['cancelled', sql`(${came} or not x.cancelled)`],
      // Nobody has failed to come to what has not begun.
      ['never_came', sql`not (${out} and x.begun)`],
      ['not_coming', sql`not ${out}`],
      ['not_yet', came],
      ['outside_period', inPeriod(rule)],
      ...(ofSmes
        ? ([
            ['status_unknown', sql`x.status <> 'unknown'`],
            ['not_an_sme', sql`x.status in ('micro', 'small', 'medium')`],
          ] as const)
        : []),
    ],
  }
}
