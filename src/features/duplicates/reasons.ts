import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { DuplicatePair } from '../../contract/duplicates.ts'

/** Why two may be one, or two, in words. */
export function useReasonWords(): (reason: DuplicatePair['reasons'][number]) => string {
  const { t } = useTranslation('merge')
  const say = t as (key: string, params?: object) => string
  return ({ key, params }) =>
    say(i18next.exists(`reason.${key}`, { ns: 'merge' }) ? `reason.${key}` : 'reason.other', params)
}
