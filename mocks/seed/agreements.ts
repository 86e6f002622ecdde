import { type AgreementInput, agreementRecords } from '../../src/contract/agreements.ts'
import { openAgreements } from './agreements-open.ts'
import type { AllianceKey } from './alliances.ts'
import type { Entered } from './entry.ts'
import type { Fact } from './facts.ts'
import { kansai, signKansai } from './kansai.ts'
import type { MarketKey, Regions } from './markets.ts'
import type { OrganisationKey } from './organisations.ts'

type Named = 'allianceId' | 'marketId' | 'regionId' | 'negotiatorId' | 'parties'

/** An agreement as the sources describe it, with what it refers to by key and its region by name. */
export type AgreementFact = Fact<Omit<AgreementInput, Named>> & {
  alliance: AllianceKey
  market: MarketKey
  region?: string
  negotiator?: OrganisationKey
  home?: readonly OrganisationKey[]
  partners?: readonly OrganisationKey[]
}

/** Enters the agreements, and signs the one with Kansai as it happened. Everything else must have been entered. */
export async function enterAgreements(entered: Entered, regions: Regions): Promise<void> {
  const agreements: Record<string, AgreementFact> = { kansai, ...openAgreements }
  for (const [key, fact] of Object.entries(agreements)) {
    const { record, alliance, market, region, negotiator, home = [], partners = [] } = fact
    const party = (side: 'home' | 'partner') => (of: OrganisationKey) => ({
      organisationId: entered.id('organisations', of),
      side,
    })
    const body = {
      ...record,
      allianceId: entered.id('alliances', alliance),
      marketId: entered.id('markets', market),
      regionId: region && regions.get(region),
      negotiatorId: negotiator && entered.id('organisations', negotiator),
      parties: [...home.map(party('home')), ...partners.map(party('partner'))],
    }
    const agreement = await entered.call(agreementRecords.create, { body })
    await entered.add('agreements', key, agreement.id, fact)
    if (fact === kansai) await signKansai(entered, agreement)
  }
}
