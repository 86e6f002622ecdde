import { firstDay, lastDay, type PartialDate } from './partial-date.ts'
import { clockChangeAt, instantOf, type LocalTime } from './time-zone.ts'

/** A slot of a mission's schedule, in the mission's time zone. */
export interface SlotTimes {
  /** "2008-10-15" */
  day: string
  starts: LocalTime
  ends: LocalTime
  session: 'morning' | 'afternoon'
}

/** What the slots of a mission are measured against; what is not known rules nothing out. */
export interface SlotFrame {
  starts: PartialDate | null
  ends: PartialDate | null
  timeZone: string | null
}

/** What is wrong, at the field that it is about. */
export type SlotFlaw<Slot extends SlotTimes> = { slot: Slot } & (
  | { code: 'empty'; field: 'ends' }
  /** Not on a day of the mission, which lasts from the first to the second. */
  | { code: 'outside'; field: 'day'; from: string; to: string }
  /** No clock of the zone shows the time that day, or it comes twice. */
  | { code: 'skipped' | 'repeated'; field: 'starts' | 'ends' }
  /** The clocks change meanwhile: it would last this many minutes. */
  | { code: 'clockChange'; field: 'ends'; minutes: number }
  | { code: 'overlap'; field: 'starts'; with: Slot }
  /** A morning slot after this one, which is of the afternoon. */
  | { code: 'sessionOrder'; field: 'session'; after: Slot }
)

/**
 * What is wrong with the slots of a mission: those that last no time, fall outside its dates, overlap, stand in an afternoon
 * before a morning, or that a change of the clocks makes impossible, ambiguous or of another length. What is wrong with each
 * alone comes first, in the order given; then what is wrong between two, in the order of time.
 */
export function slotFlaws<Slot extends SlotTimes>(
  slots: readonly Slot[],
  frame: SlotFrame,
): SlotFlaw<Slot>[] {
  return [...slots.flatMap((slot) => flawsAlone(slot, frame)), ...flawsBetween(slots)]
}

function flawsAlone<Slot extends SlotTimes>(slot: Slot, frame: SlotFrame): SlotFlaw<Slot>[] {
  if (slot.ends <= slot.starts) return [{ slot, code: 'empty', field: 'ends' }]
  const from = frame.starts && firstDay(frame.starts)
  const last = frame.ends ?? frame.starts
  const to = last && lastDay(last)
  if (from && to && (slot.day < from || slot.day > to))
    return [{ slot, code: 'outside', field: 'day', from, to }]
  return frame.timeZone ? clockFlaws(slot, frame.timeZone) : []
}

function clockFlaws<Slot extends SlotTimes>(slot: Slot, zone: string): SlotFlaw<Slot>[] {
  const { day, starts, ends } = slot
  const changes = (['starts', 'ends'] as const).flatMap((field): SlotFlaw<Slot>[] => {
    const code = clockChangeAt(day, slot[field], zone)
    return code ? [{ slot, code, field }] : []
  })
  if (changes.length > 0) return changes
  const minutes = (instantOf(day, ends, zone) - instantOf(day, starts, zone)) / 60_000
  return minutes === minutesOf(ends) - minutesOf(starts)
    ? []
    : [{ slot, code: 'clockChange', field: 'ends', minutes }]
}

const minutesOf = (time: LocalTime) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

function flawsBetween<Slot extends SlotTimes>(slots: readonly Slot[]): SlotFlaw<Slot>[] {
  const inTime = slots
    .filter(({ starts, ends }) => starts < ends)
    .toSorted((x, y) => x.day.localeCompare(y.day) || x.starts.localeCompare(y.starts))
  const flaws: SlotFlaw<Slot>[] = []
  /** Whichever lasts longest of those before, on that day. */
  let reach: Slot | null = null
  for (const slot of inTime) {
    const before: Slot | null = reach?.day === slot.day ? reach : null
    if (before && slot.starts < before.ends)
      flaws.push({ slot, code: 'overlap', field: 'starts', with: before })
    else if (before?.session === 'afternoon' && slot.session === 'morning')
      flaws.push({ slot, code: 'sessionOrder', field: 'session', after: before })
    if (!before || slot.ends > before.ends) reach = slot
  }
  return flaws
}
