import type { Meeting, Placement, Schedule } from '../../../contract/meetings.ts'
import type { ScheduleRun } from '../../../contract/runs.ts'
import { canBeMet } from '../../../domain/participation.ts'
import { applyMove, conflictsOf, dragIndex } from '../../../domain/schedule/drag.ts'
import { heldByPlanning, layOut } from '../../../domain/schedule/lay-out.ts'
import { disagreedIn } from '../clashes.ts'
import type { Clash } from '../conflicts.ts'

export type WhyNot = ScheduleRun['unplaced'][number]

/**
 * The placements of an earlier run on the schedule as it is now. What planning would leave where it is stays; of the rest
 * each goes where it was then, unless something is in its way. `left` has the meetings that are not where they were, and
 * why, but for those that aren't of the schedule any more.
 */
export function putBack(
  schedule: Schedule,
  wanted: readonly Placement[],
): { placements: Placement[]; left: WhyNot[] } {
  const { problem, timetable, slotAt } = layOut(schedule)
  const meetings = new Map(schedule.meetings.map((meeting) => [meeting.id, meeting]))
  const tables = new Set(schedule.tables.map(({ id }) => id))
  const stays = heldByPlanning(schedule)
  const placements = schedule.meetings.flatMap((meeting): Placement[] => {
    const { id, slotId, tableId, state } = meeting
    return slotId && tableId && state !== 'cancelled' && stays(meeting)
      ? [{ meetingId: id, slotId, tableId }]
      : []
  })
  const held = new Set(placements.map(({ meetingId }) => meetingId))
  const index = dragIndex(
    problem,
    timetable.filter(({ meeting }) => held.has(meeting)),
  )
  const strangers = strangersIn(schedule)
  const left: WhyNot[] = []
  for (const { meetingId, slotId, tableId } of wanted) {
    const meeting = meetings.get(meetingId)
    if (!meeting) continue
    if (meeting.state !== 'planned' || held.has(meetingId)) {
      if (meeting.slotId !== slotId || meeting.tableId !== tableId || meeting.state === 'cancelled')
        left.push(because(meetingId, whyItStays(meeting)))
      continue
    }
    const slot = slotAt.get(slotId)
    if (slot === undefined || !tables.has(tableId)) {
      left.push(because(meetingId, 'place_gone'))
      continue
    }
    const to = { slot, table: tableId }
    const clashes = [...strangers(meeting), ...conflictsOf(index, { meeting: meetingId, to })]
    if (clashes.length > 0) left.push(whyNot(schedule, meetingId, clashes))
    else {
      applyMove(index, { meeting: meetingId, to })
      placements.push({ meetingId, slotId, tableId })
    }
  }
  return { placements, left }
}

/** What keeps a meeting off the grid wherever it is put: who can't be met, or that the two don't agree. */
function strangersIn(schedule: Schedule): (meeting: Meeting) => Clash[] {
  const people = new Map(schedule.participants.map(({ id, state }) => [id, state]))
  const disagreed = new Set(disagreedIn(schedule).map(({ meeting }) => meeting))
  return ({ id, aId, bId }) => [
    ...[aId, bId]
      .filter((participant) => !canBeMet(people.get(participant) ?? 'withdrawn'))
      .map((participant) => ({ code: 'not-taking-part' as const, meeting: id, participant })),
    ...(disagreed.has(id) ? [{ code: 'not-agreed' as const, meeting: id }] : []),
  ]
}

const whyItStays = ({ state, locked }: Meeting) => {
  if (state === 'cancelled') return 'cancelled'
  if (state !== 'planned') return 'recorded'
  return locked ? 'locked' : 'not_taking_part'
}

const nothing = { participants: [], slots: [], tables: [], meetings: [], count: null, of: null }

/** One reason that needs no more than its code and, where the meeting isn't of the schedule, whose it was. */
export const because = (meetingId: string, code: string, participants: string[] = []): WhyNot => ({
  meetingId,
  reasons: [{ ...nothing, code, participants }],
})

const whyNot = ({ slots }: Schedule, meetingId: string, clashes: readonly Clash[]): WhyNot => ({
  meetingId,
  reasons: clashes.map((clash) => {
    const slot = 'slot' in clash && clash.slot !== null ? slots[clash.slot] : undefined
    const others = 'meetings' in clash ? clash.meetings : clash.code === 'order' ? orderedWith(clash) : []
    return {
      ...nothing,
      code: clash.code.replaceAll('-', '_'),
      participants: 'participant' in clash ? [clash.participant] : [],
      slots: slot ? [slot.id] : [],
      tables: 'table' in clash ? [clash.table] : [],
      meetings: others.filter((id) => id !== meetingId),
    }
  }),
})

const orderedWith = ({ meeting, earlier }: { meeting: string; earlier: string }) => [meeting, earlier]
