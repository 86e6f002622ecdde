import type { Placement, Schedule } from '../../../contract/meetings.ts'
import type { ScheduleRun } from '../../../contract/runs.ts'
import { timetableFigures } from '../../../domain/schedule/figures.ts'
import { isGone, type LaidOut, layOut } from '../../../domain/schedule/lay-out.ts'
import type { Timetable } from '../../../domain/schedule/types.ts'

type Figures = ScheduleRun['figures']

/** A schedule without the meetings that can have no place: what a run is judged by. */
export function judged(schedule: Schedule): LaidOut {
  const gone = isGone(schedule)
  return layOut({ ...schedule, meetings: schedule.meetings.filter((meeting) => !gone(meeting)) })
}

export const timetableOf = ({ slotAt }: LaidOut, placements: readonly Placement[]): Timetable =>
  placements.map(({ meetingId, slotId, tableId }) => ({
    meeting: meetingId,
    slot: slotAt.get(slotId) ?? -1,
    table: tableId,
  }))

/** The figures of a run: counted here what stands; what only the search can know is believed. */
export function figuresOf(
  schedule: Schedule,
  placements: readonly Placement[],
  { bound, seconds, optimal }: Pick<Figures, 'bound' | 'seconds' | 'optimal'>,
): Figures {
  const laid = judged(schedule)
  return {
    ...timetableFigures(laid.problem, timetableOf(laid, placements), laid.timetable),
    bound,
    seconds,
    optimal,
  }
}
