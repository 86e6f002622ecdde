import type { CompanyKey } from './companies.ts'
import type { CounterpartKey } from './counterparts.ts'

type Session = 'morning' | 'afternoon'

/** Half an hour each; the gaps are the break, lunch and the second break. */
const morning = ['09:30', '10:00', '10:45', '11:15']
const afternoon = ['13:15', '13:45', '14:15', '15:00', '15:30', '16:00']

const half = (time: string) => {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + 30
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** Slots of half an hour that begin at these times of a day. */
export const slotsOf = (day: string, session: Session, times: readonly string[]) =>
  times.map((starts) => ({ day, starts, ends: half(starts), session }))

/** The three days of the fair; on the last it closes early. */
export const slots = [
  ...slotsOf('2008-10-15', 'morning', morning),
  ...slotsOf('2008-10-15', 'afternoon', afternoon),
  ...slotsOf('2008-10-16', 'morning', morning),
  ...slotsOf('2008-10-16', 'afternoon', afternoon),
  ...slotsOf('2008-10-17', 'morning', morning),
  ...slotsOf('2008-10-17', 'afternoon', afternoon.slice(0, 4)),
]

/** Eight tables; the last is given back before the afternoon of the last day. */
export const tables = Array.from({ length: 8 }, (_, index) => ({
  name: `Table ${index + 1}`,
  place: index < 4 ? 'Meeting area, window side' : 'Meeting area, wall side',
}))
export const closed = { table: 7, day: '2008-10-17', session: 'afternoon' } as const

/** Times as "day session", "day" or "day time". */
export type When = string

/** When somebody can be met only, and when not at all. */
export const only: Partial<Record<CompanyKey | CounterpartKey, readonly When[]>> = {
  // Four half hours, and six companies that would like one: two go without.
  senrioka: ['2008-10-15 13:15', '2008-10-15 13:45', '2008-10-15 14:15', '2008-10-15 15:00'],
  naruo: ['2008-10-17 morning'],
  uji: ['2008-10-16'],
}
export const away: Partial<Record<CompanyKey | CounterpartKey, readonly When[]>> = {
  // Never there when the foundation of Naruo is.
  pastelis: ['2008-10-17'],
  argentopeptide: ['2008-10-15 morning'],
  naniwa: ['2008-10-16 afternoon'],
  selestagene: ['2008-10-17 14:15', '2008-10-17 15:00'],
  kishiwada: ['2008-10-15'],
}

/** Meetings that have to be in one half of a day. */
export const bound: readonly (readonly [CompanyKey, CounterpartKey, Session])[] = [
  ['rhodavax', 'biwano', 'morning'],
  ['iserodiag', 'naniwa', 'morning'],
]

/** A meeting to be held after another: the structure is talked of before the licence. */
export const order = {
  first: ['argentopeptide', 'harima'],
  second: ['argentopeptide', 'saitonomori'],
} as const satisfies Record<string, readonly [CompanyKey, CounterpartKey]>

/** Promised at the time it was first given. */
export const locked = ['garoncyte', 'saitonomori'] as const satisfies readonly [CompanyKey, CounterpartKey]

/** Whether a slot is at one of these times. */
export const isAt = (slot: { day: string; starts: string; session: Session }, times: readonly When[]) =>
  times.some((time) => [slot.day, `${slot.day} ${slot.session}`, `${slot.day} ${slot.starts}`].includes(time))
