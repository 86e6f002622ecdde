import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { touch } from '../record.ts'
import { findingsFor, freePlaces, type HeldMission } from './places.ts'
import { addState, lastState, standingOf } from './states.ts'

/**
 * Offers a place that is free to the first who waits, passing over those that the gate keeps out; gives their id, or null
 * where no place is free or nobody waits. Why somebody was let pass when put on the list stays with the offer.
 */
export async function offerPlace(ctx: Context, mission: HeldMission, day: string): Promise<string | null> {
  const free = await freePlaces(ctx, mission)
  if (free === null || free <= 0) return null
  for (const id of await waitingFor(ctx, mission.id)) {
    const standing = await standingOf(ctx, id)
    if (findingsFor(mission, standing, 'accepted', day).some(({ blocks }) => blocks)) continue
    const { since, reason } = lastState(standing)
    await addState(ctx, standing, { state: 'accepted', since: since > day ? since : day, reason })
    await touch(ctx, 'participations', id)
    return id
  }
  return null
}

/** Who waits, whatever the day, in turn. */
async function waitingFor(ctx: Context, missionId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id
    from participations p
    cross join lateral (
      select t.state, t.since, t.turn from participation_states t where t.participation_id = p.id order by t.position desc limit 1
    ) newest
    where p.mission_id = ${missionId} and p.side = 'home' and p.deleted_at is null and newest.state = 'waitlisted'
    order by newest.since, newest.turn, p.id`.execute(ctx.db)
  return rows.map(({ id }) => id)
}
