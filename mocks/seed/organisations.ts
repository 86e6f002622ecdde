import { organisationRecords } from '../../src/contract/organisations.ts'
import { clustersAbroad } from './clusters-abroad.ts'
import { corridorClusters } from './clusters-corridor.ts'
import { otherFrenchClusters } from './clusters-france.ts'
import type { Entered } from './entry.ts'
import { institutions } from './institutions.ts'
import { companies, institutes } from './members.ts'
import type { OrganisationFacts } from './organisation-facts.ts'
import { partners } from './partners.ts'

/** In the order of entry: an affiliation is to a body that has been entered before. */
const organisations = {
  ...institutions,
  ...corridorClusters,
  ...otherFrenchClusters,
  ...clustersAbroad,
  ...companies,
  ...institutes,
  ...partners,
}
export type OrganisationKey = keyof typeof organisations

/** Enters every body that the sources name. */
export async function enterOrganisations(entered: Entered): Promise<void> {
  for (const [key, fact] of Object.entries(organisations as OrganisationFacts)) {
    const affiliations = (fact.affiliations ?? []).map(({ to, ...affiliation }) => ({
      toId: entered.id('organisations', to),
      ...affiliation,
    }))
    const body = { ...fact.record, affiliations }
    const { id } = await entered.call(organisationRecords.create, { body })
    await entered.add('organisations', key, id, fact)
  }
}
