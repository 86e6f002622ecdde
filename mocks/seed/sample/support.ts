import type { AwardInput } from '../../../src/contract/aid.ts'
import type { ServiceInput } from '../../../src/contract/services.ts'
import type { MarketKey } from '../markets.ts'
import type { CompanyKey } from './companies.ts'

/** What the invented companies got besides missions, and the aid in it. All of it invented. */

/** Services, with the market that each leads to. */
export const services: readonly (Pick<ServiceInput, 'kind' | 'title' | 'starts' | 'ends' | 'note'> & {
  to: CompanyKey
  market?: MarketKey
  /** What it is worth in whole euros. */
  worth?: number
})[] = [
  {
    to: 'rhodavax',
    kind: 'action_plan',
    title: 'International development action plan',
    starts: '2007-02',
    ends: '2007-06',
    worth: 8_000,
  },
  {
    to: 'iserodiag',
    kind: 'training',
    title: 'Negotiating in Japan: one day',
    starts: '2008-04-10',
    ends: '2008-04-10',
    market: 'japan',
    worth: 600,
  },
  {
    to: 'garoncyte',
    kind: 'coaching',
    title: 'Coaching for Japan: two days',
    starts: '2008-05-14',
    ends: '2008-05-15',
    market: 'japan',
    worth: 2_400,
  },
  {
    to: 'selestagene',
    kind: 'expert_visit',
    title: 'Visit of an expert on genotyping',
    starts: '2008-01-22',
    ends: '2008-01-23',
    worth: 1_500,
  },
  {
    to: 'argentopeptide',
    kind: 'incubator_stay',
    title: 'Desk in a business incubator',
    starts: '2007-09',
    ends: '2008-03',
    market: 'unitedStates',
    worth: 6_000,
    note: 'Six months; the desk was given back in March 2008.',
  },
]

/** Aid that others gave, as the companies declared it, in whole euros. */
export const declared: readonly (readonly [
  of: CompanyKey,
  grantedOn: string,
  euros: number,
  note: string,
])[] = [
  ['garoncyte', '2006-05-15', 40_000, 'Feasibility study.'],
  // So little is left of 200,000 that no stand abroad fits in any more.
  ['rhodavax', '2006-09-11', 60_000, 'Market study.'],
  ['rhodavax', '2007-06-04', 80_000, 'Preparation of a clinical trial.'],
  ['rhodavax', '2008-02-18', 55_000, 'Consultancy on approval abroad.'],
  // One declaration came after the other: together they pass the ceiling.
  ['beaujocell', '2006-11-20', 150_000, 'Equipment.'],
  ['beaujocell', '2008-06-09', 65_000, 'Consultancy; declared late.'],
]

/** A stand at the meeting of December 2007 for each who came, in kind. */
export const stand = {
  grantedOn: '2007-12-03',
  euros: 1_200,
  purpose: 'trade_fair',
  instrument: 'in_kind',
  note: 'Shared stand.',
} as const satisfies Partial<AwardInput> & { euros: number }
