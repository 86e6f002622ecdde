import type { GrantRules } from '../../domain/grant.ts'
import type { CivilDate } from '../../domain/partial-date.ts'
import { type RateTable, type RateUsed, rateFor } from '../../domain/rates.ts'
import { type Context, today } from '../context.ts'
import { knownRates } from './table.ts'

/** A grant as far as rates go. */
export interface RatedGrant {
  currency: string
  rules: Pick<GrantRules, 'rates' | 'claimPeriods'>
}

const noRates: RateTable = { days: [], currencies: [], quoteAt: () => null }

/**
 * Finds rates for what one request converts. The table is loaded when the first amount is in another currency than its
 * grant; null is a currency without a rate on that day.
 */
export function rateFinder(
  ctx: Context,
): (grant: RatedGrant, currency: string, day: CivilDate) => Promise<RateUsed | null> {
  let known: Promise<RateTable> | undefined
  return async (grant, currency, day) => {
    const { rates: rule, claimPeriods } = grant.rules
    if (currency !== grant.currency && rule?.kind !== 'fixed') known ??= knownRates(ctx)
    const period = claimPeriods.find(({ from, to }) => from <= day && day <= to) ?? null
    return rateFor((await known) ?? noRates, {
      from: currency,
      to: grant.currency,
      rule,
      day,
      period,
      today: today(ctx),
    })
  }
}
