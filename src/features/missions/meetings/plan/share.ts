import type { ScheduleRun } from '../../../../contract/runs.ts'

/** "99.4%" of what was proven to be the best at most; null where nothing was proven. Rounded down: 100% means all of it. */
export function shareOfBound(
  { value, bound }: Pick<ScheduleRun['figures'], 'value' | 'bound'>,
  language: string,
): string | null {
  if (bound === null || bound <= 0) return null
  const share = Math.min(1, Math.floor((value / bound) * 1000) / 1000)
  return new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    style: 'percent',
    maximumFractionDigits: 1,
  }).format(share)
}
