import type { CivilDate } from '../partial-date.ts'
import type { Ceiling, SmeStatus, Total } from './ceilings.ts'

/** What a step of the reasoning says. */
export const smeStepCodes = [
  // Who belongs together
  'linked',
  'partner',
  'below_partner',
  'exempt_investor',
  'exemption_lost',
  'public_bodies',
  'public_bodies_below',
  'autonomous',
  // Whose figures count, and how much of them
  'own_figures',
  'linked_figures',
  'partner_figures',
  'in_group_accounts',
  'figures_missing',
  'total',
  // What they amount to
  'size',
  'size_kept',
  'size_changed',
  'single_period',
  'estimate',
  'verdict',
] as const
export type SmeStepCode = (typeof smeStepCodes)[number]

/** One step: the article of the annex to Recommendation 2003/361/EC, whom it is about, what was used, what follows. */
export interface SmeStep {
  code: SmeStepCode
  /** "3(2)", "6(2)"; of the annex. */
  article: string
  /** Whom it is about: an organisation or a person. */
  enterpriseId?: string
  /** With whom. */
  withId?: string
  /** In hundredths of a percent. */
  share?: number
  /** The period's closing day. */
  closedOn?: CivilDate
  /** Hundredths of work units, euro cents. */
  figures?: Total
  ceiling?: Ceiling
  /** What a size or status was before, and is. */
  before?: SmeStatus
  status?: SmeStatus
}

export const smeMissingCodes = [
  'accounts',
  'recent_accounts',
  'approved_accounts',
  'earlier_accounts',
  'headcount',
  'turnover_or_balance_sheet',
  'rate',
  'founded',
  'share',
  'same_market',
  'investment',
  'authority_size',
] as const
export type SmeMissingCode = (typeof smeMissingCodes)[number]

/** What has to be found out, of whom. */
export interface SmeMissing {
  code: SmeMissingCode
  enterpriseId: string
  /** The holding that it is about. */
  linkId?: string
  closedOn?: CivilDate
}

/** What an enterprise is as of a day, and why. */
export interface SmeResult {
  asOf: CivilDate
  status: SmeStatus
  /** False where earlier accounts, not known, could make it another (Article 4(2)). */
  confirmed: boolean
  /** Article 3: alone, with partner enterprises, or with linked ones. */
  type: 'autonomous' | 'partner' | 'linked'
  /** The sums that were compared, of the last period. */
  total: Total | null
  closedOn: CivilDate | null
  missing: SmeMissing[]
  steps: SmeStep[]
}
