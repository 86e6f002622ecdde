import { useQuery } from '@tanstack/react-query'
import { useMay } from '../../components/may.ts'
import type { Agreement } from '../../contract/agreements.ts'
import { markets } from '../../data/markets.ts'
import { organisations } from '../../data/organisations.ts'
import { hereZone } from '../../ui/here-zone.ts'
import { zoneOfCountry } from './sign/place-zone.ts'

/**
 * The zone that a signature abroad is compared with: that of the country of whoever negotiates (or of the first home
 * party), else the reader's own.
 */
export function useHomeZone(agreement: Pick<Agreement, 'negotiator' | 'parties'>): string {
  const home = agreement.negotiator ?? agreement.parties.find(({ side }) => side === 'home')?.organisation
  const may = useMay()
  const { data } = useQuery({
    ...organisations.read({ params: { id: home?.id ?? '' } }),
    enabled: home !== undefined && may('records.read'),
  })
  return (data?.country && zoneOfCountry(data.country)) || hereZone()
}

/** The zone in which an agreement's market, or its region, lives; undefined while it is being asked for. */
export function useMarketZone({
  market,
  region,
}: Pick<Agreement, 'market' | 'region'>): string | null | undefined {
  const { data, isPending, fetchStatus } = useQuery({
    ...markets.read({ params: { id: market?.id ?? '' } }),
    enabled: market !== null,
  })
  if (!market) return null
  if (isPending && fetchStatus !== 'idle') return undefined
  return data?.regions.find(({ id }) => id === region?.id)?.timeZone ?? data?.timeZone ?? null
}
