import { pairKey } from '../../../../domain/matching.ts'
import type { Placement, Timetable } from '../../../../domain/schedule/types.ts'
import { isPairId, type Model, twoOf } from '../model.ts'

/**
 * A timetable worked out of one schedule as a newer one counts it: slots by where they are there (-1 for one that is
 * gone), pairs by the meeting that they were given meanwhile.
 */
export function inTermsOf(now: Model, asked: Model, timetable: Timetable): Placement[] {
  const made = new Map([...now.meetings.values()].map(({ id, aId, bId }) => [pairKey(aId, bId), id]))
  return timetable.map(({ meeting, slot, table }) => {
    const two = isPairId(meeting) ? twoOf(asked, meeting) : undefined
    return {
      meeting: (two && made.get(pairKey(two.aId, two.bId))) ?? meeting,
      slot: now.slotIndex.get(asked.slots[slot]?.id ?? '') ?? -1,
      table,
    }
  })
}
