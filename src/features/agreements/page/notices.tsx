import { useTranslation } from 'react-i18next'
import { InBin } from '../../../components/in-bin.tsx'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import type { Agreement } from '../../../contract/agreements.ts'
import { addDays, lastDay } from '../../../domain/partial-date.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Notice } from '../../../ui/notice.tsx'

/** What one must know before anything else: in the bin, abandoned, terminated, overdue, expiring, renewed. */
export function Notices({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation('agreements')
  const f = useFormat()
  const { status, asOf, targetSignature, ends, renewedBy } = agreement
  return (
    <>
      <InBin noun="agreements" record={agreement} restored={t('restored', { title: agreement.title })} />
      {status === 'abandoned' && agreement.abandonedOn && (
        <Notice tone="closed" title={t('notice.abandoned', { date: f.date(agreement.abandonedOn) })}>
          {agreement.abandonedReason}
        </Notice>
      )}
      {status === 'terminated' && agreement.terminatedOn && (
        <Notice tone="closed" title={t('notice.terminated', { date: f.date(agreement.terminatedOn) })}>
          {agreement.terminatedReason}
        </Notice>
      )}
      {agreement.overdue && targetSignature && (
        <Notice tone="overdue">
          {t('notice.overdue', {
            date: f.date(targetSignature),
            since: f.relativeDays(lastDay(targetSignature), asOf),
          })}
        </Notice>
      )}
      {status === 'expiring' && ends && (
        <Notice tone="expiring">
          {t('notice.expiring', { date: f.date(lastDay(ends)), when: f.relativeDays(lastDay(ends), asOf) })}{' '}
          {renewedBy ? (
            <ScopedLink to={`/agreements/${renewedBy.id}`}>{t('notice.renewalBegun')}</ScopedLink>
          ) : (
            t('notice.noRenewal', { date: f.date(addDays(lastDay(ends), -agreement.noticeDays)) })
          )}
        </Notice>
      )}
    </>
  )
}
