import type { MissionFact } from './missions.ts'

const consortium = ['erai', 'lyonbiopole', 'biocat', 'biom', 'biopmed'] as const

/** The call behind the project dates from 2011; neither the project nor any of its missions is dated. */
const undated = { stage: 'idea', stageSince: '2011-01-01' } as const
const dated = 'The stage is dated to the beginning of 2011, the year of the call behind the project.'

/** What BioX4Clusters sets out to do. Whether it was done is unknown. */
export const bioxMissions = {
  brazilTrip: {
    record: {
      title: 'Exploratory trip to Brazil',
      kind: 'exploratory_trip',
      summary: `One of the missions that BioX4Clusters plans. ${dated}`,
      country: 'BR',
      ...undated,
    },
    alliance: 'biox',
    market: 'brazil',
    participants: consortium,
    says: [
      ['biox', 'Planned event', 'An exploratory trip in Brazil. Neither date nor place is given.'],
      [
        'biox',
        'Why this market',
        'South America, and Brazil above all, is said to be opening its market towards Europe and to look for new collaboration.',
      ],
    ],
  },
  unitedStatesMission: {
    record: {
      title: 'Business mission to the USA',
      kind: 'business_mission',
      summary: `One of the missions that BioX4Clusters plans. ${dated}`,
      country: 'US',
      ...undated,
    },
    alliance: 'biox',
    market: 'unitedStates',
    participants: consortium,
    says: [
      ['biox', 'Planned event', 'A business mission in the USA. Neither date nor place is given.'],
      ['biox', 'Why this market', 'Called still the first target market of biotech companies.'],
    ],
  },
  chinaEvent: {
    record: {
      title: 'Common BioX4Clusters event in China',
      kind: 'joint_event',
      summary: `A common event of the four clusters, with a European life-sciences taskforce in China. ${dated}`,
      country: 'CN',
      ...undated,
    },
    alliance: 'biox',
    market: 'china',
    participants: consortium,
    says: [
      ['biox', 'Planned event', 'A common BioX4Clusters event in China. Neither date nor place is given.'],
      [
        'biox',
        'Planned event',
        'The networks of the four regions are to be shared, and a European life-sciences taskforce to be built in China.',
      ],
      [
        'biox',
        'Why this market',
        'Called one of the most important markets, with crucial challenges to its healthcare system.',
      ],
    ],
  },
  foreignExperts: {
    record: {
      title: 'Foreign experts invited to the four regions',
      kind: 'expert_visit',
      summary: `Experts from abroad visit the regions of the four clusters. ${dated}`,
      ...undated,
    },
    alliance: 'biox',
    participants: consortium,
    says: [
      [
        'biox',
        'Planned event',
        'Foreign experts are to be invited to the four European regions. Neither who nor when is given.',
      ],
      ['biox', 'Support instrument', 'ERAI’s tool Clusters Mobility stands for inviting foreign experts.'],
    ],
  },
  trainingSessions: {
    record: {
      title: 'Training sessions for the joint strategy',
      kind: 'training',
      summary: `Sessions to work out together the strategy for the target markets. ${dated}`,
      ...undated,
    },
    alliance: 'biox',
    participants: consortium,
    says: [
      [
        'biox',
        'Planned event',
        'Training sessions for developing together the international strategy for the target markets. Neither date nor place is given.',
      ],
      ['biox', 'Target', 'Cluster managers are to be trained.'],
    ],
  },
} as const satisfies Record<string, MissionFact>
