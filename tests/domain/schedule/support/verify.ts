import type { ScheduleMeeting, ScheduleProblem, Timetable } from '../../../../src/domain/schedule/types.ts'

/**
 * A second opinion on timetables that shares nothing with the checker of the product: it compares every two placements
 * with each other, slowly, straight from the rules. True when the timetable can be held.
 */
export function holds(problem: ScheduleProblem, timetable: Timetable): boolean {
  const byId = new Map<string, ScheduleMeeting[]>()
  for (const one of problem.meetings) byId.set(one.id, [...(byId.get(one.id) ?? []), one])
  const meeting = (id: string) => byId.get(id) ?? []
  for (const at of timetable) {
    const [one, ...more] = meeting(at.meeting)
    if (!one || more.length > 0 || one.a === one.b) return false
    const slot = problem.slots[at.slot]
    const table = problem.tables.find(({ id }) => id === at.table)
    if (!slot || !table || (table.closed ?? []).includes(at.slot)) return false
    const present = problem.participants.filter(({ id }) => id === one.a || id === one.b)
    if (present.length !== 2 || present.some(({ unavailable }) => (unavailable ?? []).includes(at.slot)))
      return false
    if (one.session === 'morning' && slot.session !== 'morning') return false
    if (one.session === 'afternoon' && slot.session !== 'afternoon') return false
    if (one.allowed?.every((allowed) => allowed !== at.slot)) return false
    for (const place of [one.fixed, one.locked]) {
      if (place && (place.slot !== at.slot || (place.table ?? at.table) !== at.table)) return false
    }
  }
  for (const [index, x] of timetable.entries()) {
    for (const y of timetable.slice(index + 1)) {
      if (x.meeting === y.meeting) return false
      const [p] = meeting(x.meeting)
      const [q] = meeting(y.meeting)
      if (!p || !q) return false
      if (x.slot === y.slot) {
        if (x.table === y.table) return false
        if ([p.a, p.b].some((person) => person === q.a || person === q.b)) return false
      }
      if ((p.after ?? []).includes(y.meeting) && x.slot <= y.slot) return false
      if ((q.after ?? []).includes(x.meeting) && y.slot <= x.slot) return false
    }
  }
  return problem.meetings.every(({ id, locked }) => !locked || timetable.some(({ meeting: at }) => at === id))
}

/** Idle runs between a participant's first and last meeting of each day, counted by walking through the day. */
export function breaksOf(problem: ScheduleProblem, timetable: Timetable, participant: string): number {
  const mine = new Set(
    problem.meetings.filter(({ a, b }) => a === participant || b === participant).map(({ id }) => id),
  )
  const busy = new Set(timetable.filter(({ meeting }) => mine.has(meeting)).map(({ slot }) => slot))
  let breaks = 0
  for (const day of new Set(problem.slots.map((slot) => slot.day))) {
    let begun = false
    let idle = false
    problem.slots.forEach((slot, index) => {
      if (slot.day !== day) return
      if (busy.has(index)) {
        if (begun && idle) breaks += 1
        begun = true
        idle = false
      } else idle = true
    })
  }
  return breaks
}

/** Whether every meeting can be placed, by trying everything: only for small problems without fixed tables. */
export function fitsByTrial(problem: ScheduleProblem): boolean {
  const { meetings, slots } = problem
  const placed: { meeting: string; slot: number; table: string }[] = []
  const room = slots.map((_, slot) => problem.tables.filter(({ closed }) => !(closed ?? []).includes(slot)))
  const place = (index: number): boolean => {
    const one = meetings[index]
    if (!one) return true
    for (const slot of slots.keys()) {
      const here = placed.filter((at) => at.slot === slot).length
      const table = room[slot]?.[here]
      if (!table) continue
      placed.push({ meeting: one.id, slot, table: table.id })
      if (
        holds({ ...problem, meetings: meetings.map((m) => ({ ...m, locked: undefined })) }, placed) &&
        place(index + 1)
      )
        return true
      placed.pop()
    }
    return false
  }
  return place(0)
}

/** The value of the most valuable timetable, by trying every place for every meeting: only for small problems. */
export function mostValue(problem: ScheduleProblem): number {
  const { meetings, slots, tables } = problem
  let best = 0
  const place = (index: number, placed: Timetable, value: number) => {
    best = Math.max(best, value)
    const one = meetings[index]
    if (!one || value + meetings.slice(index).reduce((sum, each) => sum + each.value, 0) <= best) return
    for (const slot of slots.keys()) {
      for (const { id: table } of tables) {
        const next = [...placed, { meeting: one.id, slot, table }]
        if (holds(problem, next)) place(index + 1, next, value + one.value)
      }
    }
    place(index + 1, placed, value)
  }
  place(0, [], 0)
  return best
}
