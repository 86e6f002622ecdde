import { useTranslation } from 'react-i18next'
import type { ExpenseState } from '../../../domain/expense.ts'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import type { Tone } from '../../../ui/theme.ts'

const tones: Record<ExpenseState, Tone> = {
  planned: 'planned',
  committed: 'preparation',
  paid: 'active',
  claimed: 'expiring',
  reimbursed: 'closed',
  rejected: 'overdue',
  cancelled: 'closed',
}

/** How far an expense has come. */
export function ExpenseStateBadge({ state }: { state: ExpenseState }) {
  const { t } = useTranslation('expenses')
  return <StatusBadge tone={tones[state]}>{t(`state.${state}`)}</StatusBadge>
}
