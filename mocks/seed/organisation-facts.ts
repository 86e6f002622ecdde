import type { affiliationRoles, OrganisationInput } from '../../src/contract/organisations.ts'
import type { Fact } from './facts.ts'

/** An affiliation to a body that has been entered before, by that body's key. */
export interface AffiliationFact {
  to: string
  role?: (typeof affiliationRoles)[number]
  detail?: string
  from?: string
}

/** An organisation as the sources describe it; its affiliations by key. */
export type OrganisationFact = Fact<Omit<OrganisationInput, 'affiliations'>> & {
  affiliations?: readonly AffiliationFact[]
}
export type OrganisationFacts = Readonly<Record<string, OrganisationFact>>

/** Where a town that a source names lies, in degrees; so much is common knowledge. */
export const at = {
  toulouse: { town: 'Toulouse', latitude: 43.6, longitude: 1.44 },
  lyon: { town: 'Lyon', latitude: 45.76, longitude: 4.84 },
  strasbourg: { town: 'Strasbourg', latitude: 48.58, longitude: 7.75 },
  paris: { town: 'Paris', latitude: 48.86, longitude: 2.35 },
  nantes: { town: 'Nantes', latitude: 47.22, longitude: -1.55 },
  lille: { town: 'Lille', latitude: 50.63, longitude: 3.06 },
  aix: { town: 'Aix-en-Provence', latitude: 43.53, longitude: 5.45 },
  grenoble: { town: 'Grenoble', latitude: 45.19, longitude: 5.72 },
  munich: { town: 'Munich', latitude: 48.14, longitude: 11.58 },
  milan: { town: 'Milan', latitude: 45.46, longitude: 9.19 },
  osaka: { town: 'Osaka', latitude: 34.69, longitude: 135.5 },
  kobe: { town: 'Kobe', latitude: 34.69, longitude: 135.2 },
} as const
