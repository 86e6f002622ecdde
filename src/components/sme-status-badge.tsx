import { useTranslation } from 'react-i18next'
import { isSme, type SmeStatus } from '../domain/sme/ceilings.ts'
import { StatusBadge } from '../ui/status-badge.tsx'
import type { Tone } from '../ui/theme.ts'

const toneOf = (status: SmeStatus, confirmed: boolean): Tone => {
  if (status === 'unknown') return 'planned'
  if (!isSme(status)) return 'closed'
  return confirmed ? 'active' : 'expiring'
}

/** What a company is on the day: its size, or that it is no SME, or that nobody can tell; unconfirmed where earlier years could change it. */
export function SmeStatusBadge({ status, confirmed }: { status: SmeStatus; confirmed: boolean }) {
  const { t } = useTranslation('common')
  const word = t(`smeStatus.${status}`)
  return (
    <StatusBadge tone={toneOf(status, confirmed)}>
      {status === 'unknown' || confirmed ? word : t('smeUnconfirmed', { status: word })}
    </StatusBadge>
  )
}
