import type { Tally } from '../../contract/views.ts'
import type { Measure } from '../../domain/figures.ts'
import type { Format } from '../../i18n/format.ts'

/** "€12,300.00, ¥150,000": each currency by itself, for no rate is made up. */
export const amounts = (f: Format, sums: Tally['sums']): string => f.list(sums.map((sum) => f.money(sum)))

/** What a measure comes to: an amount of money, else a number. */
export const tallyText = (f: Format, measure: Measure, { count, sums }: Tally): string =>
  measure === 'money' && sums.length > 0 ? amounts(f, sums) : f.number(count)
