import { useTranslation } from 'react-i18next'
import type { GrantStatus } from '../../domain/grant.ts'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Tone } from '../../ui/theme.ts'

const tones: Record<GrantStatus, Tone> = {
  undated: 'planned',
  upcoming: 'planned',
  running: 'active',
  ended: 'expiring',
  closed: 'closed',
}

/** Where a grant stands in time: an ended one still has books to close. */
export function GrantStatusBadge({ status }: { status: GrantStatus }) {
  const { t } = useTranslation('grants')
  return <StatusBadge tone={tones[status]}>{t(`status.${status}`)}</StatusBadge>
}
