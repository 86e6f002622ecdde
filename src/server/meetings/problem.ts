import type { Meeting, Schedule } from '../../contract/meetings.ts'
import { daysBetween } from '../../domain/partial-date.ts'
import type { Placement, ScheduleMeeting, ScheduleProblem } from '../../domain/schedule/types.ts'

/** A schedule as the rules of src/domain/schedule ask about it; slots by their position. */
export interface Laid {
  problem: ScheduleProblem
  timetable: Placement[]
  slotAt: ReadonlyMap<string, number>
}

/** What has been recorded stays where it was, like what somebody locked. */
export const staysPut = ({ locked, state }: Pick<Meeting, 'locked' | 'state'>) =>
  locked || state !== 'planned'

export function lay({ slots, tables, participants, meetings }: Schedule): Laid {
  const slotAt = new Map(slots.map(({ id }, index) => [id, index]))
  const positions = (ids: readonly string[]) => ids.flatMap((id) => slotAt.get(id) ?? [])
  const timetable = meetings.flatMap((meeting): Placement[] => {
    if (meeting.state === 'cancelled' || !meeting.slotId || !meeting.tableId) return []
    const slot = slotAt.get(meeting.slotId)
    return slot === undefined ? [] : [{ meeting: meeting.id, slot, table: meeting.tableId }]
  })
  const placed = new Map(timetable.map((placement) => [placement.meeting, placement]))
  const asked = meetings.map((meeting): ScheduleMeeting => {
    const place = staysPut(meeting) ? placed.get(meeting.id) : undefined
    return {
      id: meeting.id,
      a: meeting.aId,
      b: meeting.bId,
      value: meeting.value,
      session: meeting.bound,
      after: meeting.after,
      ...(place ? { locked: { slot: place.slot, table: place.table } } : {}),
    }
  })
  return {
    slotAt,
    timetable,
    problem: {
      slots: slots.map(({ day, session }) => ({ day: daysBetween('2000-01-01', day), session })),
      tables: tables.map(({ id, closed }) => ({ id, closed: positions(closed) })),
      participants: participants.map(({ id, unavailable }) => ({ id, unavailable: positions(unavailable) })),
      meetings: asked,
    },
  }
}
