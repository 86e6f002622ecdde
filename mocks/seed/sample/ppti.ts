import type { SampleClaim, SampleFunding, SampleLine } from './funding.ts'
import { pptiExpenses } from './ppti-expenses.ts'

const toulouse = { of: 'cancerBioSante', market: 'japan' } as const
const lyon = { of: 'lyonbiopole', market: 'unitedStates' } as const
const strasbourg = { of: 'alsaceBioValley', market: 'canada' } as const

/** €300,000: as much as the documents say at least. */
const lines = {
  fair: {
    ...toulouse,
    name: 'Bio-Japan 2008: stand and meetings',
    category: 'events',
    mission: 'bioJapan',
    minor: 4_200_000,
  },
  japanTravel: { ...toulouse, name: 'Travel to Japan', category: 'travel', minor: 3_600_000 },
  japanStudy: {
    ...toulouse,
    name: 'Interpreters and market studies',
    category: 'subcontracting',
    minor: 2_800_000,
  },
  usFair: { ...lyon, name: 'BIO 2008 in San Diego', category: 'events', minor: 3_400_000 },
  usTravel: { ...lyon, name: 'Travel to the United States', category: 'travel', minor: 3_000_000 },
  usAdvice: { ...lyon, name: 'Legal advice', category: 'subcontracting', minor: 2_600_000 },
  canadaTravel: { ...strasbourg, name: 'Travel to Canada', category: 'travel', minor: 2_400_000 },
  canadaStudy: {
    ...strasbourg,
    name: 'Studies and reviews',
    category: 'subcontracting',
    minor: 2_000_000,
  },
  staffToulouse: { of: 'cancerBioSante', name: 'Coordination', category: 'personnel', minor: 1_700_000 },
  staffLyon: { of: 'lyonbiopole', name: 'Coordination', category: 'personnel', minor: 2_000_000 },
  staffStrasbourg: { of: 'alsaceBioValley', name: 'Coordination', category: 'personnel', minor: 1_300_000 },
  together: { of: 'cancerBioSante', name: 'Launch and brochures', category: 'other', minor: 1_000_000 },
} as const satisfies Record<string, SampleLine>

export type PptiLine = keyof typeof lines

const claims: readonly SampleClaim[] = [
  {
    title: 'Claim 1: December 2007 to March 2008',
    from: '2007-12-01',
    to: '2008-03-31',
    due: '2008-04-30',
    frozen: '2008-04-15',
    submitted: '2008-04-18',
    decided: '2008-05-30',
    paid: '2008-06-27',
    rejected: { dinner: 'Meals with guests are not eligible.' },
    corrected: {
      osakaHotel: {
        amount: { minor: 268_000, currency: 'JPY' },
        note: 'The hotel paid back one night that nobody used.',
      },
    },
  },
  {
    title: 'Claim 2: April to June 2008',
    from: '2008-04-01',
    to: '2008-06-30',
    due: '2008-07-31',
    frozen: '2008-07-25',
    submitted: '2008-07-28',
  },
  { title: 'Claim 3: July to September 2008', from: '2008-07-01', to: '2008-09-30', due: '2008-10-31' },
]

const reason = 'Small and new to Japan; its papers are to follow before the fair.'

/** The corridor’s grant: a third of its time has passed, and less than a fifth of the money is spent. */
export const ppti: SampleFunding = {
  adopted: '2007-12-04',
  lines,
  amendments: [
    {
      title: 'More for Japan, less for San Diego',
      adopted: '2008-07-01',
      changes: { fair: 4_700_000, usFair: 2_900_000 } satisfies Partial<Record<PptiLine, number>>,
    },
  ],
  transfers: [
    {
      from: 'canadaStudy' satisfies PptiLine,
      to: 'japanTravel' satisfies PptiLine,
      minor: 300_000,
      on: '2008-07-21',
      reason: 'Two more companies go to Yokohama.',
    },
  ],
  expenses: pptiExpenses,
  claims,
  aid: [
    { of: 'iserodiagPass', purpose: 'trade_fair', reason },
    { of: 'argentopeptidePass', purpose: 'trade_fair', reason },
  ],
}
