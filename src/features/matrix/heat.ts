import type { Matrix, Tally } from '../../contract/views.ts'
import type { Measure } from '../../domain/figures.ts'

/** How strongly a cell is shaded: not at all, or one of these steps. */
export const steps = [1, 2, 3, 4, 5] as const

/** The currency that money is compared in: that of most of the expenses. Amounts in others are told, not shaded. */
export function comparedIn(
  measure: Measure,
  { cells, total }: Pick<Matrix, 'cells' | 'total'>,
): string | null {
  if (measure !== 'money') return null
  const times = new Map<string, number>()
  for (const { sums } of [...cells, total])
    for (const { currency } of sums) times.set(currency, (times.get(currency) ?? 0) + 1)
  return [...times].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null
}

/** The number by which tallies are compared: how many records, or minor units of a currency. */
export const weightOf = (tally: Tally, currency: string | null): number =>
  currency === null
    ? tally.count
    : Math.max(0, tally.sums.find((sum) => sum.currency === currency)?.minor ?? 0)

/** The step of a weight beside the greatest; 0 where there is nothing. */
export const heatOf = (weight: number, most: number): number =>
  weight > 0 && most > 0 ? Math.max(1, Math.ceil((weight / most) * steps.length)) : 0
