import type { CountingMeasure } from './indicators.ts'

/** Whom a report is for, by what it is about. */
export const reportKinds = ['grant', 'alliance', 'cluster', 'market', 'mission', 'company'] as const
export type ReportKind = (typeof reportKinds)[number]

export const reportSections = [
  'agreements',
  'missions',
  'companies',
  'results',
  'money',
  'indicators',
] as const
export type ReportSection = (typeof reportSections)[number]

type Figures = Partial<Record<Exclude<ReportSection, 'indicators'>, readonly CountingMeasure[]>>

const agreements = ['agreements_signed', 'agreements_in_force', 'markets_covered'] as const
const missions = ['missions_held', 'missions_led'] as const
const companies = ['companies_served', 'smes_served', 'participations', 'services'] as const
const results = ['meetings_held', 'meetings_useful', 'outcomes', 'outcomes_value'] as const
const money = ['budget', 'expenses_committed', 'expenses_paid', 'aid_awarded'] as const

/** What each kind of report tells, in order; the indicators of what it is about come last. */
export const reportFigures: Record<ReportKind, Figures> = {
  grant: { agreements: ['agreements_signed'], missions: ['missions_held'], companies, results, money },
  alliance: { agreements, missions, companies, results, money },
  cluster: { agreements, missions, companies, results, money },
  market: { agreements: ['agreements_signed', 'agreements_in_force'], missions, companies, results, money },
  mission: {
    companies: ['companies_served', 'smes_served', 'participations'],
    results,
    money: ['expenses_committed', 'expenses_paid', 'aid_awarded'],
  },
  company: {
    companies: ['participations', 'services'],
    results,
    money: ['aid_awarded'],
  },
}
