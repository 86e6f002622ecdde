import type { RecordNoun } from '../contract/primitives.ts'

/** The records that were looked at last in this browser: kept here only, so that they are at hand without a connection, too. */

export interface RecentRecord {
  noun: RecordNoun
  id: string
  title: string
  /** The page of it that was open: a company has one besides the organisation's. */
  path: string
}

const place = 'corridor.recent'
const mostKept = 12

const isRecent = (held: unknown): held is RecentRecord =>
  typeof held === 'object' &&
  held !== null &&
  ['noun', 'id', 'title', 'path'].every((key) => typeof (held as Record<string, unknown>)[key] === 'string')

/** The last first. What this browser holds there that is none is left out. */
export function recentRecords(): RecentRecord[] {
  try {
    const held: unknown = JSON.parse(localStorage.getItem(place) ?? '[]')
    return Array.isArray(held) ? held.filter(isRecent).slice(0, mostKept) : []
  } catch {
    return []
  }
}

function keep(records: readonly RecentRecord[]): void {
  try {
    localStorage.setItem(place, JSON.stringify(records.slice(0, mostKept)))
  } catch {
    // A browser that keeps nothing has nothing recent.
  }
}

export const noteRecent = (record: RecentRecord): void =>
  keep([record, ...recentRecords().filter(({ id }) => id !== record.id)])

/** Forgets all of them, as when the workspace is replaced: none of them is there. */
export const forgetAllRecent = (): void => keep([])

/** Forgets one record: it has been erased, or is not there. */
export const forgetRecent = (id: string): void => keep(recentRecords().filter((record) => record.id !== id))
