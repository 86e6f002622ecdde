import { sql } from 'kysely'
import type { readResults as endpoint, MissionResults } from '../../contract/outcomes.ts'
import { funnelSteps, ratings, usefulRatings } from '../../domain/meeting.ts'
import { placedStates } from '../../domain/participation.ts'
import { asOfDay, type Context } from '../context.ts'
import { mustBeMission } from '../meetings/read-schedule.ts'
import type { Verb } from '../route.ts'
import { outcomesOf } from './queries.ts'

type Day = string
type ClusterRow = MissionResults['byCluster'][number]

/**
 * What came of a mission as of a day: answers given by then, meetings of slots up to then, outcomes dated by then (one without
 * a day counts always).
 */
export const results: Verb<typeof endpoint> = async (ctx, { params: { id }, query }) => {
  await mustBeMission(ctx, id)
  const day = await asOfDay(ctx, query.asOf)
  const outcomes = await outcomesOf(
    ctx,
    sql`o.mission_id = ${id} and coalesce(partial_first(o.on_date) <= ${day}, true)`,
  )
  return {
    asOf: day,
    funnel: await funnelOf(ctx, id, day),
    ratings: await ratingsOf(ctx, id, day),
    outcomes,
    byCluster: await byClusterOf(ctx, id, day),
    values: totals(outcomes),
    costs: await costsOf(ctx, id, day),
    followUp: await followUpOf(ctx, id, day),
  }
}

/**
 * A mission's meetings as of a day: `placed` where it has a slot, whatever became of it there (so that the figure doesn't fall
 * when one is cancelled on its day), or took or should have taken place by then; `held` where it did. One without a slot is of
 * the mission's first day. `stateOn` of src/domain/meeting.ts is the same rule.
 */
const meetingsAsOf = (missionId: string, day: Day) => sql`
  select m.id, m.a_id, m.b_id, m.rating, m.state = 'held' and t.past as held,
    m.slot_id is not null or (m.state in ('held', 'no_show') and t.past) as placed,
    m.rating is not null and t.past as rated
  from meetings m
  join missions n on n.id = m.mission_id
  left join slots s on s.id = m.slot_id
  cross join lateral (select coalesce(coalesce(s.day, partial_first(n.starts)) <= ${day}, true) as past) t
  where m.mission_id = ${missionId} and m.deleted_at is null`

const outcomesAsOf = (missionId: string, day: Day) => sql`
  select o.id, o.meeting_id from outcomes o where o.mission_id = ${missionId} and coalesce(partial_first(o.on_date) <= ${day}, true)`

async function funnelOf(ctx: Context, missionId: string, day: Day): Promise<MissionResults['funnel']> {
  const { rows } = await sql<{ step: string; ids: string[] }>`
    with meeting as materialized (${meetingsAsOf(missionId, day)}),
    pair as (
      select p.a_id || ' ' || p.b_id as id, p.state from pairs_on(${day}, ${missionId}, ${day}) p
      -- A veto alone asks for nothing.
      where exists (
        select from requests r where r.mission_id = ${missionId} and r.wish <> 'never' and p.a_id in (r.from_id, r.to_id) and p.b_id in (r.from_id, r.to_id))
    ),
    counted as (
      select 'requested' as step, p.id from pair p
      union all select 'accepted', p.id from pair p where p.state = 'agreed'
      union all select 'scheduled', m.id::text from meeting m where m.placed
      union all select 'held', m.id::text from meeting m where m.held
      union all select 'useful', m.id::text from meeting m where m.held and m.rating in (${sql.join([...usefulRatings])})
      union all select 'outcome', m.id::text from meeting m where m.id in (select o.meeting_id from (${outcomesAsOf(missionId, day)}) o)
    )
    select step, array_agg(id order by id) as ids from counted group by step`.execute(ctx.db)
  const found = new Map(rows.map(({ step, ids }) => [step, ids]))
  return funnelSteps.map((step) => {
    const ids = found.get(step) ?? []
    return { step, count: ids.length, ids }
  })
}

async function ratingsOf(ctx: Context, missionId: string, day: Day): Promise<MissionResults['ratings']> {
  const { rows } = await sql<{ rating: string; ids: string[] }>`
    select m.rating, array_agg(m.id::text order by m.id) as ids from (${meetingsAsOf(missionId, day)}) m where m.rated group by m.rating`.execute(
    ctx.db,
  )
  const found = new Map(rows.map(({ rating, ids }) => [rating, ids]))
  return ratings.map((rating) => {
    const ids = found.get(rating) ?? []
    return { rating, count: ids.length, ids }
  })
}

