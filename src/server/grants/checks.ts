import { sql } from 'kysely'
import type { FieldError } from '../../contract/problems.ts'
import { isCurrency } from '../../domain/money.ts'
import { beyondTotal, overWhole } from '../../domain/shares.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import type { Fields } from './store.ts'

/** The currency, total and funders as a grant holds them. */
type Terms = Pick<Fields, 'currency' | 'total' | 'funders'>

/**
 * What a schema can't say of a grant: known currencies, periods in order, funders within the whole; a 422 names each
 * field. `held` is what stands of a grant where the fields are a change of it.
 */
export function mustHoldTogether(fields: Fields, held?: Required<Terms>): void {
  const { currency, funders, rules } = fields
  const errors = [
    ...(currency && !isCurrency(currency) ? [unknownCurrency('currency')] : []),
    ...funderFlaws(funders ?? []),
    ...beyondTotalFlaws(fields, held),
    ...(rules ? ruleFlaws(rules) : []),
  ]
  if (errors.length > 0)
    throw new Failure('invalid', errors.map(({ path, message }) => `${path}: ${message}`).join('; '), {
      errors,
    })
}

export const unknownCurrency = (path: string): FieldError => ({
  path,
  code: 'unknown_currency',
  message: 'No currency that is known',
})

function funderFlaws(funders: NonNullable<Fields['funders']>): FieldError[] {
  const shares = funders.flatMap(({ share }) => (share.kind === 'share' ? share.bp : []))
  const seen = new Set<string>()
  const twice = funders.flatMap(({ organisationId }, n): FieldError[] => {
    if (!seen.has(organisationId)) {
      seen.add(organisationId)
      return []
    }
    return [{ path: `funders.${n}.organisationId`, code: 'duplicate', message: 'Named twice' }]
  })
  return overWhole(shares)
    ? [...twice, { path: 'funders', code: 'over_whole', message: 'The shares are more than the whole' }]
    : twice
}

/** Of a total that is only known to be at least so much nothing can be too much. */
function beyondTotalFlaws(given: Terms, held?: Required<Terms>): FieldError[] {
  if (!given.total && !given.funders) return []
  const { currency = 'EUR', total, funders = [] } = { ...held, ...given }
  const shares = funders.map(({ share }) => share)
  const over = total?.kind === 'exact' ? beyondTotal(total.minor, shares) : 0
  if (over === 0) return []
  return [
    {
      path: given.funders ? 'funders' : 'total',
      code: 'beyond_total',
      message: 'The funders give more than the total',
      params: { minor: over, currency },
    },
  ]
}

function ruleFlaws({
  categories,
  rates,
  eligible,
  claimPeriods,
}: NonNullable<Fields['rules']>): FieldError[] {
  const period = (path: string): FieldError => ({ path, code: 'period', message: 'Ends before it starts' })
  const keys = categories.map(({ key }) => key)
  return [
    ...keys.flatMap((key, n): FieldError[] =>
      keys.indexOf(key) < n
        ? [{ path: `rules.categories.${n}.key`, code: 'duplicate', message: 'Named twice' }]
        : [],
    ),
    ...(eligible?.from && eligible.to && eligible.to < eligible.from ? [period('rules.eligible.to')] : []),
    ...claimPeriods.flatMap(({ from, to }, n) => (to < from ? [period(`rules.claimPeriods.${n}.to`)] : [])),
    ...(rates?.kind === 'fixed'
      ? rates.quotes.flatMap(({ currency }, n) =>
          isCurrency(currency) ? [] : [unknownCurrency(`rules.rates.quotes.${n}.currency`)],
        )
      : []),
  ]
}

/** What lines and expenses stand on stays: the currency, and categories that lines are of. */
export async function mustKeepWhatIsUsed(
  ctx: Context,
  id: string,
  held: { currency: string },
  { currency, rules }: Fields,
): Promise<void> {
  const errors: FieldError[] = []
  if (currency && currency !== held.currency && (await hasFigures(ctx, id)))
    errors.push({ path: 'currency', code: 'currency_in_use', message: 'Amounts are held in it' })
  if (rules) {
    const keys = rules.categories.map(({ key }) => key)
    const { rows } = await sql<{ category: string }>`
      select distinct l.category from budget_lines l where l.grant_id = ${id} and not l.category = any (${sql.val(keys)}::text[])
      order by l.category`.execute(ctx.db)
    for (const { category } of rows)
      errors.push({
        path: 'rules.categories',
        code: 'category_in_use',
        message: `Lines are of the category ${category}`,
        params: { category },
      })
  }
  if (errors.length > 0)
    throw new Failure('invalid', errors.map(({ path, message }) => `${path}: ${message}`).join('; '), {
      errors,
    })
}

async function hasFigures(ctx: Context, id: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from budget_amounts a where a.grant_id = ${id}) or exists (select from expense_shares s where s.grant_id = ${id}) as has`.execute(
    ctx.db,
  )
  return rows[0]?.has ?? false
}
