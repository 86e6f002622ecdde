import type { MissionFact } from './missions.ts'
import { at } from './organisation-facts.ts'

const three = ['cancerBioSante', 'lyonbiopole', 'alsaceBioValley'] as const

/** The day of a release is the first on which its event is known to be planned. */
const planned = (stageSince: string) => ({ stage: 'planned', stageSince }) as const
const launchRelease = '2007-11-28'
const kansaiRelease = '2008-02-04'

const inToulouse = { ...at.toulouse, country: 'FR', timeZone: 'Europe/Paris' } as const
const inJapan = { country: 'JP', timeZone: 'Asia/Tokyo', homeTimeZone: 'Europe/Paris' } as const

/** What the two releases tell of events of the alliance. */
export const corridorMissions = {
  euroRegionalMeeting: {
    record: {
      title: 'Euro-Regional Biotechnology & Healthcare Meeting',
      kind: 'trade_fair',
      summary:
        'The first of its kind: talks by leading speakers, one-to-one business meetings and exhibits, for biotech, healthcare and food companies of both sides of the Pyrenees. Life Science Corridor France was launched there.',
      starts: '2007-12-03',
      ends: '2007-12-04',
      ...inToulouse,
      ...planned(launchRelease),
    },
    alliance: 'corridor',
    organisers: ['midiBiotech'],
    participants: three,
    says: [
      [
        'launch',
        'Event',
        '3 and 4 December 2007 in Toulouse, at the initiative of MidiBiotech: a three-in-one programme of top-level presentations, one-to-one business meetings and exhibits.',
        '2007-12-03',
      ],
      [
        'launch',
        'Objective',
        'Contacts between the biotech, healthcare and food sectors, synergies and partnerships on both sides of the Pyrenees; in the end a biotech network for south-western Europe.',
      ],
      [
        'launch',
        'Launch',
        'Life Science Corridor France is to be launched during the meeting.',
        '2007-12-04',
      ],
      [
        'kansai',
        'Launch',
        'Life Science Corridor France was launched on 4 December 2007 in Toulouse, on the occasion of the meeting.',
        '2007-12-04',
      ],
      ['kansai', 'Name', 'In French: Rencontres Eurorégionales Biotechnologies & Santé.'],
    ],
  },
  launchPressConference: {
    record: {
      title: 'Press conference of the launch',
      kind: 'press_conference',
      summary:
        'On the Euro-Regional meeting, the biotech industry of Midi-Pyrénées, and the launch of Life Science Corridor France.',
      starts: '2007-12-04',
      startTime: '11:00',
      ...inToulouse,
      ...planned(launchRelease),
    },
    alliance: 'corridor',
    participants: three,
    says: [
      [
        'launch',
        'Event',
        '4 December 2007 at 11.00 a.m. in Toulouse: presentation of the Euro-Regional meeting, overview of the biotech industry of Midi-Pyrénées, presentation and official launch of Life Science Corridor France. The place in Toulouse is not named.',
        '2007-12-04',
      ],
      ['launch', 'Contact', 'Press contact: Alexandra Foissac, VICBIOSTART, Toulouse.'],
    ],
  },
  kansaiSigning: {
    record: {
      title: 'Signing ceremony with the Kansai Bio Promotion Council',
      kind: 'signing_ceremony',
      summary:
        'The signature of the first partnership of Life Science Corridor France abroad; organised by the Osaka Chamber of Commerce and Industry and the clusters of Osaka and Kobe.',
      starts: '2008-02-04',
      startTime: '10:45',
      ...at.osaka,
      ...inJapan,
      ...planned(kansaiRelease),
    },
    alliance: 'corridor',
    market: 'japan',
    region: 'Kansai',
    participants: [...three, 'kansaiCouncil'],
    organisers: ['osakaChamber', 'osakaCluster', 'kobeCluster'],
    serves: { agreement: 'kansai' },
    says: [
      [
        'launch',
        'Signature',
        'Before it, the partnerships are called finalised by signature, as from 2008, with bioclusters in Kobé and Osaka.',
        '2007-11-28',
      ],
      ['kansai', 'Signature', 'In Osaka on 4 February 2008 at 10:45 local time.', '2008-02-04'],
      [
        'kansai',
        'Signatories',
        'Present: Nicolas Carboni, Bruno Bombarde, Jean-Pierre Saintouil and Masahiro Nadamoto for the parties; Luc Rousseau and Alain Griot of the DGE.',
        '2008-02-04',
      ],
    ],
  },
  bioJapan: {
    record: {
      title: 'Bio-Japan 2008',
      kind: 'trade_fair',
      summary:
        'The biotech fair and business convention in Yokohama, where a series of B2B meetings is to bring together companies of Toulouse, Lyon-Grenoble and Strasbourg and of Kansai.',
      starts: '2008-10-15',
      ends: '2008-10-17',
      town: 'Yokohama',
      latitude: 35.44,
      longitude: 139.64,
      ...inJapan,
      ...planned(kansaiRelease),
    },
    alliance: 'corridor',
    market: 'japan',
    participants: three,
    serves: { agreement: 'kansai' },
    says: [
      [
        'kansai',
        'Planned event',
        '15 to 17 October 2008 in Yokohama: Life Science Corridor France will be there, and a series of B2B meetings between companies of the regions of Toulouse, Lyon-Grenoble and Strasbourg and of Kansai will be organised.',
        '2008-10-15',
      ],
      [
        'kansai',
        'Objective',
        'A concrete example of how the agreement with Kansai is put to use.',
        '2008-02-04',
      ],
      [
        'kansai',
        'Lead',
        'Which of the three leads it is not said; Cancer-Bio-Santé negotiated the agreement for all three.',
      ],
    ],
  },
  jointSeminars: {
    record: {
      title: 'Joint seminars in France and Japan',
      kind: 'seminar',
      summary:
        'Seminars in both countries to exchange experience and prepare cooperation, within the period of the agreement. Neither days nor places are named.',
      starts: '2008',
      ends: '2010',
      ...planned(kansaiRelease),
    },
    alliance: 'corridor',
    market: 'japan',
    participants: [...three, 'kansaiCouncil'],
    serves: { agreement: 'kansai', action: 'Hold seminars' },
    says: [
      [
        'kansai',
        'Planned event',
        'Seminars in France and in Japan, to exchange experience and to further cooperation: among the actions of the agreement, set up for 2008 to 2010.',
        '2008-02-04',
      ],
    ],
  },
} as const satisfies Record<string, MissionFact>
