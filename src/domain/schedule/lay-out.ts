import type { MeetingState } from '../meeting.ts'
import { daysBetween } from '../partial-date.ts'
import { canBeMet, type ParticipationState } from '../participation.ts'
import type { HalfDay, Placement, ScheduleMeeting, ScheduleProblem } from './types.ts'

/** A mission's schedule as it is recorded, as far as the rules of this folder ask about it. Days are `YYYY-MM-DD`. */
export interface RecordedSchedule {
  slots: readonly { id: string; day: string; starts: string; session: HalfDay }[]
  tables: readonly { id: string; closed: readonly string[] }[]
  participants: readonly { id: string; state: ParticipationState; unavailable: readonly string[] }[]
  meetings: readonly RecordedMeeting[]
}
export interface RecordedMeeting {
  id: string
  aId: string
  bId: string
  value: number
  mayMeet: boolean
  bound: HalfDay | 'any'
  slotId: string | null
  tableId: string | null
  locked: boolean
  after: readonly string[]
  state: MeetingState
}

/** A recorded schedule with its slots by position, in the order of time. */
export interface LaidOut {
  problem: ScheduleProblem
  timetable: Placement[]
  slotAt: ReadonlyMap<string, number>
}

/** What has been recorded stays where it was, like what somebody locked. */
export const staysPut = ({ locked, state }: Pick<RecordedMeeting, 'locked' | 'state'>): boolean =>
  locked || state !== 'planned'

/** Whether both of a meeting can still be met. */
export function bothCanCome({
  participants,
}: Pick<RecordedSchedule, 'participants'>): (meeting: Pick<RecordedMeeting, 'aId' | 'bId'>) => boolean {
  const states = new Map(participants.map(({ id, state }) => [id, state]))
  return ({ aId, bId }) => [aId, bId].every((id) => canBeMet(states.get(id) ?? 'withdrawn'))
}

/**
 * What planning leaves where it stands: what stays put, and the meetings of who can't be met any more, which have lost their
 * sense but not their place.
 */
export function heldByPlanning(
  schedule: Pick<RecordedSchedule, 'participants'>,
): (meeting: RecordedMeeting) => boolean {
  const canCome = bothCanCome(schedule)
  return (meeting) => staysPut(meeting) || !canCome(meeting)
}

/** Whether a meeting without a place can't have one: one of the two is gone, or they don't agree to meet any more. */
export function isGone(
  schedule: Pick<RecordedSchedule, 'participants'>,
): (meeting: RecordedMeeting) => boolean {
  const canCome = bothCanCome(schedule)
  return (meeting) => meeting.slotId === null && !(meeting.mayMeet && canCome(meeting))
}

export const byTime = (x: { day: string; starts: string }, y: { day: string; starts: string }): number =>
  x.day.localeCompare(y.day) || x.starts.localeCompare(y.starts)

/**
 * Lays a schedule out for the rules. Cancelled meetings are none; `pinned` says which of those that stand in the grid have to
 * stay there.
 */
export function layOut(
  schedule: RecordedSchedule,
  pinned: (meeting: RecordedMeeting) => boolean = staysPut,
): LaidOut {
  const slots = [...schedule.slots].sort(byTime)
  const meetings = schedule.meetings.filter(({ state }) => state !== 'cancelled')
  const slotAt = new Map(slots.map(({ id }, index) => [id, index]))
  const positions = (ids: readonly string[]) => ids.flatMap((id) => slotAt.get(id) ?? [])
  const timetable = meetings.flatMap(({ id, slotId, tableId }): Placement[] => {
    const slot = slotId === null ? undefined : slotAt.get(slotId)
    return slot === undefined || tableId === null ? [] : [{ meeting: id, slot, table: tableId }]
  })
  const placed = new Map(timetable.map((placement) => [placement.meeting, placement]))
  const known = new Set(meetings.map(({ id }) => id))
  const asked = meetings.map((meeting): ScheduleMeeting => {
    const place = pinned(meeting) ? placed.get(meeting.id) : undefined
    return {
      id: meeting.id,
      a: meeting.aId,
      b: meeting.bId,
      value: meeting.value,
      session: meeting.bound,
      after: meeting.after.filter((id) => known.has(id)),
      ...(place ? { locked: { slot: place.slot, table: place.table } } : {}),
    }
  })
  const firstDay = slots[0]?.day
  return {
    slotAt,
    timetable,
    problem: {
      slots: slots.map(({ day, session }) => ({ day: firstDay ? daysBetween(firstDay, day) : 0, session })),
      tables: schedule.tables.map(({ id, closed }) => ({ id, closed: positions(closed) })),
      participants: schedule.participants.map(({ id, unavailable }) => ({
        id,
        unavailable: positions(unavailable),
      })),
      meetings: asked,
    },
  }
}
