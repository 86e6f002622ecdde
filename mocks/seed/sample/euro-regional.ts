import type { Rating } from '../../../src/domain/meeting.ts'
import type { CompanyKey } from './companies.ts'
import type { NeighbourKey } from './counterparts.ts'
import { slotsOf } from './timetable.ts'

/** The business meetings of December 2007 in Toulouse: who came, whom they met and what came of it. All of it invented. */

export const slots = [
  ...slotsOf('2007-12-03', 'afternoon', ['14:00', '14:30', '15:15', '15:45']),
  ...slotsOf('2007-12-04', 'morning', ['09:30', '10:00', '10:45', '11:15']),
]
export const tables = ['Table 1', 'Table 2', 'Table 3', 'Table 4'].map((name) => ({ name, place: 'Foyer' }))

export const came: Readonly<Partial<Record<CompanyKey | NeighbourKey, boolean>>> = {
  garoncyte: true,
  occinutra: true,
  iserodiag: true,
  beaujocell: true,
  selestagene: true,
  limovia: false,
  ebrogena: true,
  montsenia: true,
  pirinalia: true,
  navarcel: true,
}

type Pair = readonly [CompanyKey, NeighbourKey]

/** How each meeting went; without a rating nobody was there to tell. */
export const meetings: readonly (readonly [...Pair, rating: Rating | null, remark?: string])[] = [
  [
    'garoncyte',
    'montsenia',
    'cooperation_possible',
    'Would sell the test in Spain from autumn 2008; asks for a price.',
  ],
  ['garoncyte', 'ebrogena', 'informative', 'Proteins for controls; a sample to be sent.'],
  ['garoncyte', 'navarcel', 'insufficient_interest'],
  ['iserodiag', 'ebrogena', 'cooperation_possible', 'A common test for two infections; both want to try it.'],
  ['iserodiag', 'montsenia', 'informative', 'Their hospitals decide once a year, in May.'],
  [
    'occinutra',
    'pirinalia',
    'cooperation_possible',
    'Pear extract in a drink for diabetics; agreed on a first exchange under an NDA.',
  ],
  ['occinutra', 'montsenia', 'insufficient_interest', 'Another line of business.'],
  ['beaujocell', 'navarcel', 'informative', 'Uses another medium, under contract until 2009.'],
  ['beaujocell', 'ebrogena', 'informative'],
  ['selestagene', 'montsenia', 'cooperation_possible', 'Three hundred samples a year, to begin with.'],
  ['selestagene', 'navarcel', null],
  ['selestagene', 'ebrogena', 'insufficient_interest'],
  ['limovia', 'navarcel', 'did_not_take_place', 'The company’s flight was cancelled.'],
]

export const outcomes = [
  {
    of: ['occinutra', 'pirinalia'],
    kind: 'nda',
    title: 'Confidentiality agreement on the pear extract',
    on: '2008-01-21',
    confirmedOn: '2008-03-05',
    evidence: 'Copy seen at the visit of 5 March.',
  },
  {
    of: ['selestagene', 'montsenia'],
    kind: 'contract',
    title: 'Genotyping of 300 samples a year',
    on: '2008-05',
    value: { minor: 4_800_000, currency: 'EUR' },
    confirmedOn: '2008-06-10',
  },
  {
    of: ['iserodiag', 'ebrogena'],
    kind: 'rd_project',
    title: 'Feasibility of a common test for two infections',
    on: '2008-06-16',
    value: { minor: 12_000_000, currency: 'EUR' },
  },
  {
    of: ['garoncyte', 'montsenia'],
    kind: 'lead',
    title: 'Price list asked for, for hospitals in Spain',
    on: '2007-12',
    confirmedOn: '2008-03-04',
  },
] as const satisfies readonly {
  of: Pair
  kind: string
  title: string
  on: string
  value?: { minor: number; currency: string }
  confirmedOn?: string
  evidence?: string
}[]

/** When each company was asked what came of it, after 3 and after 6 months; nothing where it has not been yet. */
export const asked: Partial<Record<CompanyKey, readonly string[]>> = {
  garoncyte: ['2008-03-04', '2008-06-05'],
  occinutra: ['2008-03-05', '2008-06-03'],
  iserodiag: ['2008-03-04', '2008-06-17'],
  beaujocell: ['2008-03-11'],
  selestagene: ['2008-03-04', '2008-06-10'],
}
