import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../../components/may-write.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { Mission } from '../../../contract/missions.ts'
import { missions } from '../../../data/missions.ts'
import { useFormat } from '../../../i18n/format.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { Notice } from '../../../ui/notice.tsx'

/** What one must know before anything else: in the bin, cancelled, closed. */
export function Notices({ mission }: { mission: Mission }) {
  const { t } = useTranslation('missions')
  const f = useFormat()
  const { status, deletedAt, cancelledOn, cancelledReason, closedOn } = mission
  return (
    <>
      {deletedAt && <InBin mission={mission} deletedAt={deletedAt} />}
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

function InBin({ mission, deletedAt }: { mission: Mission; deletedAt: string }) {
  const { t } = useTranslation(['missions', 'common'])
  const f = useFormat()
  const noWriting = useNoWriting()
  const restore = useWrite(missions.restore, {
    message: ({ title }) => t('restored', { title }),
    failure: 'toast',
  })
  return (
    <Notice tone="overdue" title={t('notice.inBin', { date: f.instant(deletedAt) })}>
      <ActionButton
        size="compact-sm"
        variant="default"
        reason={noWriting}
        loading={restore.isPending}
        onClick={() => restore.mutate({ params: { id: mission.id } })}
      >
        {t('common:restore')}
      </ActionButton>
    </Notice>
  )
}
