import { useTranslation } from 'react-i18next'
import { InBin } from '../../../components/in-bin.tsx'
import type { Grant } from '../../../contract/grants.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Notice } from '../../../ui/notice.tsx'

/** What one must know before anything else: in the bin, books closed. */
export function Notices({ grant }: { grant: Grant }) {
  const { t } = useTranslation('grants')
  const f = useFormat()
  const { status, closedOn } = grant
  return (
    <>
      <InBin noun="grants" record={grant} restored={t('restored', { title: grant.title })} />
      {status === 'closed' && closedOn && (
        <Notice tone="closed">{t('notice.closed', { date: f.date(closedOn) })}</Notice>
      )}
    </>
  )
}
