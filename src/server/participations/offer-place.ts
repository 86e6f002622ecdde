import { sql } from 'kysely'
import { missionCan } from '../../domain/mission.ts'
import type { Context } from '../context.ts'
import { touch } from '../record.ts'
import { freePlaces, type HeldMission } from './places.ts'
import { addState, lastState, standingOf } from './states.ts'

/**
 * Offers a place that is free to the first who waits; gives their id, or null where no place is free, nobody waits, or the
 * mission takes nobody any more. The gate was asked when they were put on the list: why they were let pass stays with the
 * offer, which brings no aid. The mission is held.
 */
export async function offerPlace(ctx: Context, mission: HeldMission, day: string): Promise<string | null> {
  const free = await freePlaces(ctx, mission)
  return free === null || free <= 0 ? null : offerNext(ctx, mission, day)
}

/** The same for every place that is free, the longest waiting first; for all who wait where there is no limit. */
export async function offerPlaces(ctx: Context, mission: HeldMission, day: string): Promise<string[]> {
  const free = (await freePlaces(ctx, mission)) ?? Number.POSITIVE_INFINITY
  const offered: string[] = []
  while (offered.length < free) {
    const id = await offerNext(ctx, mission, day)
    if (id === null) break
    offered.push(id)
  }
  return offered
}

async function offerNext(ctx: Context, mission: HeldMission, day: string): Promise<string | null> {
  if (missionCan.change(mission)) return null
  const id = await firstWaiting(ctx, mission.id)
  if (id === null) return null
  const standing = await standingOf(ctx, id)
  const { since, reason } = lastState(standing)
  await addState(ctx, standing, { state: 'accepted', since: since > day ? since : day, reason })
  await touch(ctx, 'participations', id)
  return id
}

/** Whose turn it is, whatever the day. */
async function firstWaiting(ctx: Context, missionId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select p.id
    from participations p
    cross join lateral (
      select t.state, t.since, t.turn from participation_states t where t.participation_id = p.id order by t.position desc limit 1
    ) newest
    where p.mission_id = ${missionId} and p.side = 'home' and p.deleted_at is null and newest.state = 'waitlisted'
    order by newest.since, newest.turn, p.id limit 1`.execute(ctx.db)
  return rows[0]?.id ?? null
}
