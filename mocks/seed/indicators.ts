import { type IndicatorInput, indicatorRecords } from '../../src/contract/indicators.ts'
import { openingKinds } from '../../src/domain/served.ts'
import type { AllianceKey } from './alliances.ts'
import type { Call } from './call.ts'
import type { Entered } from './entry.ts'
import type { Fact } from './facts.ts'
import type { OrganisationKey } from './organisations.ts'

/** An indicator of an alliance or a cluster, and who asks for it. */
type Indicator = Omit<IndicatorInput, 'allianceId' | 'clusterId' | 'grantId' | 'funderId'>
interface Of {
  alliance?: AllianceKey
  cluster?: OrganisationKey
  funder?: OrganisationKey
}
type IndicatorFact = Fact<Indicator> & Of

/** What the documents set out to reach; where one states no number there is none. */
const indicators: Record<string, IndicatorFact> = {
  bioxSmes: {
    alliance: 'biox',
    funder: 'dgEnterprise',
    from: ['biox'],
    record: {
      title: 'SMEs to which business or R&D abroad was opened',
      titleFr: 'PME à qui des débouchés d’affaires ou de R&D à l’étranger ont été ouverts',
      definition:
        'Openings for business and R&D in the world for at least 16 SMEs. An SME counts once, when it has come along on a mission that opens business or R&D: trainings, seminars and ceremonies do not.',
      definitionFr:
        'Des débouchés d’affaires et de R&D dans le monde pour au moins 16 PME. Une PME compte une fois, dès qu’elle a participé à une mission qui ouvre des affaires ou de la R&D : ni formations, ni séminaires, ni cérémonies.',
      vocabulary: 'ec',
      measure: 'smes_served',
      kinds: [...openingKinds],
      through: ['mission'],
      target: 16,
    },
  },
  bioxMarkets: {
    alliance: 'biox',
    funder: 'dgEnterprise',
    from: ['biox'],
    record: {
      title: 'Target markets with a memorandum of understanding',
      titleFr: 'Marchés cibles avec un protocole d’accord',
      definition:
        'A memorandum of understanding with clusters’ partners on each of the three target markets. A market counts once, when all who have to have signed.',
      definitionFr:
        'Un protocole d’accord avec des partenaires des pôles sur chacun des trois marchés cibles. Un marché compte une fois, quand tous ceux qui le doivent ont signé.',
      vocabulary: 'ec',
      measure: 'markets_covered',
      kinds: ['mou'],
      target: 3,
    },
  },
  bioxTraining: {
    alliance: 'biox',
    funder: 'dgEnterprise',
    from: ['biox'],
    record: {
      title: 'Trainings of cluster managers held',
      titleFr: 'Formations de responsables de pôles tenues',
      definition:
        'Cluster managers trained for work abroad. How many is not stated: the trainings held are counted.',
      definitionFr:
        'Des responsables de pôles formés au travail à l’étranger. Combien n’est pas dit : sont comptées les formations tenues.',
      vocabulary: 'ec',
      measure: 'missions_held',
      kinds: ['training'],
    },
  },
  corridorSmes: {
    alliance: 'corridor',
    funder: 'dge',
    from: ['launch'],
    record: {
      title: 'SMEs supported internationally',
      titleFr: 'PME accompagnées à l’international',
      definition: 'To support SMEs internationally. No number is stated.',
      definitionFr: 'Accompagner les PME à l’international. Aucun nombre n’est donné.',
      vocabulary: 'dge',
      measure: 'smes_served',
    },
  },
  corridorResearch: {
    alliance: 'corridor',
    funder: 'dge',
    from: ['launch'],
    record: {
      title: 'Joint R&D projects',
      titleFr: 'Projets de R&D communs',
      definition: 'Technology partnerships around joint R&D. No number is stated.',
      definitionFr: 'Des partenariats technologiques autour de R&D commune. Aucun nombre n’est donné.',
      vocabulary: 'dge',
      measure: 'outcomes',
      kinds: ['rd_project'],
    },
  },
}

/** The same facts as others ask for them: invented, to show how. */
const sample: readonly (Of & { record: Indicator })[] = [
  {
    alliance: 'corridor',
    funder: 'europeanCommission',
    record: {
      title: 'SMEs supported',
      titleFr: 'PME soutenues',
      definition: 'Each SME once, with its status on the day.',
      definitionFr: 'Chaque PME une fois, selon son statut au jour dit.',
      vocabulary: 'ec',
      measure: 'smes_served',
    },
  },
  {
    alliance: 'corridor',
    funder: 'europeanCommission',
    record: {
      title: 'B2B meetings held',
      titleFr: 'Rendez-vous d’affaires tenus',
      vocabulary: 'ec',
      measure: 'meetings_held',
    },
  },
  {
    cluster: 'lyonbiopole',
    funder: 'regionRhoneAlpes',
    record: {
      title: 'Companies of Lyonbiopôle accompanied',
      titleFr: 'Entreprises de Lyonbiopôle accompagnées',
      definition: 'Whatever their size.',
      definitionFr: 'Quelle que soit leur taille.',
      vocabulary: 'region',
      measure: 'companies_served',
    },
  },
]

const bodyOf = (entered: Entered, { alliance, cluster, funder, record }: Of & { record: Indicator }) => ({
  ...record,
  allianceId: alliance ? entered.id('alliances', alliance) : null,
  clusterId: cluster ? entered.id('organisations', cluster) : null,
  funderId: funder ? entered.id('organisations', funder) : null,
})

/** Enters what the documents set out to reach; alliances and funders must have been entered. */
export async function enterIndicators(entered: Entered): Promise<void> {
  for (const [key, fact] of Object.entries(indicators)) {
    const { id } = await entered.call(indicatorRecords.create, { body: bodyOf(entered, fact) })
    await entered.add('indicators', key, id, fact)
  }
}

/** Enters the invented ones through `call`, which marks them. */
export async function enterSampleIndicators(call: Call, entered: Entered): Promise<void> {
  for (const one of sample) await call(indicatorRecords.create, { body: bodyOf(entered, one) })
}
