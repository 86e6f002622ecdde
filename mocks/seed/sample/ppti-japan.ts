import type { SampleExpense } from './funding.ts'
import type { PptiLine } from './ppti.ts'

type Row = SampleExpense<PptiLine>

const signing = { mission: 'kansaiSigning' } as const
const fair = { line: 'fair', mission: 'bioJapan' } as const

const toOsaka: readonly Row[] = [
  {
    ...signing,
    line: 'japanTravel',
    what: 'Two flights Toulouse – Osaka',
    supplier: 'Voyages du Capitole',
    amount: [296_000, 'EUR'],
    paid: '2008-01-18',
  },
  {
    ...signing,
    line: 'japanTravel',
    what: 'Flight Lyon – Osaka',
    supplier: 'Voyages du Capitole',
    helps: 'lyonbiopole',
    amount: [151_000, 'EUR'],
    paid: '2008-01-18',
  },
  {
    ...signing,
    line: 'japanTravel',
    what: 'Flight Strasbourg – Osaka',
    supplier: 'Voyages du Capitole',
    helps: 'alsaceBioValley',
    amount: [146_500, 'EUR'],
    paid: '2008-01-21',
  },
  {
    ...signing,
    key: 'osakaHotel',
    line: 'japanTravel',
    what: 'Hotel in Osaka',
    supplier: 'Hotel Nakanoshima',
    amount: [286_000, 'JPY'],
    paid: '2008-02-07',
  },
  {
    ...signing,
    line: 'japanTravel',
    what: 'Trains and taxis in Kansai',
    amount: [48_600, 'JPY'],
    paid: '2008-02-05',
  },
  {
    ...signing,
    key: 'dinner',
    line: 'japanTravel',
    what: 'Dinner after the signature',
    supplier: 'Ryotei Semba',
    amount: [132_000, 'JPY'],
    paid: '2008-02-04',
  },
  {
    ...signing,
    line: 'japanStudy',
    what: 'Interpreter at the signature',
    supplier: 'Kansai Tsuyaku',
    amount: [95_000, 'JPY'],
    paid: '2008-02-04',
  },
  {
    ...signing,
    line: 'japanStudy',
    what: 'Translation of the agreement into Japanese',
    supplier: 'Kansai Tsuyaku',
    amount: [120_000, 'JPY'],
    paid: '2008-03-20',
  },
]

const studies: readonly Row[] = [
  {
    key: 'kansaiStudy',
    line: 'japanStudy',
    what: 'Study of the market in Kansai',
    supplier: 'Yodogawa Research',
    reference: 'Contract YR-0412',
    amount: [1_600_000, 'JPY'],
    ordered: '2008-04-10',
  },
  {
    line: 'japanStudy',
    what: 'Study of the market in Kansai: interim report',
    supplier: 'Yodogawa Research',
    amount: [640_000, 'JPY'],
    paid: '2008-06-30',
    order: 'kansaiStudy',
  },
  {
    line: 'japanStudy',
    what: 'Room in Kobe for a seminar',
    supplier: 'Port Hall Kobe',
    amount: [180_000, 'JPY'],
    ordered: '2008-03-03',
    cancelled: '2008-05-19',
  },
]

const toYokohama: readonly Row[] = [
  {
    ...fair,
    key: 'stand',
    what: 'Stand at Bio-Japan 2008',
    supplier: 'Minato Tenji',
    reference: 'Contract 08-B-211',
    amount: [3_150_000, 'JPY'],
    planned: '2008-02-25',
    ordered: '2008-04-25',
  },
  {
    ...fair,
    what: 'Stand at Bio-Japan 2008: first instalment',
    supplier: 'Minato Tenji',
    amount: [945_000, 'JPY'],
    paid: '2008-05-20',
    order: 'stand',
  },
  {
    ...fair,
    key: 'iserodiagPass',
    what: 'Pass for the meetings: Isérodiag',
    supplier: 'Minato Tenji',
    helps: 'lyonbiopole',
    company: 'iserodiag',
    amount: [157_500, 'JPY'],
    paid: '2008-07-08',
  },
  {
    ...fair,
    key: 'argentopeptidePass',
    what: 'Pass for the meetings: Argentopeptide',
    supplier: 'Minato Tenji',
    helps: 'alsaceBioValley',
    company: 'argentopeptide',
    amount: [157_500, 'JPY'],
    paid: '2008-07-08',
  },
  {
    ...fair,
    what: 'Furniture and screens of the stand',
    supplier: 'Minato Tenji',
    amount: [1_200_000, 'JPY'],
    planned: '2008-06-02',
    expected: '2008-10-10',
  },
  {
    ...fair,
    what: 'Interpreters for three days',
    supplier: 'Kansai Tsuyaku',
    amount: [360_000, 'JPY'],
    planned: '2008-06-02',
    expected: '2008-10-17',
  },
  {
    line: 'japanTravel',
    mission: 'bioJapan',
    what: 'Twelve flights to Tokyo for Bio-Japan',
    supplier: 'Voyages du Capitole',
    amount: [1_344_000, 'EUR'],
    planned: '2008-05-05',
    ordered: '2008-08-20',
    expected: '2008-09-26',
  },
  {
    line: 'japanTravel',
    mission: 'bioJapan',
    what: 'Hotels in Yokohama',
    supplier: 'Hotel Sakuragicho',
    amount: [1_280_000, 'JPY'],
    planned: '2008-05-05',
    expected: '2008-10-18',
  },
]

const toKansaiAgain: readonly Row[] = [
  {
    line: 'japanTravel',
    mission: 'jointSeminars',
    what: 'Flights to Osaka for the seminar of 2009',
    amount: [720_000, 'EUR'],
    planned: '2008-08-25',
    expected: '2009-03-02',
  },
  {
    line: 'japanTravel',
    mission: 'jointSeminars',
    what: 'Hotels in Osaka for the seminar of 2009',
    amount: [620_000, 'JPY'],
    planned: '2008-08-25',
    expected: '2009-03-20',
  },
]

/** What is spent on Japan; travel there is planned for more than its line holds. */
export const japanExpenses: readonly Row[] = [...toOsaka, ...studies, ...toYokohama, ...toKansaiAgain]
