import { useTranslation } from 'react-i18next'
import type { ParticipationState } from '../domain/participation.ts'
import { StatusBadge } from '../ui/status-badge.tsx'
import type { Tone } from '../ui/theme.ts'

export const participationTones: Record<ParticipationState, Tone> = {
  invited: 'planned',
  applied: 'preparation',
  shortlisted: 'preparation',
  accepted: 'active',
  waitlisted: 'expiring',
  rejected: 'closed',
  confirmed: 'active',
  attended: 'active',
  no_show: 'overdue',
  withdrawn: 'closed',
}

/** Where a company stands in a mission; with its turn where it waits for a place. */
export function ParticipationStateBadge({
  state,
  waiting,
}: {
  state: ParticipationState
  waiting?: number | null
}) {
  const { t } = useTranslation('common')
  return (
    <StatusBadge tone={participationTones[state]}>
      {t(`participationState.${state}`)}
      {state === 'waitlisted' && waiting ? ` · ${waiting}` : ''}
    </StatusBadge>
  )
}
