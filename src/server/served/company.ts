import { sql } from 'kysely'
import type { CompanyServed, readCompanyServed } from '../../contract/served.ts'
import { journeyOf } from '../../domain/journey.ts'
import { ratings } from '../../domain/meeting.ts'
import { mustBeThere } from '../companies/hold.ts'
import { asOfDay, type Context } from '../context.ts'
import { outcomesOf } from '../outcomes/queries.ts'
import { waitingTurns } from '../participations/queries.ts'
import type { Verb } from '../route.ts'
import { servicesOf } from '../services/queries.ts'

/** One company: its missions with how their meetings went, services, aid, what came of it, and how far it has come. */
export const companyServed: Verb<typeof readCompanyServed> = async (ctx, { params: { id }, query }) => {
  await mustBeThere(ctx, id)
  const day = await asOfDay(ctx, query.asOf)
  const missions = await missionsOf(ctx, id, day)
  const outcomes = await outcomesIn(ctx, id, day)
  const services = await servicesBy(ctx, id, day)
  const { rows } = await sql<CompanyServed['aid']>`
    select count(*)::int as count, coalesce(sum(a.euros), 0)::bigint as euros from aid a
    where a.organisation_id = ${id} and a.origin = 'awarded' and a.granted_on <= ${day}::date`.execute(ctx.db)
  const journey = journeyOf({
    attended: missions
      .filter(({ state, side }) => state === 'attended' && side === 'home')
      .map(({ kind, starts }) => ({ kind, on: starts })),
    services: services.map(({ kind, starts }) => ({ kind, on: starts })),
    outcomes,
  })
  return { asOf: day, missions, outcomes, services, aid: rows[0] ?? { count: 0, euros: 0 }, journey }
}

/** A meeting of the day it is set for; without a slot, of the mission's first. */
async function missionsOf(ctx: Context, id: string, day: string): Promise<CompanyServed['missions']> {
  const own = sql`array(select x.id from participations x where x.organisation_id = ${id} and x.deleted_at is null)`
  const { rows } = await sql<CompanyServed['missions'][number]>`
    with waiting as (${waitingTurns(own, day)})
    select p.id as "participationId", json_build_object('id', m.id, 'name', m.title) as mission, m.kind, m.starts, m.ends, p.side, s.state, w.turn as waiting,
      case when c.id is not null then json_build_object('id', c.id, 'name', c.name) end as cluster, met.scheduled, met.held, met.ratings
    from participations p join missions m on m.id = p.mission_id and m.deleted_at is null left join organisations c on c.id = p.cluster_id
    cross join lateral participation_on(p.id, ${day}) s left join waiting w on w.id = p.id
    cross join lateral (
      select (count(*) filter (where x.placed))::int as scheduled, (count(*) filter (where x.held))::int as held,
        coalesce((select json_agg(json_build_object('rating', g.rating, 'count', g.count) order by array_position(${sql.val([...ratings])}::text[], g.rating))
          from (select y.rating, count(*)::int as count from (${meetingsOf(day)}) y where y.rating is not null group by y.rating) g), '[]') as ratings
      from (${meetingsOf(day)}) x
    ) met
    where p.organisation_id = ${id} and p.deleted_at is null
    order by partial_first(m.starts) desc nulls last, m.id`.execute(ctx.db)
  return rows
}

const meetingsOf = (day: string) => sql`
  select t.state = 'held' and d.past as held, (t.slot_id is not null and t.state <> 'cancelled') or (t.state in ('held', 'no_show') and d.past) as placed,
    case when d.past then t.rating end as rating
  from meetings t left join slots l on l.id = t.slot_id
  cross join lateral (select coalesce(coalesce(l.day, partial_first(m.starts)) <= ${day}::date, true) as past) d
  where t.deleted_at is null and (t.a_id = p.id or t.b_id = p.id)`

async function outcomesIn(ctx: Context, id: string, day: string): Promise<CompanyServed['outcomes']> {
  const found = await outcomesOf(
    ctx,
    sql`o.id in (select c.outcome_id from outcome_companies c where c.organisation_id = ${id})
      and coalesce(partial_first(o.on_date) <= ${day}::date, true)
      and exists (select from missions m where m.id = o.mission_id and m.deleted_at is null)`,
  )
  const { rows } = await sql<CompanyServed['outcomes'][number]['mission']>`
    select id, title as name from missions where id = any (${sql.val([...new Set(found.map(({ missionId }) => missionId))])}::uuid[])`.execute(
    ctx.db,
  )
  const names = new Map(rows.map((row) => [row.id, row]))
  return found.flatMap((outcome) => {
    const mission = names.get(outcome.missionId)
    return mission ? [{ ...outcome, mission }] : []
  })
}

/** The newest first; one without a day counts from when it was entered. */
async function servicesBy(ctx: Context, id: string, day: string): Promise<CompanyServed['services']> {
  const { rows } = await sql<{ id: string }>`
    select v.id from services v cross join lateral (select coalesce(partial_first(v.starts), partial_first(v.ends), v.created_at::date) as day) d
    where v.organisation_id = ${id} and d.day <= ${day}::date order by d.day desc, v.id`.execute(ctx.db)
  return servicesOf(
    ctx,
    rows.map((row) => row.id),
  )
}
