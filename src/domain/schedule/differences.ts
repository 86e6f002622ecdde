import type { Timetable } from './types.ts'

export interface Place {
  slot: number
  table: string
}

export interface Difference {
  meeting: string
  before: Place | null
  after: Place | null
  kind: 'placed' | 'removed' | 'moved' | 'table'
}

/** What differs between two timetables, meeting by meeting: those that lose their place first, then in order of time. */
export function differences(before: Timetable, after: Timetable): Difference[] {
  const old = new Map(before.map((at) => [at.meeting, at]))
  const next = new Map(after.map((at) => [at.meeting, at]))
  const found: Difference[] = []
  for (const meeting of new Set([...old.keys(), ...next.keys()])) {
    const was = old.get(meeting) ?? null
    const is = next.get(meeting) ?? null
    if (was && is && was.slot === is.slot && was.table === is.table) continue
    const kind = !was ? 'placed' : !is ? 'removed' : was.slot === is.slot ? 'table' : 'moved'
    found.push({ meeting, before: was, after: is, kind })
  }
  const rank = { removed: 0, moved: 1, table: 2, placed: 3 }
  const time = ({ after: is, before: was }: Difference) => is?.slot ?? was?.slot ?? 0
  return found.sort((x, y) => rank[x.kind] - rank[y.kind] || time(x) - time(y))
}
