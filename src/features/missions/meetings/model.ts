import type { Meeting, Schedule } from '../../../contract/meetings.ts'
import { byTime, heldByPlanning, isGone, layOut } from '../../../domain/schedule/lay-out.ts'
import type { Placement, ScheduleProblem, Timetable } from '../../../domain/schedule/types.ts'

export type Slot = Schedule['slots'][number]
export type Table = Schedule['tables'][number]
export type Participant = Schedule['participants'][number]

/** The slots of one day, by their positions from `from` (included) to `to` (left out). */
export interface Day {
  day: string
  from: number
  to: number
}

/** A schedule laid out for the screens: slots in time order, everything by its id, and the question for the solver. */
export interface Model {
  schedule: Schedule
  slots: Slot[]
  slotIndex: ReadonlyMap<string, number>
  days: Day[]
  tables: Table[]
  tableIndex: ReadonlyMap<string, number>
  participants: ReadonlyMap<string, Participant>
  /** The meetings that may stand in the grid: cancelled ones hold no place. */
  meetings: ReadonlyMap<string, Meeting>
  /** Meetings without a place that can't have one: one of the two is gone, or they don't agree to meet any more. */
  gone: Meeting[]
  problem: ScheduleProblem
  timetable: Timetable
}

/** Pairs that agreed and have no meeting yet are asked of the solver under a name of their own. */
const pairPrefix = 'pair:'
export const pairId = (pair: { aId: string; bId: string }) => `${pairPrefix}${pair.aId}:${pair.bId}`
export const isPairId = (id: string) => id.startsWith(pairPrefix)

/** The two of a meeting, or of a pair that has none yet. */
export function twoOf(model: Model, id: string): { aId: string; bId: string } | undefined {
  if (!isPairId(id)) return model.meetings.get(id)
  const [aId, bId] = id.slice(pairPrefix.length).split(':')
  return aId && bId ? { aId, bId } : undefined
}

function daysOf(slots: readonly Slot[]): Day[] {
  const days: Day[] = []
  slots.forEach(({ day }, index) => {
    const last = days.at(-1)
    if (last?.day === day) last.to = index + 1
    else days.push({ day, from: index, to: index + 1 })
  })
  return days
}

export function modelOf(schedule: Schedule): Model {
  const slots = [...schedule.slots].sort(byTime)
  const standing = schedule.meetings.filter(({ state, deletedAt }) => state !== 'cancelled' && !deletedAt)
  const gone = standing.filter(isGone(schedule))
  const lost = new Set(gone.map(({ id }) => id))
  const laid = layOut(
    { ...schedule, meetings: standing.filter(({ id }) => !lost.has(id)) },
    heldByPlanning(schedule),
  )
  const open = schedule.open.map((pair) => ({
    id: pairId(pair),
    a: pair.aId,
    b: pair.bId,
    value: pair.value,
  }))
  return {
    schedule,
    slots,
    slotIndex: laid.slotAt,
    days: daysOf(slots),
    tables: schedule.tables,
    tableIndex: new Map(schedule.tables.map(({ id }, index) => [id, index])),
    participants: new Map(schedule.participants.map((one) => [one.id, one])),
    meetings: new Map(standing.map((meeting) => [meeting.id, meeting])),
    gone,
    timetable: laid.timetable,
    problem: { ...laid.problem, meetings: [...laid.problem.meetings, ...open] },
  }
}

/** A timetable as the API takes it; what names no slot or meeting of the schedule is left out. */
export const placementsOf = (model: Model, timetable: Timetable) =>
  timetable.flatMap(({ meeting, slot, table }) => {
    const slotId = model.slots[slot]?.id
    return slotId && !isPairId(meeting) ? [{ meetingId: meeting, slotId, tableId: table }] : []
  })

/** Placements of the API as the solver knows them, as far as their slots are still there. */
export const timetableOf = (
  model: Model,
  placements: readonly { meetingId: string; slotId: string; tableId: string }[],
): Placement[] =>
  placements.flatMap(({ meetingId, slotId, tableId }) => {
    const slot = model.slotIndex.get(slotId)
    return slot === undefined || !model.tableIndex.has(tableId) || !model.meetings.has(meetingId)
      ? []
      : [{ meeting: meetingId, slot, table: tableId }]
  })
