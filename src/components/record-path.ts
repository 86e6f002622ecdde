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
