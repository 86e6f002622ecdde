import { useCallback } from 'react'
import { useSearchParams } from 'react-router'
import { type ParticipationState, participationStates } from '../../../domain/participation.ts'

export const companySorts = ['cluster', 'organisation', 'state', 'score'] as const
export type CompanySort = (typeof companySorts)[number]

const isState = (text: string): text is ParticipationState =>
  (participationStates as readonly string[]).includes(text)

/** What of a mission's companies is shown: all of it stands in the address. */
export function useCompanyView() {
  const [params, setParams] = useSearchParams()
  const set = useCallback(
    (patch: Record<string, string | readonly string[] | null>) =>
      setParams(
        (current) => {
          const next = new URLSearchParams(current)
          for (const [key, value] of Object.entries(patch)) {
            if (value === null || value.length === 0) next.delete(key)
            else next.set(key, typeof value === 'string' ? value : value.join(','))
          }
          return next
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
  )
  const side = params.get('side') === 'partner' ? ('partner' as const) : ('home' as const)
  const sort = companySorts.find((one) => one === params.get('sort'))
  return {
    side,
    states: params.get('state')?.split(',').filter(isState) ?? [],
    q: params.get('q') ?? '',
    sort: sort ?? (side === 'home' ? ('cluster' as const) : ('organisation' as const)),
    set,
  }
}
export type CompanyView = ReturnType<typeof useCompanyView>
