import { at, type OrganisationFacts } from './organisation-facts.ts'

/** Companies that the sources name beside a cluster. Where a company is at home they mostly leave open. */
export const companies = {
  biomerieux: {
    record: {
      name: 'bioMérieux',
      kinds: ['company'],
      names: [{ name: 'Biomérieux' }],
    },
    affiliations: [
      { to: 'cancerBioSante' },
      { to: 'lyonbiopole', role: 'founder', detail: 'Industrial founder' },
    ],
    from: ['poles', 'biox'],
  },
  biomerieuxJapan: {
    record: {
      name: 'bioMérieux Japan',
      kinds: ['company'],
      country: 'JP',
      names: [{ name: 'bioMerieux Japon' }],
    },
    says: [
      ['kansai', 'Role', 'Its president represented Lyonbiopôle at the signature in Osaka.', '2008-02-04'],
    ],
  },
  becktonDickinson: {
    record: { name: 'Becton Dickinson', kinds: ['company'], names: [{ name: 'BD', kind: 'acronym' }] },
    affiliations: [{ to: 'lyonbiopole', role: 'founder', detail: 'Industrial founder' }],
    from: ['biox'],
  },
  merial: {
    record: { name: 'Merial', kinds: ['company'], names: [{ name: 'Meril' }] },
    affiliations: [{ to: 'lyonbiopole', role: 'founder', detail: 'Industrial founder' }],
    says: [['biox', 'Name', 'Spelled “Meril” among the four industrial founders of Lyonbiopôle.']],
  },
  sanofiPasteur: {
    record: { name: 'Sanofi-Pasteur', kinds: ['company'] },
    affiliations: [{ to: 'lyonbiopole', role: 'founder', detail: 'Industrial founder' }],
    from: ['biox'],
  },
  sanofiAventis: {
    record: { name: 'Sanofi Aventis', kinds: ['company'], names: [{ name: 'Sanofi' }] },
    affiliations: [
      { to: 'cancerBioSante' },
      { to: 'cancerBioSante', role: 'line_leader', detail: 'Molecules' },
    ],
    says: [
      ['poles', 'Name', 'Called Sanofi Aventis as a member of Cancer-Bio-Santé.'],
      ['poles', 'Name', 'Called Sanofi as leader of the line on molecules.'],
    ],
  },
  sanofiAventisRd: {
    record: { name: 'Sanofi Aventis R&D', kinds: ['company'] },
    affiliations: [{ to: 'eurobiomed' }],
    from: ['poles'],
  },
  pierreFabre: {
    record: { name: 'Pierre Fabre', kinds: ['company'] },
    affiliations: [
      { to: 'cancerBioSante' },
      { to: 'cancerBioSante', role: 'line_leader', detail: 'Nutrition and health' },
    ],
    from: ['poles'],
  },
  pylote: {
    record: { name: 'Pylote', kinds: ['other'] },
    affiliations: [{ to: 'cancerBioSante', role: 'line_leader', detail: 'Technology and diagnostics' }],
    from: ['poles'],
  },
  sigfox: {
    record: {
      name: 'Sigfox Wireless',
      kinds: ['company'],
      focus: 'Connected objects, among them some for the home care of the elderly.',
    },
    affiliations: [{ to: 'cancerBioSante' }],
    says: [
      [
        'poles',
        'Focus',
        'A young innovative company in connected objects, for the home care of the elderly among others.',
      ],
    ],
  },
  bayer: {
    record: { name: 'Bayer Health Care', kinds: ['company'] },
    affiliations: [{ to: 'nsl' }],
    from: ['poles'],
  },
  genfit: { record: { name: 'Genfit', kinds: ['company'] }, affiliations: [{ to: 'nsl' }], from: ['poles'] },
  lfb: {
    record: { name: 'LFB', kinds: ['company'], names: [{ name: 'LFB Groep', kind: 'translation' }] },
    affiliations: [{ to: 'nsl' }],
    from: ['poles'],
  },
  innatePharma: {
    record: { name: 'Innate Pharma', kinds: ['company'] },
    affiliations: [{ to: 'eurobiomed' }],
    from: ['poles'],
  },
  supersonicImagine: {
    record: { name: 'SuperSonic Imagine', kinds: ['company'], country: 'FR', ...at.aix },
    affiliations: [{ to: 'eurobiomed' }],
    says: [
      ['poles', 'Project', 'Leads IDITOP, on imaging for the diagnosis and treatment of prostate cancer.'],
    ],
  },
  ipsogen: {
    record: { name: 'Ipsogen', kinds: ['company'], country: 'FR', focus: 'Tests for blood cancer.' },
    says: [
      [
        'poles',
        'Role',
        'A French company in which QIAGEN bought a majority, for its tests for blood cancer.',
        '2011',
      ],
    ],
  },
  qiagen: {
    record: { name: 'QIAGEN', kinds: ['company'] },
    affiliations: [{ to: 'eurobiomed' }, { to: 'ipsogen', role: 'majority_owner', from: '2011' }],
    from: ['poles'],
  },
  alphabio: {
    record: { name: 'Alphabio', kinds: ['other'] },
    affiliations: [{ to: 'eurobiomed' }],
    says: [['poles', 'Project', 'Leads DIAPO, on DNA and the cancer-causing papillomavirus.']],
  },
} as const satisfies OrganisationFacts

