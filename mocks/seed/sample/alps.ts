import { alpsExpenses } from './alps-expenses.ts'
import type { SampleFunding, SampleLine } from './funding.ts'

/** €1,862,505 altogether, as the press release says; the lines are invented. */
const lines = {
  management: {
    of: 'adebag',
    name: 'Management',
    category: 'personnel',
    workPackage: 'WP1',
    minor: 21_000_000,
  },
  staffLyon: {
    of: 'lyonbiopole',
    name: 'Staff',
    category: 'personnel',
    workPackage: 'WP2',
    minor: 26_000_000,
  },
  staffGeneva: { of: 'bioAlps', name: 'Staff', category: 'personnel', workPackage: 'WP2', minor: 14_000_000 },
  staffTyrol: {
    of: 'tirolerZukunftsstiftung',
    name: 'Staff',
    category: 'personnel',
    workPackage: 'WP2',
    minor: 13_000_000,
  },
  staffCanavese: {
    of: 'bioindustryPark',
    name: 'Staff',
    category: 'personnel',
    workPackage: 'WP3',
    minor: 19_000_000,
  },
  staffMilan: {
    of: 'milanChamber',
    name: 'Staff',
    category: 'personnel',
    workPackage: 'WP3',
    minor: 12_000_000,
  },
  staffMunich: {
    of: 'helmholtzMunich',
    name: 'Staff',
    category: 'personnel',
    workPackage: 'WP4',
    minor: 15_000_000,
  },
  staffFreising: {
    of: 'weihenstephan',
    name: 'Staff',
    category: 'personnel',
    workPackage: 'WP4',
    minor: 9_000_000,
  },
  travelLead: { of: 'adebag', name: 'Travel', category: 'travel', workPackage: 'WP1', minor: 4_500_000 },
  travelLyon: {
    of: 'lyonbiopole',
    name: 'Travel and print',
    category: 'travel',
    workPackage: 'WP2',
    minor: 4_000_000,
  },
  travelGeneva: { of: 'bioAlps', name: 'Travel', category: 'travel', workPackage: 'WP2', minor: 3_000_000 },
  daysLyon: {
    of: 'lyonbiopole',
    name: 'Alps Bio Days',
    category: 'events',
    workPackage: 'WP4',
    minor: 9_650_500,
  },
  daysCanavese: {
    of: 'bioindustryPark',
    name: 'Investor day',
    category: 'events',
    workPackage: 'WP4',
    minor: 6_000_000,
  },
  platform: {
    of: 'adebag',
    name: 'Web platform',
    category: 'subcontracting',
    workPackage: 'WP5',
    minor: 12_000_000,
  },
  mapping: {
    of: 'lyonbiopole',
    name: 'Map of competences',
    category: 'subcontracting',
    workPackage: 'WP5',
    minor: 8_500_000,
  },
  server: { of: 'adebag', name: 'Server', category: 'equipment', workPackage: 'WP5', minor: 600_000 },
  reserve: {
    of: 'adebag',
    name: 'Evaluation and audit',
    category: 'other',
    workPackage: 'WP1',
    minor: 9_000_000,
  },
} as const satisfies Record<string, SampleLine>

export type AlpsLine = keyof typeof lines

/** Alps Bio Cluster: the first claim is frozen and soon due; the server has cost more than its line. */
export const alps: SampleFunding = {
  adopted: '2008-01-01',
  lines,
  amendments: [],
  transfers: [],
  expenses: alpsExpenses,
  claims: [
    {
      title: 'Claim 1: first half of 2008',
      from: '2008-01-01',
      to: '2008-06-30',
      due: '2008-09-30',
      frozen: '2008-09-12',
    },
  ],
}
