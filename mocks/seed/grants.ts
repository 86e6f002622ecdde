import { type GrantInput, grantRecords } from '../../src/contract/grants.ts'
import type { AllianceKey } from './alliances.ts'
import type { Entered } from './entry.ts'
import type { Fact } from './facts.ts'
import type { OrganisationKey } from './organisations.ts'

type Funder = Omit<NonNullable<GrantInput['funders']>[number], 'organisationId'>

/** A grant as the sources describe it; what they don't say (rules, shares, lines) is left unknown. */
type GrantFact = Fact<Omit<GrantInput, 'allianceId' | 'clusterId' | 'funders'>> & {
  alliance: AllianceKey
  funders: readonly (Funder & { of: OrganisationKey })[]
}

const grants = {
  ppti: {
    record: {
      title: 'PPTI 2007',
      programme: 'Partenariat Technologique International des PME des pôles de compétitivité',
      call: 'PPTI 2007',
      summary:
        'For the international activities of Life Science Corridor France, Europe included. More than €300,000 over two years: the exact amount and days are not stated.',
      starts: '2007-12',
      ends: '2009-12',
      currency: 'EUR',
      // “More than €300,000” is a lower bound.
      total: { kind: 'at_least', minor: 30_000_000 },
    },
    alliance: 'corridor',
    funders: [
      { of: 'ministryForIndustry', kind: 'national' },
      { of: 'dge', kind: 'national' },
    ],
    says: [
      [
        'launch',
        'Grant',
        'More than €300,000 over two years from the Ministry for Industry, after a call for proposals, under the Programme for International Technological Partnerships.',
      ],
      ['launch', 'Duration', 'Two years; when they begin is not said in the release of 28 November 2007.'],
      [
        'kansai',
        'Grant',
        'Within the call PPTI 2007 of the Direction Générale des Entreprises. No amount given.',
      ],
    ],
  },
  alps: {
    record: {
      title: 'Alps Bio Cluster',
      summary:
        'Whole budget €1,862,505 over three years. The European Commission pays 76%; what each of the three others contributes is not stated.',
      starts: '2008',
      ends: '2011',
      currency: 'EUR',
      total: { kind: 'exact', minor: 186_250_500 },
    },
    alliance: 'alps',
    funders: [
      // Whether it manages the money itself is not said.
      { of: 'europeanCommission', kind: 'unknown', share: { kind: 'share', bp: 7600 } },
      { of: 'regionRhoneAlpes', kind: 'regional' },
      { of: 'isere', kind: 'local' },
      { of: 'laMetro', kind: 'local' },
    ],
    says: [
      [
        'alps',
        'Grant',
        'Whole budget €1,862,505, of which the European Commission pays 76%: €1,415,503.80.',
        '2008-10-24',
      ],
      [
        'alps',
        'Grant',
        'The Rhône-Alpes region, the département of Isère and La Métro contribute as well. Their shares are not stated: €447,001.20 together if nobody else pays.',
      ],
      ['alps', 'Duration', 'Three years, 2008-2011.'],
    ],
  },
  biox: {
    record: {
      title: 'BioX4Clusters',
      call: 'Call for proposals of DG Enterprise, 2011',
      summary: 'Two years. Neither grant nor budget is stated, nor when the two years begin.',
      currency: 'EUR',
    },
    alliance: 'biox',
    funders: [{ of: 'dgEnterprise', kind: 'eu_direct' }],
    says: [
      [
        'biox',
        'Grant',
        'Came about through a call for proposals of DG Enterprise. Neither grant nor budget is stated.',
        '2011',
      ],
      ['biox', 'Duration', 'Two years. The beginning is not dated.'],
    ],
  },
} as const satisfies Record<string, GrantFact>

export type GrantKey = keyof typeof grants

/** Enters the grants; alliances and funders must have been entered. */
export async function enterGrants(entered: Entered): Promise<void> {
  for (const [key, fact] of Object.entries(grants as Record<string, GrantFact>)) {
    const { id } = await entered.call(grantRecords.create, {
      body: {
        ...fact.record,
        allianceId: entered.id('alliances', fact.alliance),
        funders: fact.funders.map(({ of, ...funder }) => ({
          organisationId: entered.id('organisations', of),
          ...funder,
        })),
      },
    })
    await entered.add('grants', key, id, fact)
  }
}
