import type { Meeting } from '../../../../contract/meetings.ts'
import { pairKey } from '../../../../domain/matching.ts'
import type { Conflict } from '../../../../domain/schedule/check.ts'
import { conflictsOf, dragIndex } from '../../../../domain/schedule/drag.ts'
import { type Model, pairId } from '../model.ts'

/** Where a meeting is to be held: the position of its slot, and its table. */
export interface Spot {
  slot: number
  table: string
}

/** A meeting of two that is to be made by hand, laid out beside those there are. */
export interface NewMeeting {
  /** The one that they have already, wherever it stands. */
  held: Meeting | undefined
  /** What would be in the way there; nothing where it can be held. */
  conflictsAt: (spot: Spot) => Conflict[]
  /** The first place that it could have; null where there is none. */
  firstFree: () => Spot | null
}

export function newMeeting(model: Model, aId: string, bId: string): NewMeeting {
  const id = pairId({ aId, bId })
  const key = pairKey(aId, bId)
  const { problem, timetable, schedule } = model
  const others = problem.meetings.filter(({ a, b }) => pairKey(a, b) !== key)
  const known = new Set(others.map((meeting) => meeting.id))
  const index = dragIndex(
    { ...problem, meetings: [...others, { id, a: aId, b: bId, value: 0 }] },
    timetable.filter(({ meeting }) => known.has(meeting)),
  )
  const conflictsAt = (to: Spot) => conflictsOf(index, { meeting: id, to })
  return {
    held: schedule.meetings.find((one) => !one.deletedAt && pairKey(one.aId, one.bId) === key),
    conflictsAt,
    firstFree: () => {
      for (const slot of model.slots.keys())
        for (const { id: table } of model.tables)
          if (conflictsAt({ slot, table }).length === 0) return { slot, table }
      return null
    },
  }
}
