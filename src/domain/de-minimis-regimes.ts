import type { CivilDate } from './partial-date.ts'

/** What counts towards a ceiling: a sector with a ceiling of its own, or all others. */
export const aidSectors = ['general', 'road_freight'] as const
export type AidSector = (typeof aidSectors)[number]

/** The days that an award is summed up with: the fiscal year and the two before, or three years to the day. */
export type AidWindow = 'fiscal_years' | 'rolling'

/** One de minimis regulation, as data. Amounts in euro cents. */
export interface AidRegime {
  /** "(EU) 2023/2831". */
  regulation: string
  /** Days on which aid granted falls under it. */
  from: CivilDate
  to: CivilDate | null
  window: AidWindow
  /** Per single undertaking and Member State; null where the sector gets none under this regulation. */
  ceilings: Readonly<Record<AidSector, number | null>>
  articles: { ceiling: string; sector: string; window: string; day: string; exportAid: string }
  eurLex: string
}

/**
 * The general de minimis regulations, one after the other. A new one is a new row.
 * - 69/2001: in force from 2 February 2001 (OJ L 10, 13.1.2001, p. 30); transport is out of its scope (Article 1(a)).
 * - 1998/2006: OJ L 379, 28.12.2006, p. 5. Its lower ceiling is that of road transport, freight or not.
 * - 1407/2013: OJ L 352, 24.12.2013, p. 1, prolonged to the end of 2023 by 2020/972.
 * - 2023/2831: OJ L, 15.12.2023; no lower ceiling any more. Applies until 31 December 2030 (Article 8).
 */
export const aidRegimes: readonly AidRegime[] = [
  {
    regulation: '(EC) 69/2001',
    from: '2001-02-02',
    to: '2006-12-31',
    window: 'rolling',
    ceilings: { general: 10_000_000, road_freight: null },
    articles: { ceiling: '2(2)', sector: '1(a)', window: '2(2)', day: '2(2)', exportAid: '1(b)' },
    eurLex: 'https://eur-lex.europa.eu/eli/reg/2001/69/oj',
  },
  {
    regulation: '(EC) 1998/2006',
    from: '2007-01-01',
    to: '2013-12-31',
    window: 'fiscal_years',
    ceilings: { general: 20_000_000, road_freight: 10_000_000 },
    articles: { ceiling: '2(2)', sector: '2(2)', window: '2(2)', day: '2(3)', exportAid: '1(1)(d)' },
    eurLex: 'https://eur-lex.europa.eu/eli/reg/2006/1998/oj',
  },
  {
    regulation: '(EU) 1407/2013',
    from: '2014-01-01',
    to: '2023-12-31',
    window: 'fiscal_years',
    ceilings: { general: 20_000_000, road_freight: 10_000_000 },
    articles: { ceiling: '3(2)', sector: '3(2)', window: '3(5)', day: '3(4)', exportAid: '1(1)(d)' },
    eurLex: 'https://eur-lex.europa.eu/eli/reg/2013/1407/oj',
  },
  {
    regulation: '(EU) 2023/2831',
    from: '2024-01-01',
    to: null,
    window: 'rolling',
    ceilings: { general: 30_000_000, road_freight: 30_000_000 },
    articles: { ceiling: '3(2)', sector: '3(2)', window: '3(2)', day: '3(3)', exportAid: '1(1)(e)' },
    eurLex: 'https://eur-lex.europa.eu/eli/reg/2023/2831/oj',
  },
]

/** The regulation that aid granted on a day falls under; null before there was one. */
export const regimeOn = (day: CivilDate, regimes: readonly AidRegime[] = aidRegimes): AidRegime | null =>
  regimes.find(({ from, to }) => from <= day && (to === null || day <= to)) ?? null

/** On which law an amount rests. Only de minimis aid counts towards the ceilings. */
export const legalBases = ['de_minimis', 'gber_fairs', 'gber_other', 'direct_eu', 'no_aid', 'other'] as const
export type LegalBasis = (typeof legalBases)[number]

/** What aid is for. */
export const aidPurposes = [
  'trade_fair',
  'mission',
  'travel',
  'consultancy',
  'coaching',
  'incubator',
  'training',
  'study',
  'distribution_network',
  'export_quantities',
  'other',
] as const
export type AidPurpose = (typeof aidPurposes)[number]

/** Export aid, which no de minimis regulation allows: tied to quantities exported, or to setting up and running a network abroad. */
export const exportPurposes: readonly AidPurpose[] = ['distribution_network', 'export_quantities']

/** The exemption for taking part in fairs, by the day of the grant: at most this part of the eligible costs, for SMEs. */
export interface FairsRule {
  law: string
  from: CivilDate
  to: CivilDate | null
  /** Hundredths of a percent. */
  intensity: number
}

export const fairsRules: readonly FairsRule[] = [
  { law: '(EC) 70/2001, Article 5(b)', from: '2001-02-02', to: '2008-08-28', intensity: 5000 },
  { law: '(EC) 800/2008, Article 27', from: '2008-08-29', to: '2014-06-30', intensity: 5000 },
  { law: '(EU) 651/2014, Article 19', from: '2014-07-01', to: null, intensity: 5000 },
]

export const fairsRuleOn = (day: CivilDate): FairsRule | null =>
  fairsRules.find(({ from, to }) => from <= day && (to === null || day <= to)) ?? null

/** The law that an amount rests on, and so why it is counted or not. */
export function lawOf(basis: LegalBasis, day: CivilDate): string | null {
  switch (basis) {
    case 'de_minimis':
      return regimeOn(day)?.regulation ?? null
    case 'gber_fairs':
      return fairsRuleOn(day)?.law ?? null
    case 'gber_other':
      return day < '2008-08-29' ? null : day < '2014-07-01' ? '(EC) 800/2008' : '(EU) 651/2014'
    // What the Commission manages itself is not granted by a Member State or through State resources.
    case 'direct_eu':
    case 'no_aid':
      return day < '2009-12-01' ? 'TEC, Article 87(1)' : 'TFEU, Article 107(1)'
    case 'other':
      return null
  }
}

/** Since when each is a Member State, and until when the State-aid rules bind the one that left (Withdrawal Agreement, Article 126). */
const membership: Readonly<Record<string, readonly [from: CivilDate, to?: CivilDate]>> = {
  ...since('1958-01-01', 'BE DE FR IT LU NL'),
  ...since('1973-01-01', 'DK IE'),
  GB: ['1973-01-01', '2020-12-31'],
  ...since('1981-01-01', 'GR'),
  ...since('1986-01-01', 'ES PT'),
  ...since('1995-01-01', 'AT FI SE'),
  ...since('2004-05-01', 'CY CZ EE HU LT LV MT PL SI SK'),
  ...since('2007-01-01', 'BG RO'),
  ...since('2013-07-01', 'HR'),
}

function since(day: CivilDate, countries: string): Record<string, readonly [CivilDate]> {
  return Object.fromEntries(countries.split(' ').map((country) => [country, [day]]))
}

/** All that are or were Member States. */
export const memberStates: readonly string[] = Object.keys(membership).sort()

/** Whether a country's aid of a day comes under these regulations. */
export function isMemberState(country: string | null, day: CivilDate): country is string {
  const period = country === null ? undefined : membership[country]
  return period !== undefined && period[0] <= day && day <= (period[1] ?? day)
}
