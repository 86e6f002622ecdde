import { useTranslation } from 'react-i18next'
import { AgreementStatusBadge } from '../../../components/agreement-status-badge.tsx'
import { CardLine } from '../../../components/board/board-card.tsx'
import type { AgreementRow } from '../../../contract/agreements.ts'
import { useFormat } from '../../../i18n/format.ts'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { PartyNames } from '../party-names.tsx'
import { SignedCount } from '../signed-count.tsx'
import type { BoardColumn } from './columns.ts'

/** What a card shows of its agreement. */
export function BoardCard({ row, column }: { row: AgreementRow; column: BoardColumn }) {
  const { t } = useTranslation('common')
  const isOpen = column === 'prospect' || column === 'negotiation' || column === 'drafting'
  return (
    <>
      <CardLine>
        <PartyNames parties={row.parties} most={2} />
      </CardLine>
      <CardLine foot>
        <CardDate row={row} isOpen={isOpen} />
        {isOpen && row.signedCount > 0 && (
          <SignedCount signed={row.signedCount} required={row.requiredCount} />
        )}
        {isOpen && row.overdue && <StatusBadge tone="overdue">{t('status.overdue')}</StatusBadge>}
        {!isOpen && column !== 'expiring' && <AgreementStatusBadge status={row.status} />}
      </CardLine>
    </>
  )
}

/** The date that matters at the card's stage. */
function CardDate({ row, isOpen }: { row: AgreementRow; isOpen: boolean }) {
  const { t } = useTranslation('agreements')
  const f = useFormat()
  if (isOpen)
    return row.targetSignature && <span>{t('board.by', { date: f.date(row.targetSignature) })}</span>
  const broken = row.terminatedOn ?? row.abandonedOn
  if (broken) return <span>{f.date(broken)}</span>
  if (row.ends) return <span>{t('board.ends', { date: f.date(row.ends) })}</span>
  return row.signedOn && <span>{t('board.signed', { date: f.date(row.signedOn) })}</span>
}
