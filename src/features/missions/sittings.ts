import type { Meeting, Schedule } from '../../contract/meetings.ts'

type Participant = Schedule['participants'][number]
type Slot = Schedule['slots'][number]

/** A meeting as it is printed, seen from one of its participants. */
export interface Appointment {
  meeting: Meeting
  slot: Slot
  table: string
  /** Whom they meet. */
  with: Participant
}

/** The appointments of one day, in order. */
export interface Day<Entry> {
  day: string
  entries: Entry[]
}

/** A meeting with both its participants, as a table sheet prints it. */
export interface Sitting {
  meeting: Meeting
  slot: Slot
  table: string
  a: Participant
  b: Participant
}

/** Every meeting that has a place, by slot and table: those that stand, or with those that were cancelled. */
export function sittingsOf(schedule: Schedule, which: 'standing' | 'all' = 'standing'): Sitting[] {
  const slots = new Map(schedule.slots.map((slot, index) => [slot.id, { slot, index }]))
  const tables = new Map(schedule.tables.map(({ id, name }, index) => [id, { name, index }]))
  const participants = new Map(schedule.participants.map((participant) => [participant.id, participant]))
  return schedule.meetings
    .flatMap((meeting) => {
      const at = meeting.slotId === null ? undefined : slots.get(meeting.slotId)
      const table = meeting.tableId === null ? undefined : tables.get(meeting.tableId)
      const a = participants.get(meeting.aId)
      const b = participants.get(meeting.bId)
      if (!at || !table || !a || !b) return []
      if (which === 'standing' && meeting.state === 'cancelled') return []
      return [{ meeting, slot: at.slot, table: table.name, a, b, order: [at.index, table.index] as const }]
    })
    .sort((x, y) => x.order[0] - y.order[0] || x.order[1] - y.order[1])
    .map(({ order: _, ...sitting }) => sitting)
}

/** What one participant has to do, day by day. */
export function programmeOf(sittings: readonly Sitting[], participantId: string): Day<Appointment>[] {
  const own = sittings.flatMap(({ a, b, ...rest }): Appointment[] => {
    if (a.id === participantId) return [{ ...rest, with: b }]
    return b.id === participantId ? [{ ...rest, with: a }] : []
  })
  return byDay(own)
}

/** Entries in order, by the day of their slot. */
export function byDay<Entry extends { slot: Slot }>(entries: readonly Entry[]): Day<Entry>[] {
  const days: Day<Entry>[] = []
  for (const entry of entries) {
    const last = days.at(-1)
    if (last?.day === entry.slot.day) last.entries.push(entry)
    else days.push({ day: entry.slot.day, entries: [entry] })
  }
  return days
}

/** Whether the meetings of a schedule are invented, or some of them. */
export const isSample = ({ meetings }: Pick<Schedule, 'meetings'>): boolean =>
  meetings.some(({ sample }) => sample)
