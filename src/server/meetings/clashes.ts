import type { Placement, Schedule } from '../../contract/meetings.ts'
import { mayMeet, pairKey, pairsOf } from '../../domain/matching.ts'
import { canBeMet } from '../../domain/participation.ts'
import { check } from '../../domain/schedule/check.ts'
import { asOfDay, type Context } from '../context.ts'
import type { Clash } from './conflicts.ts'
import { lay } from './problem.ts'
import { requestsOf } from './request-facts.ts'

/**
 * The rules that a schedule would break with its meetings placed so, and no others placed; what is locked or recorded is
 * told by the schedule. Who can't come since a meeting was placed is no reason to refuse leaving it where it stands: one
 * no-show would stop all planning.
 */
export async function clashesIn(
  ctx: Context,
  schedule: Schedule,
  placements: readonly Placement[],
): Promise<Clash[]> {
  const present = new Map(standing(schedule).map((placement) => [placement.meetingId, placement]))
  const staying = new Set(
    placements.flatMap(({ meetingId, slotId, tableId }) => {
      const now = present.get(meetingId)
      return now?.slotId === slotId && now.tableId === tableId ? [meetingId] : []
    }),
  )
  const clashes = await allClashes(ctx, schedule, placements)
  return clashes.filter(
    (clash) =>
      !((clash.code === 'not-taking-part' || clash.code === 'unavailable') && staying.has(clash.meeting)),
  )
}

async function allClashes(
  ctx: Context,
  schedule: Schedule,
  placements: readonly Placement[],
): Promise<Clash[]> {
  const { problem, slotAt } = lay(schedule)
  const timetable = placements.map(({ meetingId, slotId, tableId }) => ({
    meeting: meetingId,
    slot: slotAt.get(slotId) ?? -1,
    table: tableId,
  }))
  const clashes: Clash[] = check(problem, timetable)
  const placed = new Set(placements.map(({ meetingId }) => meetingId))
  const people = new Map(schedule.participants.map(({ id, state }) => [id, state]))
  for (const { id, aId, bId, state } of schedule.meetings) {
    // Who met can't have been kept from it.
    if (!placed.has(id) || state !== 'planned') continue
    for (const participant of [aId, bId])
      if (!canBeMet(people.get(participant) ?? 'withdrawn'))
        clashes.push({ code: 'not-taking-part', meeting: id, participant })
  }
  const disagreed = await disagreedIn(ctx, schedule)
  return [...clashes, ...disagreed.filter(({ meeting }) => placed.has(meeting))]
}

/** The same for one meeting where it stands now: only what has to do with it. */
export async function clashesOf(
  ctx: Context,
  schedule: Schedule,
  moved: ReadonlySet<string>,
): Promise<Clash[]> {
  const clashes = await allClashes(ctx, schedule, standing(schedule))
  return clashes.filter((clash) => {
    if ('meetings' in clash) return clash.meetings.some((id) => moved.has(id))
    return moved.has(clash.meeting) || (clash.code === 'order' && moved.has(clash.earlier))
  })
}

/** What stands in the grid. */
export const standing = ({ meetings }: Schedule): Placement[] =>
  meetings.flatMap(({ id, state, slotId, tableId }) =>
    slotId && tableId && state !== 'cancelled' ? [{ meetingId: id, slotId, tableId }] : [],
  )

/** Planned meetings whose two don't agree: they may hold no slot. What is worth something is agreed. */
export async function disagreedIn(
  ctx: Context,
  { missionId, meetings }: Schedule,
): Promise<{ code: 'not-agreed'; meeting: string }[]> {
  const doubtful = meetings.filter(({ value, state }) => value === 0 && state === 'planned')
  if (doubtful.length === 0) return []
  const pairs = pairsOf(await requestsOf(ctx, missionId), await asOfDay(ctx, undefined))
  const asked = new Map(pairs.map((pair) => [pairKey(pair.aId, pair.bId), pair]))
  return doubtful
    .filter(({ aId, bId }) => !mayMeet(asked.get(pairKey(aId, bId))))
    .map(({ id }) => ({ code: 'not-agreed', meeting: id }))
}
