import { ApiProblem } from '../data/failures.ts'
import { staleRecord } from './editable-fact.tsx'

/**
 * The version that a form saves over: the one that its typing began from, whatever others have written since. After a refusal,
 * which said that they have, a second try goes over what now stands.
 */
export function savedOver(seen: number | undefined, now: number, error: unknown): number {
  const isStale = error instanceof ApiProblem && error.code === 'version_stale'
  return isStale ? Math.max(now, staleRecord(error)?.version ?? 0) : (seen ?? now)
}