/** Companies that have a place, by the cluster that brought them; a meeting or outcome of two clusters' companies counts for each. */
async function byClusterOf(ctx: Context, missionId: string, day: Day): Promise<MissionResults['byCluster']> {
  const { rows } = await sql<Pick<ClusterRow, 'cluster'> & ClusterRow['ids']>`
    with meeting as materialized (${meetingsAsOf(missionId, day)}),
    outcome as materialized (${outcomesAsOf(missionId, day)}),
    company as materialized (
      select p.id, p.organisation_id, p.cluster_id, s.state
      from participations p cross join lateral participation_on(p.id, ${day}) s
      where p.mission_id = ${missionId} and p.side = 'home' and p.deleted_at is null
    ),
    met as (
      select c.cluster_id, array_agg(distinct m.id::text) filter (where m.placed) as placed,
        array_agg(distinct m.id::text) filter (where m.held) as held
      from meeting m join company c on c.id in (m.a_id, m.b_id) group by c.cluster_id
    ),
    earned as (
      select c.cluster_id, array_agg(distinct o.id::text) as outcomes
      from outcome o join outcome_companies w on w.outcome_id = o.id join company c on c.organisation_id = w.organisation_id
      group by c.cluster_id
    ),
    came as (
      select c.cluster_id, array_agg(c.id::text) filter (where c.state in (${sql.join([...placedStates])})) as companies,
        array_agg(c.id::text) filter (where c.state = 'attended') as attended
      from company c group by c.cluster_id
    )
    select case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end as cluster,
      coalesce(came.companies, '{}') as companies, coalesce(came.attended, '{}') as attended,
      coalesce(met.placed, '{}') as meetings, coalesce(met.held, '{}') as held, coalesce(earned.outcomes, '{}') as outcomes
    from came
    left join met on met.cluster_id is not distinct from came.cluster_id
    left join earned on earned.cluster_id is not distinct from came.cluster_id
    left join organisations o on o.id = came.cluster_id
    order by sorted_as(o.name) nulls last`.execute(ctx.db)
  return rows.map(({ cluster, ...ids }) => ({
    cluster,
    companies: ids.companies.length,
    attended: ids.attended.length,
    meetings: ids.meetings.length,
    held: ids.held.length,
    outcomes: ids.outcomes.length,
    ids,
  }))
}

/** What outcomes are worth, per currency. */
function totals(outcomes: MissionResults['outcomes']): MissionResults['values'] {
  const sums = new Map<string, number>()
  for (const { value } of outcomes)
    if (value) sums.set(value.currency, (sums.get(value.currency) ?? 0) + value.minor)
  return [...sums].sort().map(([currency, minor]) => ({ currency, minor }))
}

async function costsOf(ctx: Context, missionId: string, day: Day): Promise<MissionResults['costs']> {
  const { rows } = await sql<{ currency: string; minor: number; count: number }>`
    select e.currency, count(*)::int as count,
      sum(e.amount_minor - case when e.vat_recoverable then coalesce(e.vat_minor, 0) else 0 end)::bigint as minor
    from expenses e where e.mission_id = ${missionId} and e.paid_on <= ${day} and e.deleted_at is null
    group by e.currency order by e.currency`.execute(ctx.db)
  return {
    sums: rows.map(({ currency, minor }) => ({ currency, minor: Number(minor) })),
    count: rows.reduce((total, { count }) => total + count, 0),
  }
}

async function followUpOf(ctx: Context, missionId: string, day: Day): Promise<MissionResults['followUp']> {
  const { rows } = await sql<MissionResults['followUp'][number]>`
    select f.months, f.task_id as "taskId", f.participation_id as "participationId",
      json_build_object('id', o.id, 'name', o.name) as organisation, t.due, case when t.done_on <= ${day} then t.done_on end as "doneOn"
    from follow_ups f join tasks t on t.id = f.task_id
    join participations p on p.id = f.participation_id and p.deleted_at is null join organisations o on o.id = p.organisation_id
    where f.mission_id = ${missionId} and t.due is not null
    order by sorted_as(o.name), o.id, f.months`.execute(ctx.db)
  return rows
}
