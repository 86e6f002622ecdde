import { useTranslation } from 'react-i18next'
import type { AgreementStatus } from '../domain/agreement.ts'
import { StatusBadge } from '../ui/status-badge.tsx'
import type { Tone } from '../ui/theme.ts'
import classes from './agreement-status-badge.module.css'

export const agreementTones: Record<AgreementStatus, Tone> = {
  prospect: 'planned',
  negotiation: 'preparation',
  drafting: 'preparation',
  signed: 'active',
  active: 'active',
  expiring: 'expiring',
  expired: 'closed',
  renewed: 'closed',
  abandoned: 'closed',
  terminated: 'closed',
}

const isStatus = (status: string): status is AgreementStatus => status in agreementTones

/** The status of an agreement; overdue stands beside it, since the stage is worth knowing too. */
export function AgreementStatusBadge({ status, overdue }: { status: string; overdue?: boolean }) {
  const { t } = useTranslation('common')
  if (!isStatus(status)) return null
  return (
    <span className={classes.badges}>
      <StatusBadge tone={agreementTones[status]}>{t(`status.${status}`)}</StatusBadge>
      {overdue && <StatusBadge tone="overdue">{t('status.overdue')}</StatusBadge>}
    </span>
  )
}
