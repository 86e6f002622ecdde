import { useTranslation } from 'react-i18next'
import type { FieldError } from '../../../contract/problems.ts'
import { ApiProblem } from '../../../data/failures.ts'
import { useFormat } from '../../../i18n/format.ts'
import { shortDay } from './names.ts'

/**
 * Why the API refused a place, in sentences with the names that it gives: of who is in the way, seen from its own data,
 * which may be newer than what is on screen.
 */
export function useRefusals(): (error: unknown) => string[] {
  const { t } = useTranslation(['meetings', 'common'])
  const { language } = useFormat()
  const say = ({ code, params = {} }: FieldError): string => {
    const text = (key: string) => String(params[key] ?? t('common:unknown'))
    const slot = params.day ? `${shortDay(text('day'), language)}, ${text('starts')}` : ''
    switch (code) {
      case 'double_booking':
        return t('refused.doubleBooking', { who: text('participant'), meeting: text('meeting'), slot })
      case 'table_taken':
        return t('refused.tableTaken', { table: text('table'), meeting: text('meeting'), slot })
      case 'table_closed':
        return t('conflict.tableClosed', { table: text('table'), slot })
      case 'unavailable':
        return t('conflict.unavailable', { who: text('participant'), slot })
      case 'session':
        return t(params.session === 'afternoon' ? 'refused.afternoon' : 'refused.morning')
      case 'order':
        return t('refused.order', { meeting: text('meeting') })
      case 'locked':
        return t('refused.locked')
      case 'not_agreed':
        return t('refused.notAgreed')
      case 'not_taking_part':
        return t('refused.notTakingPart', { who: text('participant') })
      default:
        return t('conflict.unknown')
    }
  }
  return (error) =>
    error instanceof ApiProblem && error.code === 'meeting_conflict'
      ? [...new Set((error.problem.errors ?? []).map(say))].slice(0, 4)
      : []
}
