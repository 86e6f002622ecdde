import { useQuery } from '@tanstack/react-query'
import { requests } from '../../../../data/meetings.ts'
import type { PairState } from '../../../../domain/matching.ts'

/** What two have asked of each other: null for nothing, undefined while nobody knows yet. */
export function usePairState(
  mission: string,
  aId: string | null,
  bId: string | null,
): PairState | null | undefined {
  const query = { mission, participation: aId ?? undefined, limit: 200 }
  const { data } = useQuery({ ...requests.page({ query }), enabled: aId !== null && bId !== null })
  if (!data || !aId || !bId) return undefined
  return data.items.find(({ from, to }) => from.id === bId || to.id === bId)?.pair ?? null
}
