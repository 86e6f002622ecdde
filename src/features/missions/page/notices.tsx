import { useTranslation } from 'react-i18next'
import { InBin } from '../../../components/in-bin.tsx'
import type { Mission } from '../../../contract/missions.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Notice } from '../../../ui/notice.tsx'

/** What one must know before anything else: in the bin, cancelled, closed. */
export function Notices({ mission }: { mission: Mission }) {
  const { t } = useTranslation('missions')
  const f = useFormat()
  const { status, cancelledOn, cancelledReason, closedOn } = mission
  return (
    <>
      <InBin noun="missions" record={mission} restored={t('restored', { title: mission.title })} />
      {status === 'cancelled' && cancelledOn && (
        <Notice tone="overdue" title={t('notice.cancelled', { date: f.date(cancelledOn) })}>
          {cancelledReason}
        </Notice>
      )}
      {status === 'closed' && closedOn && (
        <Notice tone="closed">{t('notice.closed', { date: f.date(closedOn) })}</Notice>
      )}
    </>
  )
}
