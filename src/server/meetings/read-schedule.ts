import { sql } from 'kysely'
import type { Schedule } from '../../contract/meetings.ts'
import { mayMeet, pairKey, pairsOf } from '../../domain/matching.ts'
import { canBeMet } from '../../domain/participation.ts'
import { asOfDay, type Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { meetingsOf } from './queries.ts'
import { requestsOf } from './request-facts.ts'

type Head = Pick<Schedule, 'missionId' | 'version' | 'timeZone' | 'homeTimeZone' | 'runId'>

/** The whole schedule of a mission, in a handful of queries however much there is in it; 404 where there is none. */
export async function readSchedule(ctx: Context, missionId: string): Promise<Schedule> {
  const { rows: heads } = await sql<Head>`
    select id as "missionId", version, time_zone as "timeZone", home_time_zone as "homeTimeZone",
      (select r.id from schedule_runs r where r.mission_id = missions.id order by r.position desc limit 1) as "runId"
    from missions where id = ${missionId}`.execute(ctx.db)
  const [head] = heads
  if (!head) throw new Failure('not_found', 'There is no such mission')
  const slots = await slotsOf(ctx, missionId)
  const tables = await tablesOf(ctx, missionId)
  const participants = await participantsOf(ctx, missionId)
  const requests = await requestsOf(ctx, missionId)
  const pairs = pairsOf(requests, await asOfDay(ctx, undefined))
  const asked = new Map(pairs.map((pair) => [pairKey(pair.aId, pair.bId), pair]))
  const rows = await meetingsOf(ctx, sql`m.mission_id = ${missionId} and m.deleted_at is null`)
  const meetings = rows.map((row) => {
    const pair = asked.get(pairKey(row.aId, row.bId))
    return { ...row, value: pair?.value ?? 0, mayMeet: mayMeet(pair) }
  })
  const known = new Set(meetings.map(({ aId, bId }) => pairKey(aId, bId)))
  const sides = new Map(participants.filter(({ state }) => canBeMet(state)).map(({ id, side }) => [id, side]))
  const open = pairs.filter(
    ({ aId, bId, state }) =>
      state === 'agreed' && sides.has(aId) && sides.has(bId) && !known.has(pairKey(aId, bId)),
  )
  return {
    ...head,
    slots,
    tables,
    participants,
    meetings,
    open: open.map(({ aId, bId, value }) =>
      sides.get(aId) === 'partner' && sides.get(bId) === 'home'
        ? { aId: bId, bId: aId, value }
        : { aId, bId, value },
    ),
    pending: pairs.filter(({ state }) => state === 'pending').length,
  }
}

/** The slots of a mission, in the order of time. */
export async function slotsOf(ctx: Context, missionId: string): Promise<Schedule['slots']> {
  const { rows } = await sql<Schedule['slots'][number]>`
    select id, day, to_char(starts, 'HH24:MI') as starts, to_char(ends, 'HH24:MI') as ends, session
    from slots where mission_id = ${missionId} order by day, starts`.execute(ctx.db)
  return rows
}

async function tablesOf(ctx: Context, missionId: string): Promise<Schedule['tables']> {
  const { rows } = await sql<Schedule['tables'][number]>`
    select t.id, t.name, t.place,
      array(select c.slot_id::text from table_closures c join slots s on s.id = c.slot_id where c.table_id = t.id order by s.day, s.starts) as closed
    from meeting_tables t where t.mission_id = ${missionId} order by t.position, t.id`.execute(ctx.db)
  return rows
}

async function participantsOf(ctx: Context, missionId: string): Promise<Schedule['participants']> {
  const { rows } = await sql<Schedule['participants'][number]>`
    select p.id, p.organisation_id as "organisationId", o.name, native_name(o.id) as "nativeName", p.side,
      coalesce(newest.state, 'invited') as state, coalesce(newest.since, p.created_at::date) as since,
      case when k.id is not null then json_build_object('id', k.id, 'name', k.name) end as cluster, k.colour,
      array(select u.slot_id::text from unavailabilities u join slots s on s.id = u.slot_id where u.participation_id = p.id order by s.day, s.starts) as unavailable,
      coalesce((select json_agg(json_build_object('id', h.id, 'name', concat_ws(' ', h.given_name, h.family_name), 'nativeName', h.native_name) order by w.position)
        from participation_people w join people h on h.id = w.person_id where w.participation_id = p.id), '[]') as people
    from participations p
    join organisations o on o.id = p.organisation_id
    left join organisations k on k.id = p.cluster_id
    left join lateral (
      select t.state, t.since from participation_states t where t.participation_id = p.id order by t.position desc limit 1
    ) newest on true
    where p.mission_id = ${missionId} and p.deleted_at is null
    order by p.side, sorted_as(o.name), p.id`.execute(ctx.db)
  return rows
}

/** 404 where there is no such mission; one in the bin is one. */
export async function mustBeMission(ctx: Context, id: string): Promise<void> {
  const { rows } = await sql`select from missions where id = ${id}`.execute(ctx.db)
  if (rows.length === 0) throw new Failure('not_found', 'There is no such mission')
}
