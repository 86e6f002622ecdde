import { useTranslation } from 'react-i18next'
import { AgreementStatusBadge } from '../../../components/agreement-status-badge.tsx'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import type { AgreementRow } from '../../../contract/agreements.ts'
import { useFormat } from '../../../i18n/format.ts'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { PartyNames } from '../party-names.tsx'
import { SignedCount } from '../signed-count.tsx'
import classes from './board.module.css'
import type { BoardColumn } from './columns.ts'
import { MoveMenu } from './move-menu.tsx'

interface Props {
  row: AgreementRow
  column: BoardColumn
  isDragged: boolean
  onDrag: ((row: AgreementRow | null) => void) | undefined
  onMove: (column: BoardColumn) => void
}

/** One agreement on the board. */
export function BoardCard({ row, column, isDragged, onDrag, onMove }: Props) {
  const { t } = useTranslation(['agreements', 'common'])
  const isOpen = column === 'prospect' || column === 'negotiation' || column === 'drafting'
  return (
    <li
      className={classes.card}
      data-card={row.id}
      data-dragged={isDragged || undefined}
      draggable={onDrag !== undefined}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', row.title)
        event.dataTransfer.effectAllowed = 'move'
        onDrag?.(row)
      }}
      onDragEnd={() => onDrag?.(null)}
    >
      <div className={classes.cardHead}>
        <ScopedLink
          to={`/agreements/${row.id}`}
          className={classes.title}
          draggable={false}
          data-card-link
          aria-describedby="board-help"
        >
          {row.title}
        </ScopedLink>
        {onDrag && <MoveMenu row={row} onMove={onMove} />}
      </div>
      <p className={classes.meta}>
        <PartyNames parties={row.parties} most={2} />
      </p>
      <p className={classes.foot}>
        <CardDate row={row} isOpen={isOpen} />
        {isOpen && row.signedCount > 0 && (
          <SignedCount signed={row.signedCount} required={row.requiredCount} />
        )}
        {isOpen && row.overdue && <StatusBadge tone="overdue">{t('common:status.overdue')}</StatusBadge>}
        {!isOpen && column !== 'expiring' && <AgreementStatusBadge status={row.status} />}
      </p>
    </li>
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
