import type { Board } from './board.ts'
import type { Placement, Timetable } from './types.ts'

/**
 * Gives each meeting of a board a table: the one it is bound to, else the one it had, else the one where one of its
 * participants last sat that day, else the first that is free. A slot never has more meetings than tables.
 */
export function dealTables(board: Board, had: Timetable = []): Placement[] {
  const { of, slotOf } = board
  const { problem, slots, meetings } = of
  const inSlot: number[][] = Array.from({ length: slots }, () => [])
  for (let meeting = 0; meeting < meetings; meeting++) {
    if (slotOf[meeting]! >= 0) inSlot[slotOf[meeting]!]!.push(meeting)
  }
  const before = new Map(had.map((placement) => [placement.meeting, placement]))
  const closed = new Map(problem.tables.map((table) => [table.id, new Set(table.closed)]))
  const lastAt = new Map<number, string>()
  const placements: Placement[] = []
  for (let slot = 0; slot < slots; slot++) {
    if (slot > 0 && problem.slots[slot]!.day !== problem.slots[slot - 1]!.day) lastAt.clear()
    const open = new Set(problem.tables.map(({ id }) => id).filter((id) => !closed.get(id)!.has(slot)))
    const dealt = new Map<number, string>()
    const deal = (wish: (meeting: number) => string | undefined) => {
      for (const meeting of inSlot[slot]!) {
        const table = dealt.has(meeting) ? undefined : wish(meeting)
        if (table === undefined || !open.delete(table)) continue
        dealt.set(meeting, table)
      }
    }
    deal((meeting) => problem.meetings[meeting]!.locked?.table ?? problem.meetings[meeting]!.fixed?.table)
    deal((meeting) => {
      const old = before.get(problem.meetings[meeting]!.id)
      return old?.slot === slot ? old.table : undefined
    })
    deal((meeting) => lastAt.get(of.a[meeting]!))
    deal((meeting) => lastAt.get(of.b[meeting]!))
    deal(() => open.values().next().value)
    for (const [meeting, table] of dealt) {
      placements.push({ meeting: problem.meetings[meeting]!.id, slot, table })
      lastAt.set(of.a[meeting]!, table)
      lastAt.set(of.b[meeting]!, table)
    }
  }
  return placements
}
