import { recurring, type SampleExpense } from './funding.ts'
import type { PptiLine } from './ppti.ts'
import { japanExpenses } from './ppti-japan.ts'

type Row = SampleExpense<PptiLine>

const together: readonly Row[] = [
  {
    line: 'together',
    what: 'Room and catering of the launch',
    supplier: 'Traiteur des Carmes',
    reference: 'F-2007-118',
    mission: 'euroRegionalMeeting',
    amount: [185_000, 'EUR'],
    vat: 30_318,
    paid: '2007-12-04',
  },
  {
    line: 'together',
    what: 'Interpreters at the press conference of the launch',
    supplier: 'Voix Hautes',
    mission: 'launchPressConference',
    amount: [64_000, 'EUR'],
    paid: '2007-12-05',
  },
  {
    line: 'together',
    what: 'Brochure of the three clusters',
    supplier: 'Imprimerie du Canal',
    amount: [124_000, 'EUR'],
    paid: '2008-01-16',
  },
  {
    line: 'together',
    what: 'Brochure in English for Japan and the Alps',
    supplier: 'Imprimerie du Canal',
    reference: '08-0641',
    amount: [240_000, 'EUR'],
    paid: '2008-08-12',
    shared: { grant: 'alps', line: 'travelLyon', bp: 4_000 },
  },
]

const quarterName = (last: string) => `Coordination, Q${Number(last.slice(5, 7)) / 3} ${last.slice(0, 4)}`

const quarter = (line: PptiLine, minor: number, paid: readonly string[], to: readonly string[]): Row[] =>
  recurring({ line, what: quarterName, amount: [minor, 'EUR'], planned: '2008-01-07' }, paid, to)
const quarters = ['2008-09-30', '2008-12-31', '2009-03-31', '2009-06-30', '2009-09-30'] as const

const staff: readonly Row[] = [
  ...quarter('staffToulouse', 190_000, ['2008-03-31', '2008-06-30'], quarters),
  ...quarter('staffLyon', 170_000, ['2008-03-31', '2008-06-30'], quarters),
  ...quarter('staffStrasbourg', 150_000, ['2008-06-30'], quarters.slice(0, 4)),
]

const unitedStates: readonly Row[] = [
  {
    line: 'usFair',
    what: 'Part of the French stand at BIO 2008',
    supplier: 'Pacific Expo Services',
    amount: [480_000, 'USD'],
    paid: '2008-03-14',
  },
  {
    line: 'usFair',
    what: 'Six passes for BIO 2008',
    supplier: 'Pacific Expo Services',
    amount: [330_000, 'USD'],
    planned: '2008-03-14',
    paid: '2008-06-17',
  },
  {
    line: 'usFair',
    what: 'Reception for American partners',
    supplier: 'Harbor Catering',
    amount: [195_000, 'USD'],
    paid: '2008-06-23',
    noReceipt: true,
  },
  {
    line: 'usTravel',
    what: 'Two flights Lyon – San Diego',
    supplier: 'Voyages des Terreaux',
    amount: [216_000, 'EUR'],
    planned: '2008-04-02',
    paid: '2008-05-06',
  },
  {
    line: 'usTravel',
    what: 'Hotel in San Diego',
    supplier: 'Hotel Mission Palms',
    amount: [246_000, 'USD'],
    paid: '2008-06-21',
  },
  {
    line: 'usTravel',
    what: 'Car hire',
    supplier: 'Bayside Rental',
    amount: [31_200, 'USD'],
    paid: '2008-06-22',
  },
  {
    line: 'usTravel',
    what: 'Trip to Boston before the signature',
    amount: [520_000, 'USD'],
    planned: '2008-07-09',
    expected: '2008-11-12',
  },
  {
    key: 'usAdvice',
    line: 'usAdvice',
    what: 'Legal advice on the agreement with San Diego and Boston',
    supplier: 'Alder & Finch LLP',
    reference: 'Engagement 2008-77',
    amount: [950_000, 'USD'],
    ordered: '2008-05-30',
  },
  {
    line: 'usAdvice',
    what: 'Legal advice: first draft',
    supplier: 'Alder & Finch LLP',
    reference: 'Invoice 2008-77/1',
    amount: [380_000, 'USD'],
    paid: '2008-07-25',
    order: 'usAdvice',
  },
]

const canada: readonly Row[] = [
  {
    line: 'canadaTravel',
    what: 'Two flights Strasbourg – Montréal',
    supplier: 'Voyages de l’Ill',
    amount: [196_000, 'EUR'],
    paid: '2008-04-22',
  },
  {
    line: 'canadaTravel',
    what: 'Hotel in Montréal',
    supplier: 'Auberge du Plateau',
    amount: [187_000, 'CAD'],
    paid: '2008-05-03',
  },
  {
    line: 'canadaTravel',
    what: 'Trains Montréal – Québec',
    supplier: 'Gare centrale',
    amount: [21_400, 'CAD'],
    paid: '2008-05-04',
  },
  {
    line: 'canadaTravel',
    what: 'Second trip to Montréal',
    amount: [390_000, 'EUR'],
    planned: '2008-09-01',
    expected: '2008-11-20',
  },
  {
    line: 'canadaStudy',
    what: 'Directory of Canadian partners',
    supplier: 'Laurentide Conseil',
    amount: [220_000, 'CAD'],
    paid: '2008-06-12',
  },
  {
    line: 'canadaStudy',
    what: 'Review of the draft agreement',
    supplier: 'Laurentide Conseil',
    amount: [650_000, 'CAD'],
    planned: '2008-08-28',
    expected: '2008-12-01',
  },
]

/** What is spent of the corridor’s grant. One reception was paid without a receipt. */
export const pptiExpenses: readonly Row[] = [
  ...together,
  ...staff,
  ...japanExpenses,
  ...unitedStates,
  ...canada,
]
