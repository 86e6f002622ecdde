import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../../components/may-write.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { Grant } from '../../../contract/grants.ts'
import { grants } from '../../../data/grants.ts'
import { useFormat } from '../../../i18n/format.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { Notice } from '../../../ui/notice.tsx'

/** What one must know before anything else: in the bin, books closed. */
export function Notices({ grant }: { grant: Grant }) {
  const { t } = useTranslation('grants')
  const f = useFormat()
  const { status, deletedAt, closedOn } = grant
  return (
    <>
      {deletedAt && <InBin grant={grant} deletedAt={deletedAt} />}
      {status === 'closed' && closedOn && (
        <Notice tone="closed">{t('notice.closed', { date: f.date(closedOn) })}</Notice>
      )}
    </>
  )
}

function InBin({ grant, deletedAt }: { grant: Grant; deletedAt: string }) {
  const { t } = useTranslation(['grants', 'common'])
  const f = useFormat()
  const noWriting = useNoWriting()
  const restore = useWrite(grants.restore, {
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
        onClick={() => restore.mutate({ params: { id: grant.id } })}
      >
        {t('common:restore')}
      </ActionButton>
    </Notice>
  )
}
