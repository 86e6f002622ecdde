import type { CompanyInput } from '../../../src/contract/companies.ts'
import type { CompanyKey } from './companies.ts'

/** Figures of the invented companies, so that every answer about SME status and room for aid occurs. All of it invented. */

/** A year's accounts: when they closed, work units, turnover and balance sheet in thousands of euros; null where unknown. */
export type Year = readonly [
  closedOn: string,
  headcount: number | null,
  turnover: number | null,
  balanceSheet: number | null,
  basis?: 'estimated',
]

export type Readiness = NonNullable<NonNullable<CompanyInput['markets']>[number]['readiness']>

export interface CompanyFigures {
  sectors: readonly string[]
  exports?: CompanyInput['exportExperience']
  /** How ready it is for Japan. */
  japan?: Readiness
  /** When it signed both papers: its SME status, and de minimis aid from others. */
  signed?: readonly string[]
  years?: readonly Year[]
}

const years = (...figures: readonly [number, number, number][]): Year[] =>
  figures.map(([headcount, turnover, balanceSheet], n) => [
    `${2008 - figures.length + n}-12-31`,
    headcount,
    turnover,
    balanceSheet,
  ])

export const figures: Readonly<Partial<Record<CompanyKey, CompanyFigures>>> = {
  garoncyte: {
    sectors: ['C21', 'M72.1'],
    exports: 'occasional',
    japan: 'ready',
    signed: ['2007-11-05', '2008-05-19'],
    years: years([14, 1_350, 2_900], [19, 1_980, 3_200], [24, 2_600, 3_400]),
  },
  occinutra: {
    sectors: ['C10.8'],
    exports: 'none',
    japan: 'interested',
    signed: ['2007-11-12'],
    years: years([4, 180, 420], [6, 390, 510], [7, 610, 640]),
  },
  pastelis: {
    sectors: ['C26.6'],
    exports: 'none',
    japan: 'preparing',
    // How many work there is known, what they turned over is not: too little for an answer.
    years: [
      ['2006-12-31', 41, null, null],
      ['2007-12-31', 48, null, null],
    ],
  },
  limovia: {
    sectors: ['C32.5'],
    exports: 'none',
    years: [
      ['2006-12-31', 2, 20, 280],
      ['2007-12-31', 4, 95, 310, 'estimated'],
    ],
  },
  rhodavax: {
    sectors: ['C21'],
    exports: 'regular',
    japan: 'active',
    signed: ['2008-05-26'],
    years: years([97, 11_800, 16_400], [108, 12_900, 17_700], [118, 14_200, 19_000]),
  },
  iserodiag: {
    sectors: ['C20.5', 'C32.5'],
    exports: 'regular',
    japan: 'ready',
    signed: ['2007-11-07', '2008-05-28'],
    years: years([26, 2_900, 4_100], [31, 3_600, 4_400], [34, 4_300, 4_900]),
  },
  beaujocell: {
    sectors: ['M72.1'],
    exports: 'occasional',
    japan: 'preparing',
    signed: ['2007-11-14', '2008-06-09'],
    years: years([17, 1_500, 2_300], [18, 1_650, 2_200], [21, 1_800, 2_600]),
  },
  confluvir: { sectors: ['M72.1'], japan: 'interested', years: years([22, 900, 5_200], [25, 1_100, 6_800]) },
  vogesia: {
    sectors: ['C32.5'],
    exports: 'none',
    japan: 'preparing',
    years: years([28, 2_100, 3_300], [30, 2_700, 3_600]),
  },
  argentopeptide: {
    sectors: ['C20', 'C21'],
    exports: 'regular',
    japan: 'ready',
    signed: ['2008-06-02'],
    years: years([57, 6_200, 10_400], [60, 6_700, 11_100], [62, 7_100, 12_300]),
  },
  selestagene: {
    sectors: ['J62', 'M72.1'],
    exports: 'occasional',
    japan: 'preparing',
    signed: ['2007-11-08', '2008-05-29'],
    years: years([9, 420, 380], [11, 640, 450], [12, 910, 560]),
  },
}

/** Invented owners: what each is, its accounts where they count, and what it holds of whom. */
export const owners = [
  {
    // More than half, and large itself: what it owns is large with it.
    body: { name: 'Groupe Ancelorme', kinds: ['company'], country: 'FR', town: 'Paris' },
    years: years([590, 131_000, 96_000], [620, 140_000, 101_000]),
    holds: { of: 'confluvir', holderType: 'enterprise', percent: 62, from: '2006-03-01' },
  },
  {
    // A quarter or more in public hands, and of none of the kinds that the rule excepts.
    body: {
      name: 'Office public de la recherche du Val-Ried',
      kinds: ['public_body'],
      country: 'FR',
      region: 'Alsace',
    },
    years: [],
    holds: { of: 'vogesia', holderType: 'public_body', percent: 30, from: '2005-09' },
  },
  {
    // Venture capital may hold up to half without becoming a partner.
    body: { name: 'Belledune Amorçage', kinds: ['other'], country: 'FR', town: 'Grenoble' },
    years: [],
    holds: { of: 'iserodiag', holderType: 'venture_capital', percent: 35, from: '2004-06' },
  },
] as const satisfies readonly {
  body: object
  years: readonly Year[]
  holds: { of: CompanyKey; holderType: string; percent: number; from: string }
}[]
