import type { FieldError } from '../../contract/problems.ts'
import { eligibleMinor, reckoningDay } from '../../domain/expense.ts'
import { convertBy, type RateUsed } from '../../domain/rates.ts'
import { splitByShares } from '../../domain/shares.ts'
import type { rateFinder } from '../rates/rating.ts'
import type { Given, KnownGrant } from './world.ts'

/** A share as it is held. */
export interface ShareRow {
  id: string
  expense_id: string
  position: number
  grant_id: string
  line_id: string | null
  bp: number
  part_minor: number
  amount_minor: number
  rate_policy: string
  rate: string
  cross_rate: string | null
  rate_on: string | null
  rate_source: string
  rate_provisional: boolean
}

export const rateRow = ({ policy, rate, crossRate, on, source, provisional }: RateUsed) => ({
  rate_policy: policy,
  rate,
  cross_rate: crossRate,
  rate_on: on,
  rate_source: source,
  rate_provisional: provisional,
})

type Share = Given['shares'][number]

interface Reckoning {
  grants: ReadonlyMap<string, KnownGrant>
  find: ReturnType<typeof rateFinder>
  newId: () => string
  /** A share's id and rate where they stay: what was reckoned is not restated. */
  kept?: (share: Share) => { id: string; rate: RateUsed | null } | undefined
}

/**
 * What the shares of an expense come to: the eligible amount is split so that parts and own funds add up to it, and each
 * part is converted by its grant's rule, a rate given by hand, or the rate it had.
 */
export async function reckonShares(
  expenseId: string,
  given: Given,
  { grants, find, newId, kept = () => undefined }: Reckoning,
): Promise<{ rows: ShareRow[] } | { errors: FieldError[] }> {
  const { amount, vatMinor, vatRecoverable, shares } = given
  const eligible = eligibleMinor(amount.minor, vatMinor, vatRecoverable)
  const { parts } = splitByShares(
    eligible,
    shares.map(({ bp }) => bp),
  )
  const day = reckoningDay(given) ?? ''
  const errors: FieldError[] = []
  const rows: ShareRow[] = []
  for (const [position, share] of shares.entries()) {
    const grant = grants.get(share.grantId)
    if (!grant) throw new Error('The grant has been found before')
    const before = kept(share)
    const rate =
      byHand(share, grant, amount.currency) ?? before?.rate ?? (await find(grant, amount.currency, day))
    if (!rate) {
      const message = `There is no rate of ${amount.currency} on ${day}: give one by hand`
      errors.push({ path: `shares.${position}.rate`, code: 'no_rate', message, params: { day } })
      continue
    }
    const part = parts[position] ?? 0
    const { minor } = convertBy({ minor: part, currency: amount.currency }, grant.currency, rate)
    if (minor > 999_999_999_999) {
      errors.push({ path: `shares.${position}.rate`, code: 'too_big', message: 'Too large at this rate' })
      continue
    }
    rows.push({
      id: before?.id ?? newId(),
      expense_id: expenseId,
      position,
      grant_id: share.grantId,
      line_id: share.lineId,
      bp: share.bp,
      part_minor: part,
      amount_minor: minor,
      ...rateRow(rate),
    })
  }
  return errors.length > 0 ? { errors } : { rows }
}

const byHand = ({ rate }: Share, grant: KnownGrant, currency: string): RateUsed | null =>
  rate && currency !== grant.currency
    ? {
        policy: 'by_hand',
        rate: rate.rate,
        crossRate: null,
        on: rate.on,
        source: rate.source,
        provisional: false,
      }
    : null
