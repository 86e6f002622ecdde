import type { Category, GrantRules } from './grant.ts'
import { wholeShare } from './grant.ts'
import { isDirect } from './indirect-costs.ts'
import type { CivilDate } from './partial-date.ts'

export const checkCodes = [
  'no_rows',
  'not_paid',
  'outside_claim_period',
  'outside_eligible_period',
  'rate_provisional',
  'not_approved',
  'no_receipt',
  'no_line',
  'vat_unknown',
  'over_category_limit',
  'period_overlaps',
  'period_open',
  'left_out',
] as const
export type CheckCode = (typeof checkCodes)[number]

/** A row of a claim as the checks see it. */
export interface CheckedRow {
  id: string
  kind: 'expense' | 'adjustment'
  category: string | null
  lineId: string | null
  paidOn: CivilDate | null
  /** In the grant's currency. */
  minor: number
  receipts: number
  approved: boolean
  provisional: boolean
  /** Its VAT comes back, and nobody has said how much that is: what is claimed includes it. */
  vatUnknown: boolean
}

export interface ClaimCheck {
  code: CheckCode
  severity: 'block' | 'warn'
  count: number
  /** The first hundred. */
  rowIds: string[]
  category: string | null
  params: Record<string, string | number>
}

interface CheckedClaim {
  from: CivilDate
  to: CivilDate
  rules: Pick<GrantRules, 'categories' | 'eligible' | 'secondApproval'>
  rows: readonly CheckedRow[]
  /** Other claims of the grant for some of the same days. */
  overlapping: number
  /** Of a draft: paid expenses that belong to it and are not in it. */
  leftOut?: number
  /** Of a draft: the day that it is looked at. */
  day?: CivilDate
}

const mostNamed = 100

/** What stands in the way of a claim (it blocks), and what the funder may ask about (it warns). */
export function claimChecks({
  from,
  to,
  rules,
  rows,
  overlapping,
  leftOut = 0,
  day,
}: CheckedClaim): ClaimCheck[] {
  const { eligible } = rules
  const expenses = rows.filter(({ kind }) => kind === 'expense')
  const about = (code: CheckCode, severity: ClaimCheck['severity'], found: readonly CheckedRow[]) =>
    found.length > 0 ? [check(code, severity, found)] : []
  const outside = ({ paidOn }: CheckedRow) => paidOn !== null && (paidOn < from || paidOn > to)
  const tooEarlyOrLate = ({ paidOn }: CheckedRow) =>
    paidOn !== null &&
    ((eligible?.from != null && paidOn < eligible.from) || (eligible?.to != null && paidOn > eligible.to))
  return [
    ...(rows.length === 0 ? [check('no_rows', 'block', [])] : []),
    ...about(
      'not_paid',
      'block',
      expenses.filter(({ paidOn }) => paidOn === null),
    ),
    ...about('outside_eligible_period', 'block', expenses.filter(tooEarlyOrLate)),
    ...about(
      'rate_provisional',
      'block',
      rows.filter(({ provisional }) => provisional),
    ),
    ...(rules.secondApproval
      ? about(
          'not_approved',
          'block',
          rows.filter(({ approved }) => !approved),
        )
      : []),
    ...about(
      'vat_unknown',
      'block',
      rows.filter(({ vatUnknown }) => vatUnknown),
    ),
    ...about('outside_claim_period', 'warn', expenses.filter(outside)),
    ...about(
      'no_receipt',
      'warn',
      expenses.filter(({ receipts }) => receipts === 0),
    ),
    ...about(
      'no_line',
      'warn',
      expenses.filter(({ lineId }) => lineId === null),
    ),
    ...rules.categories.flatMap((category) => limitCheck(category, rules.categories, rows)),
    ...(overlapping > 0 ? [check('period_overlaps', 'warn', [], { params: { claims: overlapping } })] : []),
    ...(day !== undefined && endsAfter({ to }, day)
      ? [check('period_open', 'warn', [], { params: { to } })]
      : []),
    ...(leftOut > 0 ? [check('left_out', 'warn', [], { count: leftOut })] : []),
  ]
}

/** Whether a period is not over on a day: what is paid in the rest of it would be missing. */
export const endsAfter = ({ to }: { to: CivilDate }, day: CivilDate): boolean => to > day

/** The most that a category may come to of these direct costs; null without a limit. */
export function categoryLimit({ limitBp }: Category, directTotal: number): number | null {
  if (limitBp === null) return null
  return Number((BigInt(Math.max(0, directTotal)) * BigInt(limitBp)) / BigInt(wholeShare))
}

function limitCheck(
  category: Category,
  categories: readonly Category[],
  rows: readonly CheckedRow[],
): ClaimCheck[] {
  const direct = rows.reduce((sum, row) => (isDirect(categories, row.category) ? sum + row.minor : sum), 0)
  const limit = categoryLimit(category, direct)
  const of = rows.filter((row) => row.category === category.key)
  const spent = of.reduce((sum, { minor }) => sum + minor, 0)
  if (limit === null || spent <= limit) return []
  return [
    check('over_category_limit', 'warn', of, {
      category: category.key,
      params: { limit, spent, over: spent - limit },
    }),
  ]
}

const check = (
  code: CheckCode,
  severity: ClaimCheck['severity'],
  rows: readonly CheckedRow[],
  rest: Partial<ClaimCheck> = {},
): ClaimCheck => ({
  code,
  severity,
  count: rows.length,
  rowIds: rows.slice(0, mostNamed).map(({ id }) => id),
  category: null,
  params: {},
  ...rest,
})
