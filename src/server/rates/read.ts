import type { convertAmount, listQuotes, readRates } from '../../contract/rates.ts'
import type { GrantRules } from '../../domain/grant.ts'
import { legacyCurrencies } from '../../domain/legacy-currencies.ts'
import { isCurrency } from '../../domain/money.ts'
import { addDays } from '../../domain/partial-date.ts'
import { ratesAttribution } from '../../domain/rate-table.ts'
import { convertBy, placeOnOrBefore, type RateTable } from '../../domain/rates.ts'
import { Failure, invalidField } from '../failure.ts'
import type { Verb } from '../route.ts'
import { rateFinder } from './rating.ts'
import { importedDays, knownRates, shippedRates } from './table.ts'

export const readRateState: Verb<typeof readRates> = async (ctx) => {
  const shipped = await shippedRates()
  const table = await knownRates(ctx)
  return {
    first: table.days[0] ?? '',
    newest: table.days.at(-1) ?? '',
    shippedUntil: shipped.days.at(-1) ?? '',
    imported: (await importedDays(ctx)).length,
    currencies: table.currencies.flatMap((currency) => spanOf(table, currency)),
    legacy: [...legacyCurrencies],
    attribution: ratesAttribution,
  }
}

/** From when to when a currency was quoted. */
function spanOf(table: RateTable, currency: string) {
  const has = (place: number) => table.quoteAt(place, currency) !== null
  let first = 0
  while (first < table.days.length && !has(first)) first++
  let last = table.days.length - 1
  while (last >= first && !has(last)) last--
  const [from, to] = [table.days[first], table.days[last]]
  return from && to ? [{ currency, from, to, current: last === table.days.length - 1 }] : []
}

/** Days that a list of quotes holds at most. */
const mostDays = 400

export const listRateQuotes: Verb<typeof listQuotes> = async (ctx, { query: { currency, from, to } }) => {
  const table = await knownRates(ctx)
  const items: { on: string; rate: string }[] = []
  const start = placeOnOrBefore(table.days, addDays(from, -1)) + 1
  for (let place = start; place < table.days.length && items.length < mostDays; place++) {
    const on = table.days[place] as string
    if (on > to) break
    const rate = table.quoteAt(place, currency)
    if (rate !== null) items.push({ on, rate })
  }
  return { items }
}

export const convertForGrant: Verb<typeof convertAmount> = async (ctx, { params, query }) => {
  const grant = await ctx.db
    .selectFrom('grants')
    .select(['currency', 'rules'])
    .where('id', '=', params.id)
    .executeTakeFirst()
  if (!grant) throw new Failure('not_found', 'There is no such grant')
  if (!isCurrency(query.currency))
    throw invalidField('currency', 'unknown_currency', 'No currency that is known')
  const rules = grant.rules as GrantRules
  const rate = await rateFinder(ctx)({ currency: grant.currency, rules }, query.currency, query.on)
  if (!rate) throw invalidField('currency', 'no_rate', 'There is no rate of that day: give one by hand')
  return {
    ...convertBy({ minor: query.minor, currency: query.currency }, grant.currency, rate),
    rate,
  }
}
