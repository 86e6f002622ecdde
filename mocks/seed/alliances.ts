import { type AllianceInput, allianceRecords } from '../../src/contract/alliances.ts'
import { alps } from './alliance-alps.ts'
import { biox } from './alliance-biox.ts'
import { corridor } from './alliance-corridor.ts'
import type { Entered } from './entry.ts'
import type { Fact } from './facts.ts'
import type { OrganisationKey } from './organisations.ts'

export type AllianceFact = Fact<Omit<AllianceInput, 'members'>> & {
  members: readonly {
    of: OrganisationKey
    role?: 'coordinator'
    region?: string
    from?: string
    to?: string
  }[]
}

const alliances = { corridor, alps, biox } as const satisfies Record<string, AllianceFact>
export type AllianceKey = keyof typeof alliances

/** Enters the alliances; their members must have been entered. */
export async function enterAlliances(entered: Entered): Promise<void> {
  for (const [key, fact] of Object.entries(alliances as Record<string, AllianceFact>)) {
    const members = fact.members.map(({ of, ...membership }) => ({
      organisationId: entered.id('organisations', of),
      ...membership,
    }))
    const { id } = await entered.call(allianceRecords.create, { body: { ...fact.record, members } })
    await entered.add('alliances', key, id, fact)
  }
}
