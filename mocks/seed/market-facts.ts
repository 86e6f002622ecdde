import type { MarketFact } from './markets.ts'

/**
 * Target markets of the alliances, and the countries in which Medicen has agreements. Time zones and the places of
 * regions on the map are common knowledge; a country with several zones has none of its own.
 */
export const markets = {
  japan: {
    record: {
      name: 'Japan',
      country: 'JP',
      timeZone: 'Asia/Tokyo',
      regions: [
        {
          name: 'Kansai',
          detail:
            'Nine prefectures: Osaka, Hyogo, Kyoto, Nara, Shiga, Wakayama, Mie, Fukui, Tokushima. Named above all: Osaka, Kobe and Kyoto.',
          timeZone: 'Asia/Tokyo',
          latitude: 34.69,
          longitude: 135.5,
        },
      ],
    },
    leads: [{ alliance: 'corridor', cluster: 'cancerBioSante' }],
    says: [
      [
        'launch',
        'Lead',
        'Cancer-Bio-Santé negotiates for the three clusters of Life Science Corridor France.',
      ],
      ['kansai', 'Lead', 'Cancer-Bio-Santé negotiated the agreement with Kansai for the three.'],
      ['launch', 'Region', 'Speaks of bioclusters in Kobé and Osaka.'],
      [
        'kansai',
        'Region',
        'Speaks of the whole of Kansai, nine prefectures, and calls it the country’s leading biocluster.',
      ],
      [
        'kansai',
        'Planned event',
        'Bio-Japan, biotech fair and business convention, Yokohama, 15 to 17 October 2008, with B2B meetings between French and Kansai companies.',
        '2008-10-15',
      ],
      ['kansai', 'Planned event', 'Seminars in Japan (and in France), within 2008-2010.'],
    ],
  },
  unitedStates: {
    record: {
      name: 'United States',
      country: 'US',
      regions: [
        { name: 'San Diego', timeZone: 'America/Los_Angeles', latitude: 32.72, longitude: -117.16 },
        { name: 'Boston', timeZone: 'America/New_York', latitude: 42.36, longitude: -71.06 },
        { name: 'Maryland', timeZone: 'America/New_York', latitude: 39.05, longitude: -76.64 },
      ],
    },
    leads: [
      { alliance: 'corridor', cluster: 'lyonbiopole' },
      { alliance: 'biox', cluster: null },
    ],
    says: [
      ['launch', 'Lead', 'Lyonbiopôle negotiates for the three clusters of Life Science Corridor France.'],
      ['launch', 'Region', 'Partners are bioclusters in San Diego and Boston.'],
      [
        'kansai',
        'Next steps',
        'Agreements with San Diego and Boston are announced for June 2008.',
        '2008-06',
      ],
      ['poles', 'Existing agreement', 'Medicen Paris Region has an agreement with a cluster in Maryland.'],
      ['biox', 'Planned event', 'A business mission of BioX4Clusters.'],
      ['biox', 'Target', 'A memorandum of understanding between BioX4Clusters and clusters’ partners here.'],
      [
        'biox',
        'Why this market',
        'The main mature market, and still the first that biotech companies aim at (Isabelle Scarabin).',
      ],
    ],
  },
  canada: {
    record: { name: 'Canada', country: 'CA' },
    leads: [{ alliance: 'corridor', cluster: 'alsaceBioValley' }],
    says: [
      ['launch', 'Lead', 'Innovations Thérapeutiques (Alsace BioValley) negotiates for the three clusters.'],
      ['launch', 'Next steps', 'A partnership is to come soon.', '2007-11-28'],
      ['kansai', 'Next steps', 'A partnership is announced for some time in 2008.', '2008'],
    ],
  },
  china: {
    record: { name: 'China', country: 'CN', timeZone: 'Asia/Shanghai' },
    leads: [{ alliance: 'biox', cluster: null }],
    says: [
      ['biox', 'Planned event', 'A common event of BioX4Clusters, and a European life-sciences taskforce.'],
      ['biox', 'Target', 'A memorandum of understanding between BioX4Clusters and clusters’ partners here.'],
      [
        'biox',
        'Why this market',
        'Among the biggest markets there are, with great tasks before it, in health care above all (Isabelle Scarabin).',
      ],
    ],
  },
  brazil: {
    record: { name: 'Brazil', country: 'BR' },
    leads: [{ alliance: 'biox', cluster: null }],
    says: [
      ['biox', 'Planned event', 'An exploratory trip of BioX4Clusters.'],
      ['biox', 'Target', 'A memorandum of understanding between BioX4Clusters and clusters’ partners here.'],
      [
        'biox',
        'Why this market',
        'Wants to open towards Europe and looks for new cooperation (Isabelle Scarabin).',
      ],
    ],
  },
  germany: {
    record: {
      name: 'Germany',
      country: 'DE',
      timeZone: 'Europe/Berlin',
      regions: [{ name: 'Berlin', timeZone: 'Europe/Berlin', latitude: 52.52, longitude: 13.41 }],
    },
    says: [
      ['poles', 'Existing agreement', 'Medicen Paris Region has an agreement with a cluster in Berlin.'],
      ['poles', 'Cooperation abroad', 'Alsace BioValley works with its neighbour.'],
    ],
  },
  israel: {
    record: { name: 'Israel', country: 'IL', timeZone: 'Asia/Jerusalem' },
    says: [
      ['poles', 'Existing agreement', 'Medicen Paris Region has an agreement with a cluster in the country.'],
    ],
  },
  denmark: {
    record: { name: 'Denmark', country: 'DK', timeZone: 'Europe/Copenhagen' },
    says: [
      ['poles', 'Existing agreement', 'Medicen Paris Region has an agreement with a cluster in the country.'],
    ],
  },
  sweden: {
    record: { name: 'Sweden', country: 'SE', timeZone: 'Europe/Stockholm' },
    says: [
      ['poles', 'Existing agreement', 'Medicen Paris Region has an agreement with a cluster in the country.'],
    ],
  },
} as const satisfies Record<string, MarketFact>
