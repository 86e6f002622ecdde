import type { CivilDate } from './partial-date.ts'

export interface LegacyCurrency {
  currency: string
  /** The first day on which it was the euro. */
  since: CivilDate
  /** Units of it for one euro, for ever: Council Regulations (EC) 2866/98, 1478/2000 and those after them. */
  rate: string
}

/** Currencies that became the euro, at the rates that the Council fixed irrevocably. */
export const legacyCurrencies: readonly LegacyCurrency[] = [
  { currency: 'BEF', since: '1999-01-01', rate: '40.3399' },
  { currency: 'LUF', since: '1999-01-01', rate: '40.3399' },
  { currency: 'DEM', since: '1999-01-01', rate: '1.95583' },
  { currency: 'ESP', since: '1999-01-01', rate: '166.386' },
  { currency: 'FRF', since: '1999-01-01', rate: '6.55957' },
  { currency: 'IEP', since: '1999-01-01', rate: '0.787564' },
  { currency: 'ITL', since: '1999-01-01', rate: '1936.27' },
  { currency: 'NLG', since: '1999-01-01', rate: '2.20371' },
  { currency: 'ATS', since: '1999-01-01', rate: '13.7603' },
  { currency: 'PTE', since: '1999-01-01', rate: '200.482' },
  { currency: 'FIM', since: '1999-01-01', rate: '5.94573' },
  { currency: 'GRD', since: '2001-01-01', rate: '340.750' },
  { currency: 'SIT', since: '2007-01-01', rate: '239.640' },
  { currency: 'CYP', since: '2008-01-01', rate: '0.585274' },
  { currency: 'MTL', since: '2008-01-01', rate: '0.429300' },
  { currency: 'SKK', since: '2009-01-01', rate: '30.1260' },
  { currency: 'EEK', since: '2011-01-01', rate: '15.6466' },
  { currency: 'LVL', since: '2014-01-01', rate: '0.702804' },
  { currency: 'LTL', since: '2015-01-01', rate: '3.45280' },
  { currency: 'HRK', since: '2023-01-01', rate: '7.53450' },
  { currency: 'BGN', since: '2026-01-01', rate: '1.95583' },
]

/** The fixed rate of a currency that is the euro on that day; null for one that is not, or not yet. */
export const legacyRate = (currency: string, day: CivilDate): LegacyCurrency | null =>
  legacyCurrencies.find((legacy) => legacy.currency === currency && legacy.since <= day) ?? null
