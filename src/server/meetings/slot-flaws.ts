import type { FieldError } from '../../contract/problems.ts'
import { firstDay, lastDay, type PartialDate } from '../../domain/partial-date.ts'
import { clockChangeAt, instantOf } from '../../domain/time-zone.ts'

interface Slot {
  day: string
  starts: string
  ends: string
  session: 'morning' | 'afternoon'
}

interface Frame {
  starts: PartialDate | null
  ends: PartialDate | null
  timeZone: string | null
}

/**
 * What is wrong with the slots of a mission: those that last no time, fall outside its dates, overlap, stand in an afternoon
 * before a morning, or that a change of the clocks makes impossible, ambiguous or of another length.
 */
export function slotFlaws(slots: readonly Slot[], mission: Frame): FieldError[] {
  return [
    ...slots.flatMap((slot, index) => flawsAlone(slot, `slots.${index}`, mission)),
    ...flawsTogether(slots),
  ]
}

function flawsAlone(slot: Slot, path: string, mission: Frame): FieldError[] {
  const { day, starts, ends } = slot
  if (ends <= starts)
    return [{ path: `${path}.ends`, code: 'slot_empty', message: 'Ends when or before it starts' }]
  const from = mission.starts && firstDay(mission.starts)
  const last = mission.ends ?? mission.starts
  const to = last && lastDay(last)
  if (from && to && (day < from || day > to))
    return [
      {
        path: `${path}.day`,
        code: 'outside_mission',
        message: `The mission lasts from ${from} to ${to}`,
        params: { from, to },
      },
    ]
  return mission.timeZone ? clockFlaws(slot, path, mission.timeZone) : []
}

function clockFlaws({ day, starts, ends }: Slot, path: string, zone: string): FieldError[] {
  const flaws = (['starts', 'ends'] as const).flatMap((field): FieldError[] => {
    const time = field === 'starts' ? starts : ends
    const change = clockChangeAt(day, time, zone)
    if (!change) return []
    const why = change === 'skipped' ? 'does not exist' : 'exists twice'
    return [
      {
        path: `${path}.${field}`,
        code: `time_${change}`,
        message: `${time} ${why} on ${day} in ${zone}: the clocks change`,
        params: { day, time, zone },
      },
    ]
  })
  if (flaws.length > 0) return flaws
  const minutes = (instantOf(day, ends, zone) - instantOf(day, starts, zone)) / 60_000
  const shown = minutesOf(ends) - minutesOf(starts)
  if (minutes === shown) return []
  return [
    {
      path: `${path}.ends`,
      code: 'clock_change',
      message: `The clocks change meanwhile in ${zone}: it would last ${minutes} minutes`,
      params: { day, zone, minutes },
    },
  ]
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

function flawsTogether(slots: readonly Slot[]): FieldError[] {
  const inTime = slots
    .map((slot, index) => ({ ...slot, index }))
    .sort((x, y) => x.day.localeCompare(y.day) || x.starts.localeCompare(y.starts) || x.index - y.index)
  const flaws: FieldError[] = []
  let reach: (typeof inTime)[number] | null = null
  for (const slot of inTime) {
    const before = reach?.day === slot.day ? reach : null
    if (before && slot.starts < before.ends && slot.starts < slot.ends)
      flaws.push({
        path: `slots.${slot.index}.starts`,
        code: 'slot_overlap',
        message: `Overlaps the slot from ${before.starts} to ${before.ends}`,
        params: { day: before.day, starts: before.starts, ends: before.ends },
      })
    else if (before?.session === 'afternoon' && slot.session === 'morning')
      flaws.push({
        path: `slots.${slot.index}.session`,
        code: 'session_order',
        message: 'A slot of the morning can’t follow one of the afternoon',
        params: { day: before.day, starts: before.starts },
      })
    if (!before || slot.ends > before.ends) reach = slot
  }
  return flaws
}
