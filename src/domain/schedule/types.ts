/**
 * The B2B meeting schedule as plain data: what is asked, what is given, what a timetable is. Ids are the caller's own;
 * slots are named by their position in `slots`, counted from 0. Nothing here knows of dates, names or tables in a database.
 */

export const halfDays = ['morning', 'afternoon'] as const
export type HalfDay = (typeof halfDays)[number]

/** Slots are listed in time order. Two that follow each other on one day are neighbours, across the lunch break too. */
export interface ScheduleSlot {
  /** Any number that is the same for slots of one day and grows from day to day. */
  day: number
  session: HalfDay
}

/** A table, or any other place that holds one meeting at a time. */
export interface ScheduleTable {
  id: string
  /** Slots in which it can't be used. */
  closed?: readonly number[]
}

/** Anyone who is met: companies and counterparts alike. */
export interface ScheduleParticipant {
  id: string
  /** Slots in which they can't meet anyone. */
  unavailable?: readonly number[]
}

/** A slot, and the table where one is meant. */
export interface Place {
  slot: number
  table?: string
}

export interface ScheduleMeeting {
  id: string
  a: string
  b: string
  /** What placing it is worth; nought or more. */
  value: number
  /** Must be placed: the schedule "doesn't fit" when it can't be. */
  required?: boolean
  session?: HalfDay | 'any'
  /** Only in these slots; every slot when left out. */
  allowed?: readonly number[]
  /** Asked for at this slot (and table): there or not at all. */
  fixed?: Place
  /** Pinned by a person to the place it has: there, and before all others. */
  locked?: Place
  /** Meetings that have to be held in an earlier slot than this one. Binds where both are placed. */
  after?: readonly string[]
}

export interface ScheduleProblem {
  slots: readonly ScheduleSlot[]
  tables: readonly ScheduleTable[]
  participants: readonly ScheduleParticipant[]
  meetings: readonly ScheduleMeeting[]
}

export interface Placement {
  meeting: string
  slot: number
  table: string
}

/** The meetings placed; those left out have no place. */
export type Timetable = readonly Placement[]
