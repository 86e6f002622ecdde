import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { SampleTag } from '../../../../components/sample-tag.tsx'
import type { MeetingRequest } from '../../../../contract/requests.ts'
import type { PairState } from '../../../../domain/matching.ts'
import { useFormat } from '../../../../i18n/format.ts'
import { StatusBadge } from '../../../../ui/status-badge.tsx'
import type { Column } from '../../../../ui/table-columns.ts'
import type { Tone } from '../../../../ui/theme.ts'
import { AnswerCell } from './answer-cell.tsx'
import classes from './requests.module.css'

export const pairTones: Record<PairState, Tone> = {
  agreed: 'active',
  pending: 'preparation',
  vetoed: 'overdue',
  declined: 'closed',
  expired: 'planned',
}

/** The columns of the requests. */
export function useRequestColumns(noWriting: string | null): Column<MeetingRequest>[] {
  const { t } = useTranslation('meetings')
  const f = useFormat()
  return useMemo(
    () => [
      {
        id: 'from',
        header: t('requests.from'),
        sortKey: 'from',
        width: 210,
        primary: true,
        cell: ({ from, sample }) => (
          <>
            {from.name} {sample && <SampleTag />}
          </>
        ),
      },
      { id: 'to', header: t('requests.to'), sortKey: 'to', width: 210, cell: ({ to }) => to.name },
      {
        id: 'wish',
        header: t('requests.wish'),
        sortKey: 'wish',
        width: 96,
        cell: ({ wish }) => (
          <span data-wish={wish} className={classes.wish}>
            {t(`wish.${wish}`)}
          </span>
        ),
      },
      {
        id: 'answer',
        header: t('requests.answer'),
        width: 200,
        cell: (row) => <AnswerCell request={row} noWriting={noWriting} />,
      },
      {
        id: 'pair',
        header: t('requests.pair'),
        width: 120,
        cell: ({ pair }) => <StatusBadge tone={pairTones[pair]}>{t(`pair.${pair}`)}</StatusBadge>,
      },
      {
        id: 'expires',
        header: t('requests.expires'),
        width: 110,
        cell: ({ expiresOn }) => expiresOn && <time dateTime={expiresOn}>{f.date(expiresOn)}</time>,
      },
      { id: 'note', header: t('requests.note'), width: 200, cell: ({ note }) => note },
      {
        id: 'updatedAt',
        header: t('requests.updatedAt'),
        sortKey: 'updatedAt',
        width: 150,
        hidden: true,
        cell: ({ updatedAt }) => <time dateTime={updatedAt}>{f.instant(updatedAt)}</time>,
      },
    ],
    [t, f, noWriting],
  )
}
