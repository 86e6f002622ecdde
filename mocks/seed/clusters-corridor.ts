import { at, type OrganisationFacts } from './organisation-facts.ts'

/** The three clusters of Life Science Corridor France. */
export const corridorClusters = {
  cancerBioSante: {
    record: {
      name: 'Cancer-Bio-Santé',
      kinds: ['cluster'],
      focus:
        'Cancer along the whole course of care, from prevention and diagnosis to treatment, follow-up and home care; ageing as well.',
      country: 'FR',
      region: 'Midi-Pyrénées, Limousin',
      ...at.toulouse,
      colour: '#b657cc',
      names: [
        { name: 'Cancer-Bio-Health', kind: 'translation' },
        { name: 'CBS', kind: 'acronym' },
      ],
      websites: [{ url: 'http://www.cancerbiosante.fr' }],
    },
    says: [
      ['launch', 'Name', 'Called the Cancer-Bio-Health Pole in English.'],
      ['poles', 'Name', 'Called Cancer-Bio-Santé, CBS for short.'],
      ['launch', 'Region', 'Midi-Pyrénées and Limousin.'],
      ['kansai', 'Region', 'Midi-Pyrénées and Limousin.'],
      ['poles', 'Region', 'The region of Toulouse.'],
      ['launch', 'Website', 'Prints www.cancerbiosante.fr.', '2007-11-28'],
      ['kansai', 'Website', 'Prints www.cancerbiosante.fr.', '2008-02-04'],
      [
        'launch',
        'Focus',
        'Managing cancer as one continuum of science and business: prevention, diagnosis, therapy, follow-up and care at home.',
      ],
      [
        'kansai',
        'Focus',
        'The care of cancer seen as one whole, in science and in business: preventing, diagnosing, treating.',
      ],
      [
        'poles',
        'Focus',
        'Two themes, cancer and ageing, over the whole chain of care: prevention, diagnosis, therapy and aftercare.',
      ],
      [
        'poles',
        'Strategic line',
        'Line 1, nutrition and health: preventing cancer, eating well into old age, food in hospital and at home. Led by Pierre Fabre and INRIA.',
      ],
      [
        'poles',
        'Strategic line',
        'Line 2, molecules of use in treating and detecting cancer: drug candidates, diagnostic and prognostic markers. Led by Sanofi and CNRS.',
      ],
      [
        'poles',
        'Strategic line',
        'Line 3, innovation in technology and diagnostics: biotechnology, nanotechnology, medical imaging. Led by Pylote and the Institut Claudius Regaud.',
      ],
      [
        'poles',
        'Strategic line',
        'Line 4, home care: aftercare and support of patients, monitoring, home automation, e-health and e-medicine. No leader named.',
      ],
      [
        'poles',
        'Members',
        'Well-known members: Pierre Fabre, bioMérieux and Sanofi Aventis; from outside the field also Sigfox Wireless.',
      ],
      [
        'poles',
        'Pôles in France',
        'One of seven life-science and health pôles among 71; one of the four that matter most.',
      ],
      [
        'launch',
        'Lead',
        'Managed and negotiated the partnership with Japan on behalf of all three clusters.',
      ],
      ['kansai', 'Lead', 'Negotiated the Kansai agreement on account of the three French clusters.'],
    ],
  },
  lyonbiopole: {
    record: {
      name: 'Lyonbiopôle',
      kinds: ['cluster'],
      focus:
        'Infectious diseases of humans and animals: diagnostics, vaccines, novel therapies and how they are delivered; later also immune disorders and cancer.',
      country: 'FR',
      region: 'Rhône-Alpes',
      ...at.lyon,
      colour: '#096acb',
      names: [{ name: 'Lyon Biopôle' }, { name: 'Lyonbiopole' }],
      websites: [
        { url: 'http://www.lyonbiopole.com', from: '2007', to: '2007' },
        { url: 'http://www.lyonbiopole.org', from: '2008' },
      ],
    },
    says: [
      [
        'kansai',
        'Name',
        'Written Lyon Biopôle, Lyonbiopole, Lyonbiopôle and LyonBioPôle in the same release.',
      ],
      ['biox', 'Name', 'Written Lyonbiopole, without the accent.'],
      ['launch', 'Website', 'Prints www.lyonbiopole.com.', '2007-11-28'],
      ['kansai', 'Website', 'Prints www.lyonbiopole.org.', '2008-02-04'],
      [
        'launch',
        'Focus',
        'A world cluster against infectious diseases of humans and animals, known for diagnostics, vaccines, novel therapies and delivery systems.',
      ],
      [
        'kansai',
        'Focus',
        'Infectious diseases of humans and animals, with strength in diagnostics and vaccines.',
      ],
      [
        'poles',
        'Focus',
        'Its spearhead is said to be research into cancer and into infectious diseases of humans and animals, with vaccines and diagnostics of world class around Lyon and Grenoble.',
      ],
      [
        'poles',
        'Focus',
        'The same note says further down that work had kept to infectious diseases, vaccines and diagnostics, and that new therapies were added only after the evaluation of 2012.',
      ],
      ['biox', 'Focus', 'Infectious diseases, immune disorders and cancers.'],
      ['poles', 'Members', '317 members; over 160 of them companies, start-ups included.'],
      [
        'poles',
        'Members',
        'Over 30 investors, over 23 research groups, 100 research teams and four health institutions.',
      ],
      ['poles', 'Members', 'About 100 of the members are small or medium-sized biotech companies.'],
      [
        'biox',
        'Members',
        'More than 100 members, with four industrial founders: Becton Dickinson (BD), bioMérieux, “Meril” and Sanofi-Pasteur.',
      ],
      ['poles', 'Start-ups', '14 start-ups have come into being through the cluster.'],
      [
        'poles',
        'Project',
        'AcCinov: a bioproduction unit that the cluster invested in and opened at the end of 2013. It is open to all members, for whom regulated production plant of their own costs too much.',
        '2013',
      ],
      [
        'poles',
        'Project',
        'The first four SMEs used AcCinov in April 2014, and so did the new technology institute BioAster.',
        '2014-04',
      ],
      [
        'poles',
        'Evaluation',
        'The only life-science cluster rated “very well performing” in the national evaluation of the pôles.',
        '2012',
      ],
      [
        'poles',
        'Pôles in France',
        'One of seven life-science and health pôles among 71; one of the four that matter most.',
      ],
      [
        'launch',
        'Lead',
        'Managed and negotiated the partnership with the United States on behalf of all three clusters.',
      ],
    ],
    from: ['alps'],
  },
  alsaceBioValley: {
    record: {
      name: 'Alsace BioValley',
      kinds: ['cluster'],
      focus:
        'New medicines, from genetics and chemistry onward, and medical technology such as medical and surgical robotics.',
      country: 'FR',
      region: 'Alsace',
      ...at.strasbourg,
      founded: '2005',
      colour: '#cf630d',
      names: [{ name: 'Innovations Thérapeutiques' }],
      websites: [{ url: 'http://www.innovations-therapeutiques.fr' }],
    },
    says: [
      ['launch', 'Name', 'Called Innovations Thérapeutiques, and nothing else.', '2007-11-28'],
      [
        'kansai',
        'Name',
        'Called Alsace BioValley; in full, Alsace BioValley - Innovations Thérapeutiques.',
        '2008-02-04',
      ],
      [
        'poles',
        'Name',
        'Called Alsace Biovalley; therapeutic innovation is named as its focus, not as its name.',
      ],
      ['launch', 'Website', 'Prints www.innovations-therapeutiques.fr.', '2007-11-28'],
      ['kansai', 'Website', 'Prints www.innovations-therapeutiques.fr.', '2008-02-04'],
      [
        'launch',
        'Focus',
        'Where chemistry, biology and medical technology meet, in two fields: from genetics and chemistry to medicines, and medical and surgical robotics.',
      ],
      ['kansai', 'Focus', 'Where chemistry, biology and medical technology meet.'],
      [
        'poles',
        'Focus',
        'Works for and by the health industry on new medicines on the one hand and medical instruments and technology on the other.',
      ],
      ['poles', 'Founded', 'The pôle was set up in 2005.', '2005'],
      ['poles', 'Members', '128 members.'],
      ['poles', 'Jobs and projects', '3,297 direct or indirect jobs created since 2005.'],
      ['poles', 'Jobs and projects', '62 companies set up or attracted since 2005.'],
      ['poles', 'Jobs and projects', '473 joint R&D projects with the label of the pôle begun since 2005.'],
      ['poles', 'Cooperation abroad', 'Works with its neighbours Germany and Switzerland.'],
      ['poles', 'Pôles in France', 'One of seven life-science and health pôles among 71.'],
      [
        'launch',
        'Lead',
        'Managed and negotiated the partnership with Canada on behalf of all three clusters.',
      ],
    ],
  },
} as const satisfies OrganisationFacts
