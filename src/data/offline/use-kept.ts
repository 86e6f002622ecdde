import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { keepForOffline, releaseKept, useKeptSets } from './keep.ts'

/**
 * What is kept in this browser under a name, for a button "Make ready for offline". `ready`: all of it is there;
 * `partial`: some could not be had yet and will be loaded when it can. `at`: when the oldest of it came.
 */
export function useKeptForOffline(name: string) {
  const client = useQueryClient()
  const set = useKeptSets((sets) => sets[name])
  const [loading, setLoading] = useState(false)
  const keep = async (queries: readonly { queryKey: QueryKey }[]) => {
    setLoading(true)
    try {
      return await keepForOffline(client, name, queries)
    } finally {
      setLoading(false)
    }
  }
  const settled = set ? (set.done < set.total ? 'partial' : 'ready') : 'none'
  return {
    state: loading ? ('loading' as const) : (settled as 'none' | 'partial' | 'ready'),
    done: set?.done ?? 0,
    total: set?.total ?? 0,
    at: set?.at ? new Date(set.at) : null,
    keep,
    release: () => releaseKept(client, name),
  }
}
