import { at, type OrganisationFacts } from './organisation-facts.ts'

/** Clusters of other countries that the sources describe. */
export const clustersAbroad = {
  biocat: {
    record: {
      name: 'Biocat',
      kinds: ['cluster'],
      focus: 'Biotechnology, biomedicine and medical technology.',
      country: 'ES',
      region: 'Catalonia',
      colour: '#d2436b',
    },
    says: [
      [
        'biox',
        'Role',
        'The body that supports biotechnology, biomedicine and medical technology in Catalonia.',
      ],
      ['biox', 'Members', 'Helps up to 350 life-science companies, mostly SMEs, to go international.'],
    ],
  },
  biom: {
    record: {
      name: 'BioM',
      kinds: ['cluster'],
      focus: 'A biotech network that is the one address for partners from abroad.',
      country: 'DE',
      region: 'Bavaria',
      ...at.munich,
      colour: '#6b7785',
    },
    says: [
      ['biox', 'Members', 'Over 320 life-science companies in and around Munich, most of them SMEs.'],
      [
        'biox',
        'Role',
        'A one-stop shop for partners from abroad that connects the region’s SMEs internationally and makes Bavarian biotech better known.',
      ],
    ],
  },
  biopmed: {
    record: {
      name: 'bioPmed',
      kinds: ['cluster'],
      focus: 'Biotechnology and medical technology.',
      country: 'IT',
      region: 'Piedmont',
      colour: '#03823a',
    },
    says: [
      ['biox', 'Name', 'Written BioPmed, and called an initiative.'],
      [
        'biox',
        'Role',
        'The biotech and medtech cluster of Piedmont, managed by the Bioindustry Park Silvano Fumero.',
      ],
      [
        'biox',
        'Objective',
        'To place the cluster internationally, and to develop common tools and initiatives for SMEs.',
      ],
    ],
  },
  kansaiCouncil: {
    record: {
      name: 'Kansai Bio Promotion Council',
      kinds: ['cluster', 'partner'],
      focus: 'Biopharmacy; it animates the leading biocluster of Japan.',
      country: 'JP',
      region: 'Kansai',
      colour: '#e24947',
      names: [{ name: 'Biomedical Cluster Kansai' }],
    },
    says: [
      ['kansai', 'Name', 'The signing body is called Kansai Bio Promotion Council.'],
      [
        'kansai',
        'Name',
        'The same release also says that the agreement is with the Biomedical Cluster Kansai.',
      ],
      [
        'kansai',
        'Role',
        'Represents the nine prefectures of Kansai and animates its bioregion, where most of Japan’s biopharmaceutical players are found, institutes as well as companies.',
      ],
      [
        'launch',
        'Name',
        'Before the signature the partners in Japan are only called bioclusters in Kobé and Osaka.',
        '2007-11-28',
      ],
    ],
  },
  osakaCluster: {
    record: {
      name: 'Cluster of Osaka',
      kinds: ['cluster', 'partner'],
      country: 'JP',
      region: 'Kansai',
      ...at.osaka,
    },
    says: [
      ['kansai', 'Name', 'Named only as the cluster of Osaka.'],
      ['launch', 'Role', 'Speaks of a biocluster in Osaka as a partner to be.'],
    ],
  },
  kobeCluster: {
    record: {
      name: 'Cluster of Kobe',
      kinds: ['cluster', 'partner'],
      country: 'JP',
      region: 'Kansai',
      ...at.kobe,
    },
    says: [
      ['kansai', 'Name', 'Named only as the cluster of Kobe.'],
      ['launch', 'Role', 'Speaks of a biocluster in Kobé as a partner to be.'],
    ],
  },
} as const satisfies OrganisationFacts
