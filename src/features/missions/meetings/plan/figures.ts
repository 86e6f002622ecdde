import type { ScheduleRun } from '../../../../contract/meetings.ts'
import type { Timetable } from '../../../../domain/schedule/types.ts'
import { type Model, twoOf } from '../model.ts'

export type Figures = ScheduleRun['figures']

/** How often somebody waits between two meetings of a day, however long, over all participants: as the solver counts breaks. */
export function breaksOf(model: Pick<Model, 'days'>, slotsByPerson: ReadonlyMap<string, readonly number[]>) {
  let breaks = 0
  for (const slots of slotsByPerson.values()) {
    for (const { from, to } of model.days) {
      const ofDay = [...new Set(slots)].filter((slot) => slot >= from && slot < to).sort((x, y) => x - y)
      breaks += ofDay.filter((slot, index) => index > 0 && slot - (ofDay[index - 1] ?? slot) > 1).length
    }
  }
  return breaks
}

/** The slots of each participant in a timetable. */
export function slotsByPerson(model: Model, timetable: Timetable): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (const { meeting, slot } of timetable) {
    const two = twoOf(model, meeting)
    for (const id of two ? [two.aId, two.bId] : []) {
      const slots = found.get(id)
      if (slots) slots.push(slot)
      else found.set(id, [slot])
    }
  }
  return found
}

/** How many meetings stand elsewhere than they do now, or lose or find a place. */
export function movedFrom(now: Timetable, next: Timetable): number {
  const before = new Map(now.map((at) => [at.meeting, at]))
  const after = new Map(next.map((at) => [at.meeting, at]))
  const ids = new Set([...before.keys(), ...after.keys()])
  return [...ids].filter((id) => {
    const x = before.get(id)
    const y = after.get(id)
    return x?.slot !== y?.slot || x?.table !== y?.table
  }).length
}

/** The figures of a timetable made by hand: nothing is known of the best there could be. */
export function figuresOf(model: Model, timetable: Timetable): Figures {
  const worth = new Map(model.problem.meetings.map(({ id, value }) => [id, value]))
  return {
    placed: timetable.length,
    wanted: model.problem.meetings.length,
    value: timetable.reduce((sum, { meeting }) => sum + (worth.get(meeting) ?? 0), 0),
    bound: null,
    breaks: breaksOf(model, slotsByPerson(model, timetable)),
    moved: movedFrom(model.timetable, timetable),
    seconds: 0,
    optimal: false,
  }
}
