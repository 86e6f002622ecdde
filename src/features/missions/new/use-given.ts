import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { useScope } from '../../../components/scope.ts'
import { byId } from '../../../contract/primitives.ts'
import { agreements } from '../../../data/agreements.ts'
import { alliances } from '../../../data/alliances.ts'
import { markets } from '../../../data/markets.ts'
import { organisations } from '../../../data/organisations.ts'
import type { NewMission } from './values.ts'

/**
 * What a new mission begins with: what the address names (`forMarket`, `forAlliance`, `forLead`, `forAgreement`), else what the screen is
 * narrowed to.
 */
export function useGivenRecords(): Partial<NewMission> {
  const scope = useScope()
  const [params] = useSearchParams()
  const idOf = (param: string, other: string | undefined) => {
    const id = params.get(param) ?? other
    return byId.safeParse({ id }).success ? (id ?? null) : null
  }

  const agreementId = idOf('forAgreement', undefined)
  const agreement = useQuery({
    ...agreements.read({ params: { id: agreementId ?? '' } }),
    enabled: agreementId !== null,
  }).data
  const leadId = idOf('forLead', scope.cluster ?? agreement?.negotiator?.id)
  const marketId = idOf('forMarket', scope.market ?? agreement?.market?.id)
  const allianceId = idOf('forAlliance', scope.alliance ?? agreement?.alliance?.id)
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
      ...(agreement && { agreement: { id: agreement.id, name: agreement.title } }),
    }),
    [market, alliance, lead, agreement],
  )
}
