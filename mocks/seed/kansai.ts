import { type Agreement, signAgreement } from '../../src/contract/agreements.ts'
import { uploadDocument } from '../../src/contract/dossier.ts'
import type { AgreementFact } from './agreements.ts'
import type { Entered } from './entry.ts'
import type { OrganisationKey } from './organisations.ts'
import type { PersonKey } from './people.ts'
import { pressNote } from './press-note.ts'

export const kansai: AgreementFact = {
  record: {
    title: 'Partnership with the Kansai Bio Promotion Council',
    type: 'partnership',
    summary:
      'The first partnership of Life Science Corridor France abroad: joint work of business parks, laboratories, pharmaceutical and biotech companies of both regions, common missions and seminars, and exchange of experience between bioclusters. The negotiation is dated by the release that first tells of it.',
    stage: 'negotiation',
    // The day of the release that first tells of the talks; when they began it does not say.
    stageSince: '2007-11-28',
  },
  alliance: 'corridor',
  market: 'japan',
  region: 'Kansai',
  negotiator: 'cancerBioSante',
  home: ['cancerBioSante', 'lyonbiopole', 'alsaceBioValley'],
  partners: ['kansaiCouncil'],
  says: [
    [
      'launch',
      'Stage',
      'Among three partnerships called finalised by signature, as from 2008, with bioclusters in Kobé and Osaka.',
      '2007-11-28',
    ],
    [
      'kansai',
      'Stage',
      'Signed on 4 February 2008, and called the first agreement of the alliance.',
      '2008-02-04',
    ],
    [
      'kansai',
      'Signature',
      'In Osaka on 4 February 2008 at 10:45 local time; organised by the Osaka Chamber of Commerce and Industry and the clusters of Osaka and Kobe.',
      '2008-02-04',
    ],
    [
      'kansai',
      'Signatories',
      'The release lists who was present for each party, and the two officials of the DGE; it does not say in so many words whose hand signed.',
      '2008-02-04',
    ],
    ['kansai', 'Lead', 'Negotiated by Cancer-Bio-Santé on account of the three French clusters.'],
    [
      'kansai',
      'Objective',
      'To begin a mega-cluster of Europe and Asia-Pacific out of which new business grows.',
    ],
    ['kansai', 'Duration', 'Set up for 2008 to 2010.'],
    [
      'kansai',
      'Contents of the agreement',
      'The four actions are given as some among those of the programme.',
    ],
    [
      'kansai',
      'Contents of the agreement',
      'Industry, academic research, training, venture capital, institutions and local authorities of both sides are to take part.',
    ],
    [
      'kansai',
      'Planned event',
      'First example: Bio-Japan in Yokohama, 15 to 17 October 2008, with a series of B2B meetings between companies of the three French regions and of Kansai.',
      '2008-10-15',
    ],
    [
      'kansai',
      'Name',
      'The counterpart is called Kansai Bio Promotion Council as well as Biomedical Cluster Kansai.',
    ],
  ],
}

/** Who signed for which party, in which capacity, belonging to which other body. */
const signatories: readonly {
  party: OrganisationKey
  person: PersonKey
  capacity: string
  belongsTo?: OrganisationKey
}[] = [
  { party: 'alsaceBioValley', person: 'carboni', capacity: 'General manager' },
  {
    party: 'lyonbiopole',
    person: 'bombarde',
    capacity: 'President of bioMérieux Japan',
    belongsTo: 'biomerieuxJapan',
  },
  { party: 'cancerBioSante', person: 'saintouil', capacity: 'General manager' },
  { party: 'kansaiCouncil', person: 'nadamoto', capacity: 'President' },
]

const actions = [
  'Coordinate and support joint programmes and partnerships in research, in marketing or sales, and in finance between players of the two regions',
  'Coordinate and support translational research and intellectual property, so that results of research come to medical use',
  'Hold seminars in France and in Japan to exchange experience and prepare cooperation',
  'Present the joint work at international events',
]

/** Logs the signature of 4 February 2008 whole, and attaches a note on the release. */
export async function signKansai({ call, id }: Entered, agreement: Agreement): Promise<void> {
  const ceremony = { signedOn: '2008-02-04', localTime: '10:45', timeZone: 'Asia/Tokyo', place: 'Osaka' }
  const partyOf = (key: OrganisationKey) => {
    const party = agreement.parties.find(({ organisation }) => organisation.id === id('organisations', key))
    if (!party) throw new Error(`“${key}” is not a party`)
    return party.id
  }
  const body = {
    signatures: signatories.map(({ party, person, capacity, belongsTo }) => ({
      ...ceremony,
      partyId: partyOf(party),
      signatory: { id: id('people', person) },
      capacity,
      belongsToId: belongsTo && id('organisations', belongsTo),
    })),
    attendees: [
      ...(
        [
          ['rousseau', 'Director general for enterprises'],
          ['griot', 'Head of the office for technology partnerships'],
        ] as const
      ).map(([person, capacity]) => ({
        role: 'witness' as const,
        signatory: { id: id('people', person) },
        organisationId: id('organisations', 'dge'),
        capacity,
      })),
      ...(['osakaChamber', 'osakaCluster', 'kobeCluster'] as const).map((organiser) => ({
        role: 'organiser' as const,
        organisationId: id('organisations', organiser),
      })),
    ],
    actions,
    starts: '2008',
    ends: '2010',
  }
  await call(signAgreement, { params: { id: agreement.id }, body }, agreement.version)
  await call(uploadDocument, {
    query: {
      noun: 'agreements',
      recordId: agreement.id,
      filename: 'press-release-note-2008-02-04.txt',
      kind: 'press',
    },
    body: new Blob([pressNote], { type: 'text/plain' }),
  })
}
