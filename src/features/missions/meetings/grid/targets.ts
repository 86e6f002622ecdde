import type { Conflict, Move } from '../../../../domain/schedule/check.ts'
import { conflictsOf, type DragIndex, dragIndex } from '../../../../domain/schedule/drag.ts'
import type { Model } from '../model.ts'
import type { Cell } from './pick-store.ts'

/** What dropping a meeting on a cell means. */
export type Target =
  | { kind: 'same' }
  | { kind: 'free'; moves: Move[] }
  /** Both stay on the grid, each in the other's place. */
  | { kind: 'swap'; with: string; moves: Move[] }
  | { kind: 'no'; conflicts: Conflict[] }

const laid = new WeakMap<Model, DragIndex>()

/** The schedule laid out for questions about moves: once per schedule. */
export function indexOf(model: Model): DragIndex {
  const held = laid.get(model) ?? dragIndex(model.problem, model.timetable)
  laid.set(model, held)
  return held
}

/** What would happen if a meeting were dropped on a cell. */
export function targetAt(model: Model, meeting: string, cell: Cell): Target {
  const index = indexOf(model)
  const table = model.tables[cell.table]?.id
  if (table === undefined || !model.slots[cell.slot]) return { kind: 'no', conflicts: [] }
  const from = index.placed.get(meeting)
  if (from?.slot === cell.slot && from.table === table) return { kind: 'same' }
  const move: Move = { meeting, to: { slot: cell.slot, table } }
  const conflicts = conflictsOf(index, move)
  if (conflicts.length === 0) return { kind: 'free', moves: [move] }
  const [there] = index.tables.get(`${cell.slot} ${table}`) ?? []
  if (from && there) {
    const moves = [move, { meeting: there, to: { slot: from.slot, table: from.table } }]
    if (conflictsOf(index, ...moves).length === 0) return { kind: 'swap', with: there, moves }
  }
  return { kind: 'no', conflicts }
}
