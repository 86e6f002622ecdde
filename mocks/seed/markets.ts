import { type MarketInput, marketRecords } from '../../src/contract/markets.ts'
import type { AllianceKey } from './alliances.ts'
import type { Entered } from './entry.ts'
import type { Fact } from './facts.ts'
import { markets } from './market-facts.ts'
import type { OrganisationKey } from './organisations.ts'

export type MarketFact = Fact<Omit<MarketInput, 'leads'>> & {
  /** The cluster that leads for an alliance; none where the sources name none. */
  leads?: readonly { alliance: AllianceKey; cluster: OrganisationKey | null }[]
}
export type MarketKey = keyof typeof markets

/** What an agreement needs of an entered market: its regions by name. */
export type Regions = ReadonlyMap<string, string>

/** Enters the markets and gives the ids of their regions by name; alliances and clusters must have been entered. */
export async function enterMarkets(entered: Entered): Promise<Regions> {
  const regions = new Map<string, string>()
  for (const [key, fact] of Object.entries(markets as Record<string, MarketFact>)) {
    const leads = (fact.leads ?? []).map(({ alliance, cluster }) => ({
      allianceId: entered.id('alliances', alliance),
      organisationId: cluster && entered.id('organisations', cluster),
    }))
    const market = await entered.call(marketRecords.create, { body: { ...fact.record, leads } })
    for (const region of market.regions) regions.set(region.name, region.id)
    await entered.add('markets', key, market.id, fact)
  }
  return regions
}
