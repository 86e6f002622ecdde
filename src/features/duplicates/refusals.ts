import { useTranslation } from 'react-i18next'
import type { MergePreview } from '../../contract/merge.ts'
import { useFormat } from '../../i18n/format.ts'

/** Why two can't be merged, in a sentence. */
export function useRefusalWords(): (refusal: MergePreview['refusals'][number]) => string {
  const { t } = useTranslation('merge')
  const f = useFormat()
  const euros = (cents: string | number | undefined) =>
    f.money({ minor: Number(cents ?? 0), currency: 'EUR' })
  return ({ code, params }) =>
    code === 'aid_ceiling'
      ? t('refusal.aid_ceiling', {
          sum: euros(params.sum),
          ceiling: euros(params.ceiling),
          day: f.date(String(params.day)),
        })
      : t(`refusal.${code}`)
}
