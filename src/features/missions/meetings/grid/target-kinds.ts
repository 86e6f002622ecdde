import type { DragIndex } from '../../../../domain/schedule/drag.ts'
import type { ScheduleMeeting } from '../../../../domain/schedule/types.ts'
import type { Model } from '../model.ts'
import { indexOf, type Target, targetAt } from './targets.ts'

type Kind = Target['kind']

/** Whether a meeting could be held in a slot as far as its own terms and its two participants go; `but` are not counted. */
function suits({ table, people }: DragIndex, meeting: ScheduleMeeting, slot: number, but: string): boolean {
  const { id, a, b, session, allowed, locked, fixed } = meeting
  const when = table.problem.slots[slot]
  if (!when || locked || (session && session !== 'any' && session !== when.session)) return false
  if ((allowed && !allowed.includes(slot)) || (fixed && fixed.slot !== slot)) return false
  return [a, b].every(
    (person) =>
      !table.unavailable.get(person)?.has(slot) &&
      (people.get(`${slot} ${person}`) ?? []).every((other) => other === id || other === but),
  )
}

const isOrdered = ({ table }: DragIndex, { id, after }: ScheduleMeeting) =>
  (after?.length ?? 0) > 0 || table.later.has(id)

/**
 * What dropping a meeting means on every cell at once: the same as `targetAt` says of each, but quick enough to mark a grid
 * of 40 × 36 within a frame. Only meetings bound to an order, which reach beyond one slot, are asked about cell by cell.
 */
export function targetKinds(model: Model, id: string): (slot: number, table: number) => Kind {
  const index = indexOf(model)
  const { placed, tables, table: known } = index
  const meeting = known.meetings.get(id)
  if (!meeting) return () => 'no'
  if (isOrdered(index, meeting)) return (slot, table) => targetAt(model, id, { slot, table }).kind
  const from = placed.get(id)
  // Whether the meeting itself could be held then, nobody in its way making room.
  const fits = model.slots.map((_, slot) => suits(index, meeting, slot, id))
  // Whether whoever it changes places with could have its own.
  const mayReturn =
    from !== undefined &&
    !known.closed.get(from.table)?.has(from.slot) &&
    tables.get(`${from.slot} ${from.table}`)?.length === 1
  return (slot, column) => {
    const table = model.tables[column]?.id ?? ''
    if (from?.slot === slot && from.table === table) return 'same'
    if (known.closed.get(table)?.has(slot)) return 'no'
    const [thereId, second] = tables.get(`${slot} ${table}`) ?? []
    if (thereId === undefined) return fits[slot] ? 'free' : 'no'
    const there = known.meetings.get(thereId)
    if (!from || !there || second !== undefined || !mayReturn) return 'no'
    if (isOrdered(index, there)) return targetAt(model, id, { slot, table: column }).kind
    // In one and the same slot neither makes room for the other.
    const apart = slot !== from.slot
    const both =
      suits(index, meeting, slot, apart ? thereId : id) &&
      suits(index, there, from.slot, apart ? id : thereId)
    return both ? 'swap' : 'no'
  }
}
