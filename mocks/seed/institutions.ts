import { at, type OrganisationFacts } from './organisation-facts.ts'

/** Public bodies, funders, agencies and associations; none of them refers to a cluster. */
export const institutions = {
  ministryForIndustry: {
    record: { name: 'Ministry for Industry', kinds: ['public_body', 'funder'], country: 'FR' },
    says: [
      [
        'launch',
        'Grant',
        'After its call for proposals, Life Science Corridor France was granted more than €300,000 over two years under the Programme for International Technological Partnerships.',
      ],
    ],
  },
  dge: {
    record: {
      name: 'Direction Générale des Entreprises',
      kinds: ['public_body', 'funder'],
      country: 'FR',
      names: [{ name: 'DGE', kind: 'acronym' }],
    },
    says: [
      [
        'kansai',
        'Grant',
        'Supports Life Science Corridor France within its call PPTI 2007, on technological partnerships abroad for the SMEs of the pôles. No amount given.',
      ],
      [
        'kansai',
        'Role',
        'Its programme accompanies companies of the pôles abroad; two of its officials saw the Kansai signature.',
      ],
    ],
  },
  erai: {
    record: {
      name: 'ERAI',
      kinds: ['development_agency'],
      focus:
        'Helps SMEs and clusters of Rhône-Alpes to go international and draws foreign investment to the region.',
      country: 'FR',
      region: 'Rhône-Alpes',
      names: [{ name: 'Entreprise Rhône-Alpes International' }, { name: 'ERAI Rhône-Alpes International' }],
    },
    says: [
      ['biox', 'Name', 'Entered in the list of partners as ERAI Rhône-Alpes International.'],
      ['biox', 'Name', 'Spelled out as Entreprise Rhône-Alpes International.'],
      [
        'biox',
        'Role',
        'Founded and mandated by the Rhône-Alpes region to help SMEs and clusters go international, to build networks worldwide and to attract investment.',
      ],
      ['biox', 'Offices', '27 offices in 21 countries.'],
      [
        'biox',
        'Support instrument',
        'Cluster International Development Action Plan: a tool of ERAI that the project’s clusters are to share.',
      ],
      ['biox', 'Support instrument', 'Clusters Mobility: inviting experts from abroad.'],
      ['biox', 'Support instrument', 'Implantis®: business incubators.'],
      ['biox', 'Cooperation abroad', 'Joint work between clusters plays a key part in what it does.'],
    ],
  },
  regionRhoneAlpes: {
    record: {
      name: 'Région Rhône-Alpes',
      kinds: ['public_body', 'funder'],
      country: 'FR',
      region: 'Rhône-Alpes',
    },
    affiliations: [{ to: 'erai', role: 'founder', detail: 'Founded and mandates it' }],
    says: [
      ['alps', 'Grant', 'Contributes money to Alps Bio Cluster; how much is not stated.'],
      ['biox', 'Role', 'Founded ERAI and gives it its mandate.'],
    ],
  },
  isere: {
    record: { name: 'Département de l’Isère', kinds: ['public_body', 'funder'], country: 'FR' },
    says: [['alps', 'Grant', 'Contributes money to Alps Bio Cluster; how much is not stated.']],
  },
  laMetro: {
    record: {
      name: 'La Métro',
      kinds: ['public_body', 'funder'],
      country: 'FR',
      ...at.grenoble,
      names: [{ name: 'Agglomération grenobloise' }],
    },
    says: [
      ['alps', 'Grant', 'Contributes money to Alps Bio Cluster; how much is not stated.'],
      ['alps', 'Name', 'Explained as the agglomeration of Grenoble.'],
    ],
  },
  europeanCommission: {
    record: { name: 'European Commission', kinds: ['public_body', 'funder'] },
    says: [
      [
        'alps',
        'Grant',
        'Pays 76% of the budget of Alps Bio Cluster, €1,862,505 for three years (2008-2011): that is €1,415,503.80.',
      ],
    ],
  },
  dgEnterprise: {
    record: { name: 'DG Enterprise', kinds: ['public_body', 'funder'] },
    says: [
      [
        'biox',
        'Grant',
        'Its call for proposals of 2011 gave rise to BioX4Clusters. No amount given.',
        '2011',
      ],
    ],
  },
  europeanFoodAlliance: {
    record: { name: 'European Food Alliance', kinds: ['other'] },
    says: [
      [
        'poles',
        'Members',
        'Nutrition Santé Longévité and Food Valley NL belong to it; no other member is named.',
      ],
    ],
  },
  foodValley: {
    record: { name: 'Food Valley NL', kinds: ['other'], country: 'NL' },
    affiliations: [{ to: 'europeanFoodAlliance' }],
    from: ['poles'],
  },
  midiBiotech: {
    record: {
      name: 'MidiBiotech',
      kinds: ['association'],
      focus: 'The biotech industry of Midi-Pyrénées.',
      country: 'FR',
      region: 'Midi-Pyrénées',
      websites: [{ url: 'http://www.midibiotech.org' }],
    },
    says: [
      ['launch', 'Role', 'The association of the biotech industry of Midi-Pyrénées.'],
      ['launch', 'Website', 'Prints www.midibiotech.org.', '2007-11-28'],
      [
        'launch',
        'Event',
        'First Euro-Regional Biotechnology & Healthcare Meeting, Toulouse, 3 and 4 December 2007, held on its initiative: talks by leading speakers, one-to-one business meetings, exhibits.',
        '2007-12',
      ],
      [
        'launch',
        'Objective',
        'The meeting is to bring together the biotech, healthcare and food industries of both sides of the Pyrenees, and to lead to a biotech network of south-western Europe.',
      ],
    ],
  },
  vicbiostart: {
    record: { name: 'VICBIOSTART', kinds: ['other'], country: 'FR', ...at.toulouse },
    says: [
      ['launch', 'Role', 'Press contact of the release.'],
      ['kansai', 'Role', 'Press contact of the release.'],
    ],
  },
  rvo: {
    record: {
      name: 'Rijksdienst voor Ondernemend Nederland',
      kinds: ['public_body'],
      country: 'NL',
      names: [{ name: 'RVO', kind: 'acronym' }, { name: 'Innovatie Attachénetwerk' }],
      websites: [{ url: 'http://www.rvo.nl/ia-netwerk' }],
    },
    says: [
      [
        'poles',
        'Role',
        'Its network of innovation attachés has an office in Paris, which helps to reach the French clusters.',
      ],
      [
        'poles',
        'Pôles in France',
        'There are 71 pôles de compétitivité, seven of them for life sciences and health, well spread over France and complementary in their themes.',
      ],
      [
        'poles',
        'Pôles in France',
        'In a pôle large companies, innovative SMEs and knowledge institutes do R&D projects together, which public support helps to reach the market quickly; it also makes its region visible abroad and attracts investment.',
      ],
      [
        'poles',
        'Pôles in France',
        'Those that matter most in the field: Lyonbiopôle, Nutrition Santé Longévité, Cancer-Bio-Santé and Medicen Paris Region.',
      ],
      [
        'poles',
        'Pôles in France',
        'Most pôles are active internationally and look for similar clusters abroad.',
      ],
      [
        'poles',
        'Joining from abroad',
        'For a Dutch company or institute a pôle is a quick way to find a group of companies and institutes in a subject; a Dutch company near a pôle, with French legal status, can join it.',
      ],
      [
        'poles',
        'Joining from abroad',
        'A foreign company outside the pôle may in theory take part in a research project, but gets none of the French subsidy for it.',
      ],
    ],
  },
} as const satisfies OrganisationFacts
