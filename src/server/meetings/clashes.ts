import type { Placement, Schedule } from '../../contract/meetings.ts'
import { canBeMet } from '../../domain/participation.ts'
import { check } from '../../domain/schedule/check.ts'
import { layOut } from '../../domain/schedule/lay-out.ts'
import type { Clash } from './conflicts.ts'

/**
 * The rules that a schedule would break with its meetings placed so, and no others placed; what is locked or recorded is
 * told by the schedule. Who can't come since a meeting was placed is no reason to refuse leaving it where it stands: one
 * no-show would stop all planning.
 */
export function clashesIn(schedule: Schedule, placements: readonly Placement[]): Clash[] {
  const present = new Map(standing(schedule).map((placement) => [placement.meetingId, placement]))
  const staying = new Set(
    placements.flatMap(({ meetingId, slotId, tableId }) => {
      const now = present.get(meetingId)
      return now?.slotId === slotId && now.tableId === tableId ? [meetingId] : []
    }),
  )
  const clashes = allClashes(schedule, placements)
  return clashes.filter(
    (clash) =>
      !((clash.code === 'not-taking-part' || clash.code === 'unavailable') && staying.has(clash.meeting)),
  )
}

function allClashes(schedule: Schedule, placements: readonly Placement[]): Clash[] {
  const { problem, slotAt } = layOut(schedule)
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
  return [...clashes, ...disagreedIn(schedule).filter(({ meeting }) => placed.has(meeting))]
}

/** The same for one meeting where it stands now: only what has to do with it. */
export function clashesOf(schedule: Schedule, moved: ReadonlySet<string>): Clash[] {
  const clashes = allClashes(schedule, standing(schedule))
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

/** Planned meetings whose two don't agree: they may hold no slot. */
export const disagreedIn = ({ meetings }: Schedule): { code: 'not-agreed'; meeting: string }[] =>
  meetings
    .filter(({ mayMeet, state }) => !mayMeet && state === 'planned')
    .map(({ id }) => ({ code: 'not-agreed', meeting: id }))
