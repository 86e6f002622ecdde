import type { OrganisationKey } from '../organisations.ts'

/** An invented company of one of the three clusters, as its entry in a mission's list would tell of it. */
export interface SampleCompany {
  name: string
  cluster: OrganisationKey & ('cancerBioSante' | 'lyonbiopole' | 'alsaceBioValley')
  region: string
  town: string
  founded: string
  focus: string
  themes: readonly string[]
  offers: readonly string[]
  seeks: readonly string[]
}

const toulouse = { cluster: 'cancerBioSante', region: 'Midi-Pyrénées' } as const
const lyon = { cluster: 'lyonbiopole', region: 'Rhône-Alpes' } as const
const strasbourg = { cluster: 'alsaceBioValley', region: 'Alsace' } as const

/** Twelve invented SMEs, four of each cluster. No company of these names is meant. */
export const companies = {
  garoncyte: {
    ...toulouse,
    name: 'Garoncyte',
    town: 'Toulouse',
    founded: '2003',
    focus: 'Cell-based assays that tell early which tumours answer to a treatment.',
    themes: ['oncology', 'diagnostics'],
    offers: ['contract research', 'companion tests'],
    seeks: ['clinical trials in Japan', 'early-stage molecules', 'distribution in Japan'],
  },
  occinutra: {
    ...toulouse,
    name: 'Occinutra',
    town: 'Castres',
    founded: '2005',
    focus: 'Plant extracts with a proven effect on metabolism, for food and food supplements.',
    themes: ['nutrition and health', 'ageing'],
    offers: ['food ingredients'],
    seeks: ['distribution in Japan', 'joint R&D'],
  },
  pastelis: {
    ...toulouse,
    name: 'Pastelis Santé',
    town: 'Labège',
    founded: '2004',
    focus: 'Monitoring of patients at home: sensors, alarms and the nurse’s view of them.',
    themes: ['ageing', 'medical devices', 'home care'],
    offers: ['home monitoring', 'joint R&D'],
    seeks: ['sensors', 'distribution in Japan', 'equity'],
  },
  limovia: {
    ...toulouse,
    name: 'Limovia Biomatériaux',
    region: 'Limousin',
    town: 'Limoges',
    founded: '2006',
    focus: 'Ceramics that replace bone and are slowly replaced by it.',
    themes: ['medical devices', 'regenerative medicine'],
    offers: ['biomaterials'],
    seeks: ['clinical trials in Japan', 'manufacturing'],
  },
  rhodavax: {
    ...lyon,
    name: 'Rhodavax',
    town: 'Lyon',
    founded: '2001',
    focus: 'Adjuvants and vectors for vaccines, for people and for animals.',
    themes: ['vaccines', 'infectious diseases'],
    offers: ['licence', 'joint R&D'],
    seeks: ['manufacturing', 'clinical trials in Japan', 'equity'],
  },
  iserodiag: {
    ...lyon,
    name: 'Isérodiag',
    town: 'Grenoble',
    founded: '2002',
    focus: 'Tests for infections, at the bedside, in twenty minutes.',
    themes: ['diagnostics', 'infectious diseases', 'medical devices'],
    offers: ['point-of-care tests', 'licence'],
    seeks: ['distribution in Japan', 'sensors', 'reagents'],
  },
  beaujocell: {
    ...lyon,
    name: 'Beaujocell',
    town: 'Villefranche-sur-Saône',
    founded: '2004',
    focus: 'Media without serum for growing cells in quantity.',
    themes: ['bioproduction', 'regenerative medicine'],
    offers: ['reagents', 'manufacturing'],
    seeks: ['distribution in Japan'],
  },
  confluvir: {
    ...lyon,
    name: 'Confluvir',
    town: 'Lyon',
    founded: '2006',
    focus: 'Small molecules against respiratory viruses.',
    themes: ['infectious diseases', 'medicinal chemistry'],
    offers: ['early-stage molecules'],
    seeks: ['equity', 'joint R&D'],
  },
  argentopeptide: {
    ...strasbourg,
    name: 'Argentopeptide',
    town: 'Illkirch-Graffenstaden',
    founded: '2000',
    focus: 'Peptides as medicines: design, synthesis, first toxicology.',
    themes: ['medicinal chemistry', 'oncology'],
    offers: ['early-stage molecules', 'contract research'],
    seeks: ['joint R&D', 'structural biology', 'equity'],
  },
  vogesia: {
    ...strasbourg,
    name: 'Vogesia Robotique',
    town: 'Strasbourg',
    founded: '2005',
    focus: 'Arms that hold an instrument still while the surgeon moves it.',
    themes: ['medical devices', 'surgical robotics'],
    offers: ['surgical instruments'],
    seeks: ['clinical trials in Japan', 'manufacturing'],
  },
  selestagene: {
    ...strasbourg,
    name: 'Sélestagène',
    town: 'Sélestat',
    founded: '2003',
    focus: 'Genotyping as a service, and the software that reads it.',
    themes: ['genetics', 'bioinformatics', 'diagnostics'],
    offers: ['genotyping', 'software'],
    seeks: ['contract research', 'distribution in Japan', 'samples'],
  },
  hautrepere: {
    ...strasbourg,
    name: 'Hautrepère Imagerie',
    town: 'Strasbourg',
    founded: '2007',
    focus: 'Software that finds the same organ again in tomorrow’s image.',
    themes: ['medical imaging', 'bioinformatics', 'oncology'],
    offers: ['software'],
    seeks: ['clinical trials in Japan'],
  },
} as const satisfies Record<string, SampleCompany>
export type CompanyKey = keyof typeof companies
