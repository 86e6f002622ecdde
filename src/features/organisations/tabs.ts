import type { OrganisationKind } from '../../contract/organisations.ts'

/** The views of the directory: what each asks the list for. */
export const organisationTabs = {
  partners: { partner: 'true' },
  public: { kind: ['public_body', 'chamber', 'development_agency', 'funder'] },
  companies: { kind: ['company'] },
  research: { kind: ['research'] },
  all: {},
} as const satisfies Record<string, { partner?: 'true'; kind?: readonly OrganisationKind[] }>

export type OrganisationTab = keyof typeof organisationTabs
export const organisationTabNames = Object.keys(organisationTabs) as OrganisationTab[]

/** The view that an address names; partners where it names none. */
export const tabOf = (text: string | null): OrganisationTab =>
  organisationTabNames.find((name) => name === text) ?? 'partners'

/** The view's part of the list's query, as the address would hold it. */
export function tabQuery(tab: OrganisationTab): { partner?: 'true'; kind?: string } {
  const { partner, kind } = organisationTabs[tab] as { partner?: 'true'; kind?: readonly string[] }
  return { ...(partner && { partner }), ...(kind && { kind: kind.join(',') }) }
}
