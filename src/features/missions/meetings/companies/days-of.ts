import { breaksOf, slotsByPerson } from '../../../../domain/schedule/figures.ts'
import type { Model, Participant } from '../model.ts'

export interface PersonRow {
  participant: Participant
  /** By slot, the meeting held then. */
  at: ReadonlyMap<number, { meeting: string; with: string; table: string }>
  meetings: number
  /** Wanted and without a place. */
  unplaced: number
  /** How often it waits between two meetings of a day. */
  gaps: number
}

/** Each participant's days, for those who have or want meetings; the fullest first within each side. */
export function personRows(model: Model): PersonRow[] {
  const slots = slotsByPerson(model.problem, model.timetable)
  const at = new Map<string, Map<number, { meeting: string; with: string; table: string }>>()
  for (const { meeting, slot, table } of model.timetable) {
    const two = model.meetings.get(meeting)
    if (!two) continue
    for (const [id, other] of [
      [two.aId, two.bId],
      [two.bId, two.aId],
    ] as const) {
      const held = at.get(id) ?? new Map()
      at.set(id, held.set(slot, { meeting, with: other, table }))
    }
  }
  const wanted = new Map<string, number>()
  for (const { a, b } of model.problem.meetings)
    for (const id of [a, b]) wanted.set(id, (wanted.get(id) ?? 0) + 1)
  return model.schedule.participants
    .filter(({ id }) => wanted.has(id))
    .map((participant) => {
      const own = slots.get(participant.id) ?? []
      return {
        participant,
        at: at.get(participant.id) ?? new Map(),
        meetings: own.length,
        unplaced: (wanted.get(participant.id) ?? 0) - own.length,
        gaps: breaksOf(model.problem.slots, own),
      }
    })
}
