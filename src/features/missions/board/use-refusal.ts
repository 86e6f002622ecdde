import { useTranslation } from 'react-i18next'
import { useReason } from '../../../components/problem-sentence.ts'
import type { Refusal } from '../../../domain/agreement.ts'

/** The sentence for a card that can't be moved; beside the API's own reasons, the board has one. */
export function useRefusal(): (refusal: Refusal) => string {
  const { t } = useTranslation('missions')
  const reason = useReason()
  return (refusal) =>
    refusal.code === 'column_by_date' ? t('board.byDate') : (reason(refusal) ?? t('board.refused'))
}
