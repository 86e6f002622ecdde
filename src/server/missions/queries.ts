import { type RawBuilder, sql } from 'kysely'
import type { Mission } from '../../contract/missions.ts'
import { asOfDay, type Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { money } from '../money.ts'
import { standingMeetings } from './standing-meetings.ts'

/** One mission with everything its page shows, as of a day; 404 where there is none. One in the bin is given, marked. */
export async function readMission(ctx: Context, id: string, asOf?: string): Promise<Mission> {
  const day = await asOfDay(ctx, asOf)
  const { rows } = await sql<Mission>`
    select m.id, m.version, m.sample, m.title, m.kind, m.summary, s.status, s.stage, ${day}::text as "asOf",
      coalesce((select json_agg(json_build_object('id', t.id, 'stage', t.stage, 'since', t.since) order by t.since)
        from mission_stages t where t.mission_id = m.id), '[]') as stages,
      ${named('alliances', 'm.alliance_id')} as alliance,
      ${named('markets', 'm.market_id')} as market,
      ${named('market_regions', 'm.region_id')} as region,
      m.starts, m.ends, to_char(m.start_time, 'HH24:MI') as "startTime", m.time_zone as "timeZone", m.home_time_zone as "homeTimeZone",
      m.venue, m.town, m.country, m.latitude, m.longitude, m.capacity, ${money('m.fee')} as fee,
      m.applications_close as "applicationsClose", m.free_withdrawal_until as "freeWithdrawalUntil",
      m.cancelled_on as "cancelledOn", m.cancelled_reason as "cancelledReason", m.closed_on as "closedOn",
      ${bodies} as bodies, ${agreements} as agreements, ${steps} as steps,
      coalesce((select json_agg(json_build_object('id', c.id, 'name', c.name, 'weight', c.weight) order by c.position)
        from mission_criteria c where c.mission_id = m.id), '[]') as criteria,
      ${counts(day)} as counts,
      m.deleted_at as "deletedAt", m.created_at as "createdAt", m.updated_at as "updatedAt"
    from missions m join missions_on(${day}, array[${id}::uuid]) s on s.mission_id = m.id
    where m.id = ${id}`.execute(ctx.db)
  const found = rows[0]
  if (!found) throw new Failure('not_found', 'There is no such mission')
  return found
}

const named = (table: string, column: string): RawBuilder<unknown> =>
  sql`(select json_build_object('id', n.id, 'name', n.name) from ${sql.table(table)} n where n.id = ${sql.ref(column)})`

const bodies = sql`coalesce((
  select json_agg(json_build_object('id', b.id, 'organisation', json_build_object('id', o.id, 'name', o.name),
    'isCluster', 'cluster' = any (o.kinds), 'colour', o.colour, 'role', b.role) order by b.position)
  from mission_bodies b join organisations o on o.id = b.organisation_id where b.mission_id = m.id), '[]')`

const agreements = sql`coalesce((
  select json_agg(json_build_object('id', l.id, 'agreement', json_build_object('id', a.id, 'name', a.title),
    'action', case when c.id is not null then json_build_object('id', c.id, 'name', c.title) end) order by l.position)
  from mission_agreements l join agreements a on a.id = l.agreement_id left join cooperation_actions c on c.id = l.action_id
  where l.mission_id = m.id), '[]')`

const steps = sql`coalesce((
  select json_agg(json_build_object('id', t.id, 'phase', t.phase, 'key', t.key, 'title', t.title, 'due', t.due, 'anchor', t.anchor,
    'days', t.days, 'dueOn', step_due(t.due, t.anchor, t.days, m.starts, m.ends), 'doneOn', t.done_on,
    'owner', (select json_build_object('id', h.id, 'name', concat_ws(' ', h.given_name, h.family_name)) from people h where h.id = t.owner_id))
    order by t.position)
  from mission_steps t where t.mission_id = m.id), '[]')`

/** Companies by how far they have come as of the day, counterparts still in it, and what is there of meetings and outcomes. */
const counts = (day: string) => sql`(
  select json_build_object(
    'invited', count(*) filter (where p.side = 'home' and s.state = 'invited'),
    'applied', count(*) filter (where p.side = 'home' and s.state in ('applied', 'shortlisted')),
    'placed', count(*) filter (where p.side = 'home' and s.state in ('accepted', 'confirmed', 'attended', 'no_show')),
    'waitlisted', count(*) filter (where p.side = 'home' and s.state = 'waitlisted'),
    'counterparts', count(*) filter (where p.side = 'partner' and s.state not in ('rejected', 'withdrawn')),
    'meetings', ${standingMeetings(day)},
    -- Of these, the ones that stand on the grid, or were met without having stood there.
    'placedMeetings', (select count(*) from meetings t where t.mission_id = m.id and t.deleted_at is null
      and (t.state in ('held', 'no_show') or t.state = 'planned' and t.slot_id is not null)),
    'held', (select count(*) from meetings t left join slots w on w.id = t.slot_id where t.mission_id = m.id and t.deleted_at is null
      and t.state = 'held' and coalesce(coalesce(w.day, partial_first(m.starts)) <= ${day}, true)),
    'outcomes', (select count(*) from outcomes o where o.mission_id = m.id and coalesce(partial_first(o.on_date) <= ${day}, true)))
  from participations p cross join lateral participation_on(p.id, ${day}) s
  where p.mission_id = m.id and p.deleted_at is null)`
