import { sql } from 'kysely'
import { missionCan } from '../../domain/mission.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { touch } from '../record.ts'
import { awardPlaceAid } from './place-aid.ts'
import { freePlaces, type HeldMission } from './places.ts'
import { addState, lastState, standingOf } from './states.ts'

/** Who was offered a place, and whether the aid that waited with them was granted; null where none did. */
export interface Offer {
  id: string
  aidGranted: boolean | null
}

/**
 * Offers a place that is free to the first who waits; null where no place is free, nobody waits, or the mission takes nobody
 * any more. The gate was asked when they were put on the list: why they were let pass stays with the offer. The mission is
 * held, and before it the turn of those who award aid, where `aidWaits`.
 */
export async function offerPlace(ctx: Context, mission: HeldMission, day: string): Promise<Offer | null> {
  const free = await freePlaces(ctx, mission)
  return free === null || free <= 0 ? null : offerNext(ctx, mission, day)
}

/** The same for every place that is free, the longest waiting first; for all who wait where there is no limit. */
export async function offerPlaces(ctx: Context, mission: HeldMission, day: string): Promise<Offer[]> {
  const free = (await freePlaces(ctx, mission)) ?? Number.POSITIVE_INFINITY
  const offered: Offer[] = []
  while (offered.length < free) {
    const offer = await offerNext(ctx, mission, day)
    if (offer === null) break
    offered.push(offer)
  }
  return offered
}

/** Whether aid waits with anybody for a place in a mission. */
export async function aidWaits(ctx: Context, missionId: string): Promise<boolean> {
  const { rows } = await sql`
    select from participations p join participation_states t on t.participation_id = p.id
    where p.mission_id = ${missionId} and t.aid is not null limit 1`.execute(ctx.db)
  return rows.length > 0
}

async function offerNext(ctx: Context, mission: HeldMission, day: string): Promise<Offer | null> {
  if (missionCan.change(mission)) return null
  const id = await firstWaiting(ctx, mission.id)
  if (id === null) return null
  const standing = await standingOf(ctx, id)
  const { since: waitedSince, reason, aid } = lastState(standing)
  const since = waitedSince > day ? waitedSince : day
  await addState(ctx, standing, { state: 'accepted', since, reason })
  await touch(ctx, 'participations', id)
  const { organisationId } = standing
  const aidGranted = aid
    ? await granted(
        awardPlaceAid(
          ctx,
          { organisationId, participationId: id, reason },
          { missionKind: mission.kind, day: since, euros: aid },
        ),
      )
    : null
  return { id, aidGranted }
}

/**
 * Whether an award was made. Who waited is offered the place in any case: what an award is refused for by now (a ceiling that
 * other aid has reached meanwhile) is refused before anything of it is written.
 */
async function granted(award: Promise<void>): Promise<boolean> {
  try {
    await award
    return true
  } catch (error) {
    if (error instanceof Failure) return false
    throw error
  }
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
