import { at, type OrganisationFacts } from './organisation-facts.ts'

/** Partners of Alps Bio Cluster beside Lyonbiopôle, and those who prepared the signature in Osaka. */
export const partners = {
  adebag: {
    record: { name: 'ADEBAG', kinds: ['other'], country: 'FR', region: 'Rhône-Alpes' },
    says: [['alps', 'Role', 'Coordinates the project Alps Bio Cluster.']],
  },
  bioindustryPark: {
    record: {
      name: 'Bioindustry Park Silvano Fumero',
      kinds: ['partner'],
      country: 'IT',
      names: [{ name: 'Bioindustry Park del Canavese SpA' }],
    },
    affiliations: [{ to: 'biopmed', role: 'manager' }],
    says: [
      ['alps', 'Name', 'Called Bioindustry Park del Canavese SpA.', '2008-10-24'],
      ['biox', 'Name', 'Called Bioindustry Park Silvano Fumero.'],
      ['biox', 'Role', 'Manages the cluster bioPmed in Piedmont.'],
      ['alps', 'Region', 'Listed for Lombardy and Piedmont together with the Chamber of Commerce of Milan.'],
    ],
  },
  milanChamber: {
    record: {
      name: 'Chamber of Commerce of Milan',
      kinds: ['chamber', 'partner'],
      country: 'IT',
      ...at.milan,
    },
    says: [['alps', 'Region', 'Listed for Lombardy and Piedmont together with the Bioindustry Park.']],
  },
  bioAlps: {
    record: { name: 'BioAlps', kinds: ['partner'], country: 'CH', region: 'Western Switzerland' },
    from: ['alps'],
  },
  tirolerZukunftsstiftung: {
    record: {
      name: 'Tiroler Zukunftsstiftung',
      kinds: ['partner'],
      country: 'AT',
      region: 'Tyrol',
      names: [{ name: 'Tyrolean future foundation', kind: 'translation' }],
    },
    from: ['alps'],
  },
  helmholtzMunich: {
    record: {
      name: 'Helmholtz-Zentrum München',
      kinds: ['research', 'partner'],
      country: 'DE',
      region: 'Bavaria',
      names: [{ name: 'German Research Center for Environmental Health', kind: 'translation' }],
    },
    says: [
      ['alps', 'Role', 'Takes part with its department of microbe-plant interactions.'],
      ['alps', 'Region', 'Listed for Bavaria and Oberbayern.'],
    ],
  },
  weihenstephan: {
    record: {
      name: 'Weihenstephan University of Applied Sciences',
      kinds: ['research', 'partner'],
      country: 'DE',
      region: 'Bavaria',
    },
    says: [
      ['alps', 'Role', 'Takes part with its faculty of biotechnology and bioinformatics.'],
      ['alps', 'Region', 'Listed for Bavaria and Oberbayern.'],
    ],
  },
  osakaChamber: {
    record: {
      name: 'Osaka Chamber of Commerce and Industry',
      kinds: ['chamber', 'partner'],
      country: 'JP',
      region: 'Kansai',
      ...at.osaka,
      names: [{ name: 'CCI d’Osaka', kind: 'translation' }],
    },
    says: [
      [
        'kansai',
        'Role',
        'Organised the signature of 4 February 2008 with the clusters of Osaka and Kobe.',
        '2008-02-04',
      ],
    ],
  },
} as const satisfies OrganisationFacts
