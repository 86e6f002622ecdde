import type { FieldError } from '../../contract/problems.ts'
import { type SlotFlaw, type SlotFrame, type SlotTimes, slotFlaws } from '../../domain/slot-flaws.ts'

/** What is wrong with the slots of a mission, field by field, for a refusal. */
export const slotErrors = (slots: readonly SlotTimes[], mission: SlotFrame): FieldError[] =>
  slotFlaws(slots, mission).map((flaw) => {
    const path = `slots.${slots.indexOf(flaw.slot)}.${flaw.field}`
    return { path, ...told(flaw, mission.timeZone ?? '') }
  })

function told(flaw: SlotFlaw<SlotTimes>, zone: string): Omit<FieldError, 'path'> {
  const { day } = flaw.slot
  switch (flaw.code) {
    case 'empty':
      return { code: 'slot_empty', message: 'Ends when or before it starts' }
    case 'outside': {
      const { from, to } = flaw
      const message = `The mission lasts from ${from} to ${to}`
      return { code: 'outside_mission', message, params: { from, to } }
    }
    case 'skipped':
    case 'repeated': {
      const time = flaw.slot[flaw.field]
      const why = flaw.code === 'skipped' ? 'does not exist' : 'exists twice'
      const message = `${time} ${why} on ${day} in ${zone}: the clocks change`
      return { code: `time_${flaw.code}`, message, params: { day, time, zone } }
    }
    case 'clockChange': {
      const { minutes } = flaw
      const message = `The clocks change meanwhile in ${zone}: it would last ${minutes} minutes`
      return { code: 'clock_change', message, params: { day, zone, minutes } }
    }
    case 'overlap': {
      const { starts, ends } = flaw.with
      const message = `Overlaps the slot from ${starts} to ${ends}`
      return { code: 'slot_overlap', message, params: { day, starts, ends } }
    }
    case 'sessionOrder': {
      const { starts } = flaw.after
      const message = 'A slot of the morning can’t follow one of the afternoon'
      return { code: 'session_order', message, params: { day, starts } }
    }
  }
}
