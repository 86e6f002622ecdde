import { sql } from 'kysely'
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

/** Missions of a scope, over `m`; those in the bin among them. */
const inScope = (scope: CountingScope): Fragment =>
  sql.join(
    [
      asked(scope.alliance, (id) => sql`m.alliance_id = ${id}`),
      asked(
        scope.cluster,
        (id) => sql`m.id in (select b.mission_id from mission_bodies b where b.organisation_id = ${id}
          union select p.mission_id from participations p where p.cluster_id = ${id} and p.deleted_at is null)`,
      ),
      asked(scope.market, (id) => sql`m.market_id = ${id}`),
      asked(scope.grant, (id) => sql`m.id in (${missionsOfGrant(id)})`),
      asked(scope.mission, (id) => sql`m.id = ${id}`),
      asked(
        scope.company,
        (id) =>
          sql`m.id in (select p.mission_id from participations p where p.organisation_id = ${id} and p.deleted_at is null)`,
      ),
    ],
    sql` and `,
  )

/** Missions: held once they are over, on their last day; led by the cluster, or by any body where none is asked for. */
export function missionsLookedAt({ rule, scope, day }: Counting): Source {
  const led = asked(scope.cluster, (id) => sql`b.organisation_id = ${id}`)
  return {
    rows: sql`
      select m.id, 'missions' as part, 'missions' as noun, m.id as record_id, m.version, m.title, null::uuid as company_id,
        partial_last(coalesce(m.ends, m.starts)) as on_day, m.market_id, null::bigint as minor, null::text as currency, m.sample, m.kind,
        m.deleted_at is not null as binned, s.status,
        exists (select from mission_bodies b where b.mission_id = m.id and b.role = 'lead' and ${led}) as led
      from missions m
      join missions_on(${day}::date) s on s.mission_id = m.id
      where ${inScope(scope)}`,
    conditions: [
      ['in_bin', sql`not x.binned`],
      ['cancelled', sql`x.status <> 'cancelled'`],
      ['other_kind', ofKind(rule)],
      ['other_market', ofMarket(rule)],
      ...(rule.measure === 'missions_led' ? ([['not_led', sql`x.led`]] as const) : []),
      ['undated', sql`(x.on_day is not null or x.status = 'closed')`],
      ['not_yet', sql`x.status in ('follow_up', 'closed')`],
      ['outside_period', inPeriod(rule)],
    ],
  }
}
