import { useTranslation } from 'react-i18next'
import type { Webhook } from '../../contract/webhooks.ts'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Tone } from '../../ui/theme.ts'

export type HealthState = 'off' | 'gone' | 'failing' | 'given_up' | 'new' | 'well'

/** How it goes with a program that is told what changes. */
export function healthOf({ enabled, off, failingSince, last }: Webhook): HealthState {
  if (!enabled) return off ? (off.reason === 'gone' ? 'gone' : 'given_up') : 'off'
  if (failingSince) return 'failing'
  return last ? 'well' : 'new'
}

const tones: Record<HealthState, Tone> = {
  off: 'closed',
  gone: 'overdue',
  given_up: 'overdue',
  failing: 'expiring',
  new: 'planned',
  well: 'active',
}

export function Health({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('webhooks')
  const state = healthOf(webhook)
  return <StatusBadge tone={tones[state]}>{t(`health.${state}`)}</StatusBadge>
}
