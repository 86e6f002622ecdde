import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { useScope } from '../../../components/scope.ts'
import { byId } from '../../../contract/primitives.ts'
import { alliances } from '../../../data/alliances.ts'
import { markets } from '../../../data/markets.ts'
import { organisations } from '../../../data/organisations.ts'
import type { NewMission } from './values.ts'

/**
 * What a new mission begins with: what the address names (`forMarket`, `forAlliance`, `forLead`), else what the screen is
 * narrowed to.
 */
export function useGivenRecords(): Partial<NewMission> {
  const scope = useScope()
  const [params] = useSearchParams()
  const idOf = (param: string, other: string | undefined) => {
    const id = params.get(param) ?? other
    return byId.safeParse({ id }).success ? (id ?? null) : null
  }
  const marketId = idOf('forMarket', scope.market)
  const allianceId = idOf('forAlliance', scope.alliance)
  const leadId = idOf('forLead', scope.cluster)
  const input = (id: string | null) => ({ params: { id: id ?? '' } })
  const market = useQuery({ ...markets.read(input(marketId)), enabled: marketId !== null }).data
  const alliance = useQuery({ ...alliances.read(input(allianceId)), enabled: allianceId !== null }).data
  const lead = useQuery({ ...organisations.read(input(leadId)), enabled: leadId !== null }).data
  return useMemo(
    () => ({
      ...(market && {
        market: { id: market.id, name: market.name },
        country: market.country,
        timeZone: market.timeZone,
      }),
      ...(alliance && { alliance: { id: alliance.id, name: alliance.name } }),
      ...(lead && { lead: { id: lead.id, name: lead.name } }),
    }),
    [market, alliance, lead],
  )
}
