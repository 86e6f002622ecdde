import type { AgreementFact } from './agreements.ts'

const allThree = ['cancerBioSante', 'lyonbiopole', 'alsaceBioValley'] as const
/** The day of the release that first tells of the talks; when they began it does not say. */
const firstTold = '2007-11-28'

const mou = (market: 'unitedStates' | 'china' | 'brazil', name: string): AgreementFact => ({
  record: {
    title: `MoU with cluster partners in ${name}`,
    type: 'mou',
    summary:
      'One of the three memoranda of understanding that BioX4Clusters sets out to sign, one for each target market. The stage is dated to the beginning of 2011, the year of the call behind the project.',
    stage: 'prospect',
    // The call behind the project dates from 2011; its own beginning is not dated.
    stageSince: '2011-01-01',
  },
  alliance: 'biox',
  market,
  says: [
    [
      'biox',
      'Target',
      'To be signed with clusters’ partners on this market. Neither the partners, nor who signs, nor a date are named.',
    ],
  ],
})

/** Agreements that the sources announce. Whether they were ever signed is unknown. */
export const openAgreements = {
  sanDiegoBoston: {
    record: {
      title: 'Partnership with the bioclusters of San Diego and Boston',
      type: 'partnership',
      summary:
        'Announced for June 2008. The partners are not named, and whether it was signed is unknown. The stage is dated by the release that first tells of the talks.',
      targetSignature: '2008-06',
      stage: 'negotiation',
      stageSince: firstTold,
    },
    alliance: 'corridor',
    market: 'unitedStates',
    negotiator: 'lyonbiopole',
    home: allThree,
    says: [
      [
        'launch',
        'Stage',
        'Among three partnerships called finalised by signature, as from 2008.',
        '2007-11-28',
      ],
      ['kansai', 'Stage', 'Announced for June 2008, after Kansai as the first agreement.', '2008-02-04'],
      [
        'launch',
        'Lead',
        'Lyonbiopôle managed and negotiated the partnerships with the United States for all three.',
      ],
    ],
  },
  canada: {
    record: {
      title: 'Partnership with Canada',
      type: 'partnership',
      summary:
        'Announced for 2008. The partner is not named, and whether it was signed is unknown. The stage is dated by the release that first tells of the talks.',
      targetSignature: '2008',
      stage: 'negotiation',
      stageSince: firstTold,
    },
    alliance: 'corridor',
    market: 'canada',
    negotiator: 'alsaceBioValley',
    home: allThree,
    says: [
      [
        'launch',
        'Stage',
        'Counted among the three partnerships finalised by signature, and in the same breath only “soon” to come.',
        '2007-11-28',
      ],
      ['kansai', 'Stage', 'Announced for some time in 2008.', '2008-02-04'],
      [
        'launch',
        'Lead',
        'Innovations Thérapeutiques (Alsace BioValley) managed and negotiated the partnership with Canada for all three.',
      ],
    ],
  },
  mouUnitedStates: mou('unitedStates', 'the United States'),
  mouChina: mou('china', 'China'),
  mouBrazil: mou('brazil', 'Brazil'),
} as const satisfies Record<string, AgreementFact>
