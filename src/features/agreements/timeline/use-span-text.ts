import { useTranslation } from 'react-i18next'
import type { AgreementRow } from '../../../contract/agreements.ts'
import { useFormat } from '../../../i18n/format.ts'
import type { Span } from './span.ts'

/** All that a row of the timeline shows, in words. */
export function useSpanText(): (row: AgreementRow, span: Span) => string {
  const { t } = useTranslation(['agreements', 'common'])
  const f = useFormat()
  return (row, { period, signedOn, target, brokenOff }) => {
    const span = period && f.period(period.from, period.to)
    return [
      t(`common:status.${row.status}`),
      span && t(period.planned ? 'timeline.planned' : 'timeline.inForce', { period: span }),
      signedOn && t('timeline.signedOn', { date: f.date(signedOn) }),
      target && t(target.overdue ? 'timeline.missedOn' : 'timeline.targetOn', { date: f.date(target.on) }),
      brokenOff && t('timeline.brokenOff', { date: f.date(brokenOff) }),
    ]
      .filter(Boolean)
      .join(' · ')
  }
}
