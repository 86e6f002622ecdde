import { sql } from 'kysely'
import { usefulRatings } from '../../domain/meeting.ts'
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

/** What is of a mission, over `m`. */
const ofMission = (scope: CountingScope): Fragment =>
  sql.join(
    [
      asked(scope.alliance, (id) => sql`m.alliance_id = ${id}`),
      asked(scope.market, (id) => sql`m.market_id = ${id}`),
      asked(scope.grant, (id) => sql`m.id in (${missionsOfGrant(id)})`),
      asked(scope.mission, (id) => sql`m.id = ${id}`),
    ],
    sql` and `,
  )

/** Places on missions of living companies from home, narrowed to those of a cluster or a company. */
const homePlaces = (scope: CountingScope): Fragment => sql`
  select p.id from participations p join organisations w on w.id = p.organisation_id and w.deleted_at is null and 'company' = any (w.kinds)
  where p.side = 'home' and p.deleted_at is null and ${asked(scope.cluster, (id) => sql`p.cluster_id = ${id}`)}
    and ${asked(scope.company, (id) => sql`p.organisation_id = ${id}`)}`

/** Meetings of companies from home, each once; on the day of its slot, without one on the mission's first. */
export function meetingsLookedAt({ rule, scope, day }: Counting): Source {
  return {
    rows: sql`
      select t.id, 'meetings' as part, 'meetings' as noun, t.id as record_id, t.version, record_title('meetings', t.id) as title,
        null::uuid as company_id, coalesce(l.day, partial_first(m.starts)) as on_day, m.market_id, null::bigint as minor, null::text as currency,
        t.sample, m.kind, t.deleted_at is not null or m.deleted_at is not null as binned, t.state, t.rating
      from meetings t join missions m on m.id = t.mission_id left join slots l on l.id = t.slot_id
      where ${ofMission(scope)} and (t.a_id in (${homePlaces(scope)}) or t.b_id in (${homePlaces(scope)}))`,
    conditions: [
      ['in_bin', sql`not x.binned`],
      ['cancelled', sql`x.state <> 'cancelled'`],
      ['other_kind', ofKind(rule)],
      ['other_market', ofMarket(rule)],
      ['no_show', sql`x.state <> 'no_show'`],
      ['not_yet', sql`(x.state = 'held' and coalesce(x.on_day <= ${day}::date, true))`],
      ['outside_period', inPeriod(rule)],
      ...(rule.measure === 'meetings_useful'
        ? ([
            [
              'not_useful',
              sql`coalesce(x.rating in (${sql.join(usefulRatings.map((rating) => sql.lit(rating)))}), false)`,
            ],
          ] as const)
        : []),
    ],
  }
}

/** What came of missions for companies from home, each once. */
export function outcomesLookedAt({ rule, scope, day }: Counting): Source {
  const companies = sql`
    select c.outcome_id from outcome_companies c join organisations w on w.id = c.organisation_id and w.deleted_at is null and 'company' = any (w.kinds)
    ${scope.cluster ? sql`join participations p on p.mission_id = c.mission_id and p.organisation_id = c.organisation_id and p.deleted_at is null and p.cluster_id = ${scope.cluster}` : sql``}
    where ${asked(scope.company, (id) => sql`c.organisation_id = ${id}`)}`
  const valued = rule.measure === 'outcomes_value'
  return {
    rows: sql`
      select o.id, 'outcomes' as part, 'missions' as noun, o.mission_id as record_id, o.version, o.title, null::uuid as company_id,
        partial_first(o.on_date) as on_day, m.market_id, o.value_minor as minor, o.value_currency as currency, o.sample, o.kind,
        m.deleted_at is not null as binned
      from outcomes o join missions m on m.id = o.mission_id
      where ${ofMission(scope)} and o.id in (${companies})`,
    conditions: [
      ['in_bin', sql`not x.binned`],
      ['other_kind', ofKind(rule)],
      ['other_market', ofMarket(rule)],
      ['not_yet', sql`coalesce(x.on_day <= ${day}::date, true)`],
      ['outside_period', inPeriod(rule)],
      ...(valued ? ([['no_value', sql`x.minor is not null`]] as const) : []),
    ],
  }
}
