import type { Schedule } from '../../contract/meetings.ts'
import { mayMeet, pairKey, pairsOf } from '../../domain/matching.ts'
import { canBeMet } from '../../domain/participation.ts'
import { type Conflict, check } from '../../domain/schedule/check.ts'
import { asOfDay, type Context } from '../context.ts'
import type { Clash } from './conflicts.ts'
import { lay } from './problem.ts'
import { requestsOf } from './request-facts.ts'

/** The rules that meetings just placed break, in the schedule as it is with them. */
export async function clashesIn(
  ctx: Context,
  schedule: Schedule,
  moved: ReadonlySet<string>,
): Promise<Clash[]> {
  const { problem, timetable } = lay(schedule)
  const placed = schedule.meetings.filter(({ id, slotId }) => moved.has(id) && slotId !== null)
  const people = new Map(schedule.participants.map((one) => [one.id, one]))
  const clashes: Clash[] = check(problem, timetable).filter((conflict) => bearsOn(conflict, moved))
  for (const { id, aId, bId } of placed)
    for (const participant of [aId, bId])
      if (!canBeMet(people.get(participant)?.state ?? 'withdrawn'))
        clashes.push({ code: 'not-taking-part', meeting: id, participant })
  return [...clashes, ...(await disagreed(ctx, schedule.missionId, placed))]
}

function bearsOn(conflict: Conflict, moved: ReadonlySet<string>): boolean {
  if ('meetings' in conflict) return conflict.meetings.some((id) => moved.has(id))
  return moved.has(conflict.meeting) || (conflict.code === 'order' && moved.has(conflict.earlier))
}

/** Only what both sides agree to may hold a slot. What is worth something is agreed. */
async function disagreed(ctx: Context, missionId: string, placed: Schedule['meetings']): Promise<Clash[]> {
  const doubtful = placed.filter(({ value }) => value === 0)
  if (doubtful.length === 0) return []
  const pairs = pairsOf(await requestsOf(ctx, missionId), await asOfDay(ctx, undefined))
  const asked = new Map(pairs.map((pair) => [pairKey(pair.aId, pair.bId), pair]))
  return doubtful
    .filter(({ aId, bId }) => !mayMeet(asked.get(pairKey(aId, bId))))
    .map(({ id }) => ({ code: 'not-agreed', meeting: id }))
}
