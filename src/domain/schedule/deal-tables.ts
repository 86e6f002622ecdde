import type { Board } from './board.ts'
import type { Placement, Timetable } from './types.ts'

/**
 * Gives every meeting on the board a table of its slot: the one it is bound to, else the one it had, else the one where either of
 * the two sat before, else the first that is free.
 */
export function dealTables(board: Board, had: Timetable = []): Placement[] {
  const { problem, slots, a, b } = board.of
  const before = new Map(had.map(({ meeting, table }) => [meeting, table]))
  const sat = new Map<number, string>()
  const placements: Placement[] = []
  for (let slot = 0; slot < slots; slot++) {
    const free = new Set(problem.tables.filter(({ closed }) => !closed?.includes(slot)).map(({ id }) => id))
    const here = problem.meetings.flatMap((meeting, index) =>
      board.slotOf[index] === slot ? [{ meeting, index }] : [],
    )
    const give = (meeting: string, index: number, table: string) => {
      free.delete(table)
      sat.set(a[index]!, table)
      sat.set(b[index]!, table)
      placements.push({ meeting, slot, table })
    }
    const wishes = [
      ({ meeting }: (typeof here)[number]) => meeting.locked?.table ?? meeting.fixed?.table,
      ({ meeting }: (typeof here)[number]) => before.get(meeting.id),
      ({ index }: (typeof here)[number]) => sat.get(a[index]!),
      ({ index }: (typeof here)[number]) => sat.get(b[index]!),
      () => free.values().next().value,
    ]
    let left = here
    for (const wish of wishes)
      left = left.filter((entry) => {
        const table = wish(entry)
        if (table === undefined || !free.has(table)) return true
        give(entry.meeting.id, entry.index, table)
        return false
      })
  }
  return placements
}