/** Institutes, universities and hospitals that the sources name beside a cluster. */
export const institutes = {
  inria: {
    record: { name: 'INRIA', kinds: ['research'] },
    affiliations: [{ to: 'cancerBioSante', role: 'line_leader', detail: 'Nutrition and health' }],
    from: ['poles'],
  },
  cnrs: {
    record: { name: 'CNRS', kinds: ['research'] },
    affiliations: [{ to: 'cancerBioSante', role: 'line_leader', detail: 'Molecules' }],
    from: ['poles'],
  },
  claudiusRegaud: {
    record: { name: 'Institut Claudius Regaud', kinds: ['research'] },
    affiliations: [{ to: 'cancerBioSante', role: 'line_leader', detail: 'Technology and diagnostics' }],
    from: ['poles'],
  },
  bioaster: {
    record: { name: 'BioAster', kinds: ['research'], focus: 'Microbiology and infectiology.' },
    affiliations: [
      { to: 'lyonbiopole', role: 'user', detail: 'AcCinov bioproduction unit', from: '2014-04' },
    ],
    says: [
      ['poles', 'Role', 'A brand-new technology institute for microbiology and infectiology.', '2014-04'],
    ],
  },
  gustaveRoussy: {
    record: { name: 'Institut Gustave Roussy', kinds: ['research'], focus: 'Cancer research.' },
    affiliations: [{ to: 'medicen' }],
    from: ['poles'],
  },
  transplantationCenter: {
    record: {
      name: 'European Center for Transplantation Sciences and Immunotherapy',
      kinds: ['research'],
      country: 'FR',
      ...at.nantes,
    },
    says: [['poles', 'Role', 'Stands in Nantes; what it is to Atlanpôle Biothérapies is not said.']],
  },
  lille1: {
    record: { name: 'Université Lille 1 Sciences et Technologies', kinds: ['research'] },
    affiliations: [{ to: 'nsl' }],
    from: ['poles'],
  },
  lille2: {
    record: { name: 'Université Lille 2 Droit et Santé', kinds: ['research'] },
    affiliations: [{ to: 'nsl' }],
    from: ['poles'],
  },
  artois: {
    record: { name: 'Université d’Artois', kinds: ['research'] },
    affiliations: [{ to: 'nsl' }],
    from: ['poles'],
  },
  pasteurLille: {
    record: { name: 'Institut Pasteur de Lille', kinds: ['research'] },
    affiliations: [{ to: 'nsl' }],
    from: ['poles'],
  },
  isa: {
    record: { name: 'Institut Supérieur d’Agriculture', kinds: ['research'] },
    affiliations: [{ to: 'nsl' }],
    from: ['poles'],
  },
  chruLille: {
    record: { name: 'Centre Hospitalier Régional Universitaire de Lille', kinds: ['research'] },
    affiliations: [{ to: 'nsl' }],
    from: ['poles'],
  },
} as const satisfies OrganisationFacts
