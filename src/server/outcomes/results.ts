import { sql } from 'kysely'
import type { readResults as endpoint, MissionResults } from '../../contract/outcomes.ts'
import { funnelSteps, ratings, usefulRatings } from '../../domain/meeting.ts'
import { asOfDay, type Context } from '../context.ts'
import { Failure } from '../failure.ts'
import type { Verb } from '../route.ts'
import { outcomesOf } from './queries.ts'

/** What came of a mission. Requests and outcomes are those of the day; a meeting is what was recorded of it last. */
export const results: Verb<typeof endpoint> = async (ctx, { params: { id }, query }) => {
  const mission = await ctx.db.selectFrom('missions').select('id').where('id', '=', id).executeTakeFirst()
  if (!mission) throw new Failure('not_found', 'There is no such mission')
  const day = await asOfDay(ctx, query.asOf)
  const outcomes = await outcomesOf(
    ctx,
    sql`o.mission_id = ${id} and coalesce(partial_first(o.on_date) <= ${day}, true)`,
  )
  return {
    asOf: day,
    funnel: await funnelOf(ctx, id, day),
    ratings: await ratingsOf(ctx, id),
    outcomes,
    byCluster: await byClusterOf(ctx, id, day),
    values: totals(outcomes),
    followUp: await followUpOf(ctx, id),
  }
}

async function funnelOf(ctx: Context, id: string, day: string): Promise<MissionResults['funnel']> {
  const { rows } = await sql<{ step: string; ids: string[] }>`
    with pairs as (select p.a_id, p.b_id, p.state from pairs_on(${day}, ${id}) p),
    held as (
      select t.id, t.a_id, t.b_id, t.slot_id, t.state, t.rating from meetings t where t.mission_id = ${id} and t.deleted_at is null),
    named as (
      -- A pair goes by its meeting where there is one, so that it opens.
      select coalesce(h.id::text, p.a_id || ' ' || p.b_id) as name, p.state
      from pairs p left join held h on least(h.a_id, h.b_id) = p.a_id and greatest(h.a_id, h.b_id) = p.b_id)
    select 'requested' as step, coalesce(json_agg(name order by name), '[]') as ids from named
    union all select 'accepted', coalesce(json_agg(name order by name), '[]') from named where state = 'agreed'
    union all select 'scheduled', coalesce(json_agg(id order by id), '[]') from held where slot_id is not null
    union all select 'held', coalesce(json_agg(id order by id), '[]') from held where state = 'held'
    union all select 'useful', coalesce(json_agg(id order by id), '[]') from held
      where state = 'held' and rating in (${sql.join([...usefulRatings])})
    union all select 'outcome', coalesce(json_agg(id order by id), '[]') from held
      where state = 'held' and exists (select from outcomes o where o.meeting_id = held.id
        and coalesce(partial_first(o.on_date) <= ${day}, true))`.execute(ctx.db)
  const found = new Map(rows.map(({ step, ids }) => [step, ids]))
  return funnelSteps.map((step) => {
    const ids = found.get(step) ?? []
    return { step, ids, count: ids.length }
  })
}

async function ratingsOf(ctx: Context, id: string): Promise<MissionResults['ratings']> {
  const rows = await ctx.db
    .selectFrom('meetings')
    .select(['rating', sql<number>`count(*)::int`.as('count')])
    .where('mission_id', '=', id)
    .where('deleted_at', 'is', null)
    .groupBy('rating')
    .execute()
  return ratings.map((rating) => ({ rating, count: rows.find((row) => row.rating === rating)?.count ?? 0 }))
}

async function byClusterOf(ctx: Context, id: string, day: string): Promise<MissionResults['byCluster']> {
  const { rows } = await sql<MissionResults['byCluster'][number]>`
    with companies as (
      select p.id, p.cluster_id, p.organisation_id, s.state
      from participations p cross join lateral participation_on(p.id, ${day}) s
      where p.mission_id = ${id} and p.side = 'home' and p.deleted_at is null and s.state not in ('rejected', 'withdrawn'))
    select case when c.id is not null then json_build_object('id', c.id, 'name', c.name) end as cluster,
      count(*)::int as companies, (count(*) filter (where p.state = 'attended'))::int as attended,
      coalesce(sum(met.scheduled), 0)::int as meetings, coalesce(sum(met.held), 0)::int as held,
      (select count(distinct x.outcome_id)::int from outcome_companies x where x.mission_id = ${id}
        and x.organisation_id = any (array_agg(p.organisation_id))) as outcomes
    from companies p left join organisations c on c.id = p.cluster_id
    cross join lateral (
      select count(*) filter (where t.slot_id is not null and t.state <> 'cancelled') as scheduled,
        count(*) filter (where t.state = 'held') as held
      from meetings t where t.deleted_at is null and (t.a_id = p.id or t.b_id = p.id)) met
    group by c.id order by folded(c.name) nulls last`.execute(ctx.db)
  return rows
}

/** What outcomes are worth, per currency. */
function totals(outcomes: MissionResults['outcomes']): MissionResults['values'] {
  const sums = new Map<string, number>()
  for (const { value } of outcomes)
    if (value) sums.set(value.currency, (sums.get(value.currency) ?? 0) + value.minor)
  return [...sums].sort().map(([currency, minor]) => ({ currency, minor }))
}

async function followUpOf(ctx: Context, id: string): Promise<MissionResults['followUp']> {
  const { rows } = await sql<MissionResults['followUp'][number]>`
    select f.months, f.task_id as "taskId", f.participation_id as "participationId",
      json_build_object('id', o.id, 'name', o.name) as organisation, t.due, t.done_on as "doneOn"
    from follow_ups f join tasks t on t.id = f.task_id
    join participations p on p.id = f.participation_id join organisations o on o.id = p.organisation_id
    join missions n on n.id = p.mission_id
    where f.mission_id = ${id} and t.due is not null
    order by folded(o.name), o.id, f.months`.execute(ctx.db)
  return rows
}
