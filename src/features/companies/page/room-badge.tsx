import { useTranslation } from 'react-i18next'
import type { Company } from '../../../contract/companies.ts'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import type { Tone } from '../../../ui/theme.ts'
import { useEuros } from '../euros.ts'

/** Of the ceiling, less than which is said to be little. */
const little = 0.1

function toneOf(room: number, ceiling: number): Tone {
  if (room <= 0) return 'overdue'
  return room < ceiling * little ? 'expiring' : 'active'
}

/** How much de minimis aid may still be given to it on the day. */
export function RoomBadge({
  aid: { room, ceiling },
  country,
  memberState,
}: Pick<Company, 'aid' | 'country' | 'memberState'>) {
  const { t } = useTranslation('companies')
  const euros = useEuros()
  if (!country && !memberState) return <StatusBadge tone="planned">{t('room.unknown')}</StatusBadge>
  if (room === null || ceiling === null) return <StatusBadge tone="planned">{t('room.notThere')}</StatusBadge>
  return <StatusBadge tone={toneOf(room, ceiling)}>{t('room.left', { room: euros(room) })}</StatusBadge>
}
