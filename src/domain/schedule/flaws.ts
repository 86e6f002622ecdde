import type { Place, ScheduleMeeting, ScheduleProblem } from './types.ts'

/** What makes a problem no sensible question. Slots are positions, all else ids. */
export type Flaw =
  | { code: 'no-slots' }
  | { code: 'no-tables' }
  | { code: 'slots-out-of-order'; slot: number }
  | { code: 'id-twice'; kind: 'participant' | 'table' | 'meeting'; id: string }
  | { code: 'with-itself'; meeting: string; participant: string }
  | { code: 'unknown-participant'; meeting: string; participant: string }
  | { code: 'unknown-slot'; kind: 'participant' | 'table' | 'meeting'; id: string; slot: number }
  | { code: 'unknown-table'; meeting: string; table: string }
  | { code: 'unknown-earlier'; meeting: string; earlier: string }
  | { code: 'value-invalid'; meeting: string; value: number }
  | { code: 'order-cycle'; meetings: readonly string[] }

function doubles(kind: 'participant' | 'table' | 'meeting', items: readonly { id: string }[]): Flaw[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const { id } of items) {
    if (seen.has(id)) twice.add(id)
    seen.add(id)
  }
  return [...twice].map((id) => ({ code: 'id-twice', kind, id }))
}

function slotsInOrder({ slots }: ScheduleProblem): Flaw[] {
  const flaws: Flaw[] = []
  for (let slot = 1; slot < slots.length; slot++) {
    const before = slots[slot - 1]!
    const here = slots[slot]!
    const backwards =
      here.day < before.day ||
      (here.day === before.day && here.session === 'morning' && before.session === 'afternoon')
    if (backwards) flaws.push({ code: 'slots-out-of-order', slot })
  }
  return flaws
}

/** Circles in the "after" rules, each once, in the order in which they bite their tail. */
export function orderCycles(meetings: readonly Pick<ScheduleMeeting, 'id' | 'after'>[]): string[][] {
  const after = new Map(meetings.map((meeting) => [meeting.id, meeting.after ?? []]))
  const state = new Map<string, 'open' | 'done'>()
  const cycles: string[][] = []
  for (const { id: start } of meetings) {
    if (state.has(start)) continue
    const path: { id: string; next: number }[] = [{ id: start, next: 0 }]
    state.set(start, 'open')
    while (path.length > 0) {
      const top = path[path.length - 1]!
      const earlier = after.get(top.id)?.[top.next++]
      if (earlier === undefined) {
        state.set(top.id, 'done')
        path.pop()
      } else if (state.get(earlier) === 'open') {
        cycles.push(path.slice(path.findIndex((step) => step.id === earlier)).map((step) => step.id))
      } else if (!state.has(earlier) && after.has(earlier)) {
        state.set(earlier, 'open')
        path.push({ id: earlier, next: 0 })
      }
    }
  }
  return cycles
}

/** Everything that is wrong with a problem before any scheduling; empty for a sound one. */
export function flawsOf(problem: ScheduleProblem): Flaw[] {
  const { slots, tables, participants, meetings } = problem
  const flaws: Flaw[] = []
  if (slots.length === 0) flaws.push({ code: 'no-slots' })
  if (tables.length === 0) flaws.push({ code: 'no-tables' })
  flaws.push(...slotsInOrder(problem))
  flaws.push(...doubles('participant', participants))
  flaws.push(...doubles('table', tables))
  flaws.push(...doubles('meeting', meetings))
  const known = (slot: number) => Number.isInteger(slot) && slot >= 0 && slot < slots.length
  const strangers = (
    kind: 'participant' | 'table' | 'meeting',
    id: string,
    list: readonly number[] | undefined,
  ) => {
    for (const slot of list ?? []) if (!known(slot)) flaws.push({ code: 'unknown-slot', kind, id, slot })
  }
  for (const { id, unavailable } of participants) strangers('participant', id, unavailable)
  for (const { id, closed } of tables) strangers('table', id, closed)

  const people = new Set(participants.map(({ id }) => id))
  const tableIds = new Set(tables.map(({ id }) => id))
  const ids = new Set(meetings.map(({ id }) => id))
  for (const meeting of meetings) {
    const { id, a, b, value } = meeting
    if (a === b) flaws.push({ code: 'with-itself', meeting: id, participant: a })
    for (const participant of new Set([a, b])) {
      if (!people.has(participant)) flaws.push({ code: 'unknown-participant', meeting: id, participant })
    }
    if (!Number.isFinite(value) || value < 0) flaws.push({ code: 'value-invalid', meeting: id, value })
    strangers('meeting', id, meeting.allowed)
    for (const place of [meeting.fixed, meeting.locked]) {
      if (!place) continue
      strangers('meeting', id, [place.slot])
      const { table } = place satisfies Place
      if (table !== undefined && !tableIds.has(table))
        flaws.push({ code: 'unknown-table', meeting: id, table })
    }
    for (const earlier of meeting.after ?? []) {
      if (!ids.has(earlier)) flaws.push({ code: 'unknown-earlier', meeting: id, earlier })
    }
  }
  for (const cycle of orderCycles(meetings)) flaws.push({ code: 'order-cycle', meetings: cycle })
  return flaws
}
