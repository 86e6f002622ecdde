import type { RecordNoun } from '../contract/primitives.ts'

/** The page of a record. Clusters have a page of their own kind. */
export function recordPath(noun: RecordNoun | 'tasks', id: string, isCluster = false): string {
  if (noun === 'tasks') return `/tasks?task=${id}`
  if (noun === 'organisations' && isCluster) return `/clusters/${id}`
  if (noun === 'meetings') return `/missions/meetings/${id}`
  if (noun === 'participations') return `/missions/participations/${id}`
  if (noun === 'expenses') return `/grants/expenses/${id}`
  return `/${noun}/${id}`
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The nouns of pages, by how their addresses begin; longer ones first. */
const pages: readonly (readonly [start: string, noun: RecordNoun])[] = [
  ['/missions/meetings/', 'meetings'],
  ['/missions/participations/', 'participations'],
  ['/grants/expenses/', 'expenses'],
  ['/clusters/', 'organisations'],
  ['/companies/', 'organisations'],
  ['/organisations/', 'organisations'],
  ['/people/', 'people'],
  ['/alliances/', 'alliances'],
  ['/markets/', 'markets'],
  ['/agreements/', 'agreements'],
  ['/missions/', 'missions'],
  ['/grants/', 'grants'],
]

/** The record whose page, or part of it, an address is; null where it is none. `path` is that of the whole page. */
export function recordAt(pathname: string): { noun: RecordNoun; id: string; path: string } | null {
  for (const [start, noun] of pages) {
    const id = pathname.startsWith(start) && pathname.slice(start.length).split('/')[0]
    if (id && uuid.test(id)) return { noun, id, path: start + id }
  }
  return null
}
