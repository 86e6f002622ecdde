import type { Aid, AwardInput } from '../../../contract/aid.ts'
import type { Expense } from '../../../contract/expenses.ts'
import type { Named } from '../../../contract/primitives.ts'
import type { AidPurpose, LegalBasis } from '../../../domain/de-minimis-regimes.ts'
import { euroCents } from '../../../domain/sme/accounts.ts'
import { type MoneyText, moneyOf, moneyText } from '../../../ui/money-input.tsx'

/** An entry of the ledger as it is being typed. */
export interface AidValues {
  grantedOn: string | null
  amount: MoneyText
  rate: string
  basis: LegalBasis
  purpose: AidPurpose
  memberState: string | null
  eligibleCosts: MoneyText
  instrument: Aid['instrument']
  sector: string
  granter: Named | null
  granterName: string
  reference: string
  participationId: string | null
  serviceId: string | null
  /** The expense that it was given by. */
  expenseId: string | null
  note: string
  reason: string
}

export function aidValues(entry: Aid | null, day: string): AidValues {
  const currency = entry?.amount.currency ?? 'EUR'
  return {
    grantedOn: entry?.grantedOn ?? day,
    amount: moneyText(entry?.amount ?? null, currency),
    rate: entry?.rate ?? '',
    basis: entry?.basis ?? 'de_minimis',
    purpose: entry?.purpose ?? 'mission',
    memberState: entry?.memberState ?? null,
    eligibleCosts: moneyText(entry?.eligibleCosts ?? null, currency),
    instrument: entry?.instrument ?? 'grant',
    sector: entry?.sector ?? '',
    granter: entry?.granter ?? null,
    granterName: entry?.granterName ?? '',
    reference: entry?.reference ?? '',
    participationId: entry?.participation?.id ?? null,
    serviceId: entry?.service?.id ?? null,
    expenseId: entry?.expense?.id ?? null,
    note: entry?.note ?? '',
    reason: entry?.reason ?? '',
  }
}

/** An award as an expense suggests it: on the day that it was paid or ordered, of what can be aid and is not yet. */
export function valuesByExpense(expense: Expense, day: string): AidValues {
  const { amount, aidable, aid, paidOn, committedOn, shares, mission } = expense
  const given = aid.reduce(
    (sum, entry) => sum + (entry.amount.currency === amount.currency ? entry.amount.minor : 0),
    0,
  )
  const left = Math.max(0, aidable - given)
  const inEuros = shares.find((share) => share.amount.currency === 'EUR')
  return {
    ...aidValues(null, paidOn ?? committedOn ?? day),
    amount: moneyText(left > 0 ? { minor: left, currency: amount.currency } : null, amount.currency),
    rate: amount.currency === 'EUR' ? '' : (inEuros?.rate.rate ?? ''),
    purpose: mission ? 'mission' : 'other',
    instrument: 'in_kind',
    expenseId: expense.id,
  }
}

const rateOf = ({ amount, rate }: AidValues) =>
  amount.currency === 'EUR' ? null : rate.trim().replace(',', '.') || null

/** An amount in euro cents as far as it can be read; null otherwise. */
export function centsOf(values: AidValues, field: 'amount' | 'eligibleCosts'): number | null {
  const money = moneyOf(values[field])
  return money ? euroCents(money.minor, money.currency, rateOf(values)) || null : null
}

/** What is sent; undefined where an amount can't be read. Without an amount the API says that it is needed. */
export function aidBody(values: AidValues): AwardInput | undefined {
  const { granter, note, reason, sector, granterName, reference, ...rest } = values
  const [amount, eligibleCosts] = [moneyOf(values.amount), moneyOf(values.eligibleCosts)]
  if (amount === undefined || eligibleCosts === undefined) return undefined
  return {
    ...rest,
    grantedOn: values.grantedOn ?? '',
    amount: amount ?? { minor: 0, currency: values.amount.currency },
    eligibleCosts,
    rate: rateOf(values),
    granterId: granter?.id ?? null,
    granterName: granterName || null,
    sector: sector || null,
    reference: reference || null,
    note: note || null,
    reason: reason.trim() || null,
  }
}
