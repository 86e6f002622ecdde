import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { byId } from '../../contract/primitives.ts'
import { alliances } from '../../data/alliances.ts'
import { markets } from '../../data/markets.ts'
import { organisations } from '../../data/organisations.ts'
import { blank, type Values } from './values.ts'

/** The parameters that name what a new indicator is of. */
export const given = ['forAlliance', 'forCluster', 'forMarket'] as const

/** What a new indicator begins with: the alliance, cluster or market that the address names. */
export function useGivenValues(): Values {
  const [params] = useSearchParams()
  const asked = (name: (typeof given)[number]) => {
    const id = params.get(name) ?? ''
    return { input: { params: { id } }, enabled: byId.safeParse({ id }).success }
  }
  const of = { alliance: asked('forAlliance'), cluster: asked('forCluster'), market: asked('forMarket') }
  const alliance = useQuery({ ...alliances.read(of.alliance.input), enabled: of.alliance.enabled }).data
  const cluster = useQuery({ ...organisations.read(of.cluster.input), enabled: of.cluster.enabled }).data
  const market = useQuery({ ...markets.read(of.market.input), enabled: of.market.enabled }).data
  return useMemo(() => {
    const named = (record: { id: string; name: string } | undefined) =>
      record ? { id: record.id, name: record.name } : null
    return { ...blank, alliance: named(alliance), cluster: named(cluster), market: named(market) }
  }, [alliance, cluster, market])
}
