import { useTranslation } from 'react-i18next'
import { useScope } from '../components/scope.ts'
import { useFormat } from '../i18n/format.ts'

/** The day everything is seen from, as the bar says it. */
export function useDayLabel(): string {
  const { t } = useTranslation('app')
  const { day, isDayKnown, isToday } = useScope()
  const f = useFormat()
  if (!isDayKnown) return t('asOf.reading')
  return isToday ? t('asOf.today') : t('asOf.on', { date: f.date(day) })
}
