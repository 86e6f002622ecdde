import { useTranslation } from 'react-i18next'
import type { MergePreview } from '../../contract/merge.ts'
import { useFormat } from '../../i18n/format.ts'

/** What is unusual about two being one, in a sentence with its arithmetic. */
export function useWarningWords(): (warning: MergePreview['warnings'][number]) => string {
  const { t } = useTranslation('merge')
  const f = useFormat()
  const euros = (cents: string | number | undefined) =>
    f.money({ minor: Number(cents ?? 0), currency: 'EUR' })
  return ({ code, params: { day, kept, other, sum, ceiling, over } }) =>
    t(`warning.${code}`, {
      day: f.date(String(day)),
      kept: euros(kept),
      other: euros(other),
      sum: euros(sum),
      ceiling: euros(ceiling),
      over: euros(over),
    })
}
