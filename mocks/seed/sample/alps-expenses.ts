import type { AlpsLine } from './alps.ts'
import { recurring, type SampleExpense } from './funding.ts'

type Row = SampleExpense<AlpsLine>

const halfYear = (last: string) =>
  `Staff, ${last.endsWith('06-30') ? 'first' : 'second'} half of ${last.slice(0, 4)}`

/** Staff by half-years: the first is paid, three more are planned. */
const halfYears = (line: AlpsLine, minor: number, currency: 'EUR' | 'CHF' = 'EUR'): Row[] =>
  recurring(
    { line, what: halfYear, amount: [minor, currency], planned: '2008-01-10' },
    ['2008-06-30'],
    ['2008-12-31', '2009-06-30', '2009-12-31'],
  )

const staff: readonly Row[] = [
  ...halfYears('management', 1_840_000),
  ...halfYears('staffLyon', 2_170_000),
  ...halfYears('staffGeneva', 1_860_000, 'CHF'),
  ...halfYears('staffTyrol', 1_090_000),
  ...halfYears('staffCanavese', 1_580_000),
  ...halfYears('staffMilan', 990_000),
  ...halfYears('staffMunich', 1_250_000),
  ...halfYears('staffFreising', 740_000),
]

const travel: readonly Row[] = [
  {
    line: 'travelLead',
    what: 'Preparatory meeting in Innsbruck',
    supplier: 'Gasthof am Inn',
    amount: [126_000, 'EUR'],
    paid: '2007-12-18',
  },
  {
    line: 'travelLead',
    what: 'Flights to the meeting in Grenoble',
    amount: [98_000, 'EUR'],
    paid: '2008-02-12',
  },
  {
    line: 'travelLyon',
    what: 'Trains to the meeting in Grenoble',
    amount: [24_000, 'EUR'],
    paid: '2008-02-12',
  },
  {
    line: 'travelGeneva',
    what: 'Hotel in Grenoble',
    supplier: 'Hôtel des Balmes',
    amount: [112_000, 'CHF'],
    paid: '2008-02-14',
  },
  { line: 'travelLyon', what: 'Steering committee in Turin', amount: [61_000, 'EUR'], paid: '2008-04-17' },
  { line: 'travelGeneva', what: 'Steering committee in Turin', amount: [89_000, 'CHF'], paid: '2008-04-18' },
  { line: 'travelLead', what: 'Steering committee in Turin', amount: [114_000, 'EUR'], paid: '2008-04-18' },
  {
    line: 'travelGeneva',
    what: 'Hotel in Lausanne for the visitors from Lyon',
    supplier: 'Hôtel du Léman',
    helps: 'lyonbiopole',
    amount: [64_000, 'CHF'],
    paid: '2008-07-03',
  },
  {
    line: 'travelLead',
    what: 'Steering committee in Munich',
    amount: [132_000, 'EUR'],
    planned: '2008-07-15',
    expected: '2008-11-06',
  },
]

const events: readonly Row[] = [
  {
    key: 'congressCentre',
    line: 'daysLyon',
    what: 'Congress centre for the Alps Bio Days',
    supplier: 'Palais du Rhône',
    reference: 'Contract 2008/19',
    amount: [2_400_000, 'EUR'],
    planned: '2008-04-02',
    ordered: '2008-07-10',
  },
  {
    line: 'daysLyon',
    what: 'Congress centre: deposit',
    supplier: 'Palais du Rhône',
    amount: [720_000, 'EUR'],
    paid: '2008-07-31',
    order: 'congressCentre',
  },
  {
    line: 'daysLyon',
    what: 'Meals at the Alps Bio Days',
    supplier: 'Traiteur des Carmes',
    amount: [1_100_000, 'EUR'],
    planned: '2008-07-10',
    expected: '2008-11-28',
  },
  {
    line: 'daysCanavese',
    what: 'Investor day in Canavese',
    amount: [950_000, 'EUR'],
    planned: '2008-09-02',
    expected: '2009-05-14',
  },
]

const works: readonly Row[] = [
  {
    key: 'platform',
    line: 'platform',
    what: 'Web platform of the six regions',
    supplier: 'Isarweb',
    reference: 'Contract ABC-1',
    amount: [6_400_000, 'EUR'],
    ordered: '2008-03-28',
  },
  {
    line: 'platform',
    what: 'Web platform: concept',
    supplier: 'Isarweb',
    amount: [1_920_000, 'EUR'],
    paid: '2008-05-30',
    order: 'platform',
  },
  {
    line: 'platform',
    what: 'Web platform: first version',
    supplier: 'Isarweb',
    amount: [1_280_000, 'EUR'],
    paid: '2008-08-29',
    order: 'platform',
  },
  {
    key: 'mapping',
    line: 'mapping',
    what: 'Map of competences of the Alps',
    supplier: 'Belledonne Études',
    amount: [3_800_000, 'EUR'],
    ordered: '2008-04-21',
  },
  {
    line: 'mapping',
    what: 'Map of competences: inventory',
    supplier: 'Belledonne Études',
    amount: [1_520_000, 'EUR'],
    paid: '2008-06-20',
    order: 'mapping',
  },
  {
    line: 'mapping',
    what: 'Licence of a database of clinical trials',
    supplier: 'Trialbase Inc.',
    amount: [540_000, 'USD'],
    paid: '2008-05-21',
  },
  {
    line: 'mapping',
    what: 'Expert visit at Isérodiag',
    supplier: 'Belledonne Études',
    company: 'iserodiag',
    amount: [240_000, 'EUR'],
    paid: '2008-06-11',
  },
  { line: 'server', what: 'Server', supplier: 'Rechenkraft', amount: [539_000, 'EUR'], paid: '2008-05-09' },
  {
    line: 'server',
    what: 'Backup unit',
    supplier: 'Rechenkraft',
    amount: [109_000, 'EUR'],
    paid: '2008-06-04',
  },
  {
    line: 'reserve',
    what: 'Evaluation from outside',
    amount: [1_400_000, 'EUR'],
    planned: '2008-01-10',
    expected: '2009-12-15',
  },
]

/** What is spent of Alps Bio Cluster. One meeting was before the grant began; the server passes its line. */
export const alpsExpenses: readonly Row[] = [...staff, ...travel, ...events, ...works]
