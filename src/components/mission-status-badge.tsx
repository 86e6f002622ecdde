import { useTranslation } from 'react-i18next'
import type { MissionStatus } from '../domain/mission.ts'
import { StatusBadge } from '../ui/status-badge.tsx'
import type { Tone } from '../ui/theme.ts'

export const missionTones: Record<MissionStatus, Tone> = {
  idea: 'planned',
  planned: 'planned',
  preparing: 'preparation',
  running: 'active',
  follow_up: 'expiring',
  closed: 'closed',
  cancelled: 'closed',
}

/** Where a mission stands. */
export function MissionStatusBadge({ status }: { status: MissionStatus }) {
  const { t } = useTranslation('common')
  return <StatusBadge tone={missionTones[status]}>{t(`missionStatus.${status}`)}</StatusBadge>
}
