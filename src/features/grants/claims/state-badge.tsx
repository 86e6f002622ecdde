import { useTranslation } from 'react-i18next'
import type { ClaimState } from '../../../domain/claim.ts'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import type { Tone } from '../../../ui/theme.ts'

const tones: Record<ClaimState, Tone> = {
  draft: 'planned',
  frozen: 'preparation',
  submitted: 'expiring',
  decided: 'active',
  paid: 'closed',
}

/** How far a claim has come. */
export function ClaimStateBadge({ state }: { state: ClaimState }) {
  const { t } = useTranslation('claims')
  return <StatusBadge tone={tones[state]}>{t(`state.${state}`)}</StatusBadge>
}
