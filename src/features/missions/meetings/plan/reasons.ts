import { useTranslation } from 'react-i18next'
import type { ScheduleRun } from '../../../../contract/meetings.ts'
import type { Model } from '../model.ts'

export type Reason = ScheduleRun['unplaced'][number]['reasons'][number]

export interface ReasonWords {
  sentence: string
  /** What would help, as a link to where it is done. */
  action: { label: string; to: { search: string } } | null
}

/** placeholder until the codes of the solver are known */
export function useReasons(_model: Model): (reason: Reason) => ReasonWords {
  const { t } = useTranslation('meetings')
  return () => ({ sentence: t('conflict.unknown'), action: null })
}
