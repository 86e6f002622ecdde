import { useTranslation } from 'react-i18next'
import type { SampleData, Workspace } from '../../contract/workspace.ts'

/** What a workspace holds, in the order in which it is told. */
const counted = [
  'agreements',
  'signatures',
  'missions',
  'participations',
  'meetings',
  'grants',
  'expenses',
  'organisations',
  'people',
  'alliances',
  'markets',
  'tasks',
  'notes',
  'documents',
] as const

/** "12 agreements", "30 organisations": what a workspace holds, without what it holds none of. */
export function useCounts(): (workspace: Pick<Workspace, 'counts'>) => string[] {
  const { t } = useTranslation('settings')
  return ({ counts }) =>
    counted.flatMap((name) => {
      const count = counts[name] ?? 0
      return count > 0 ? [t(`counts.${name}`, { count })] : []
    })
}

/** Tables of sample data, in the order in which they are told. */
const sampled = [
  'organisations',
  'people',
  'missions',
  'participations',
  'requests',
  'meetings',
  'schedule_runs',
  'slots',
  'meeting_tables',
  'mission_steps',
  'mission_criteria',
  'outcomes',
  'accounts',
  'ownership',
  'services',
  'aid',
  'budget_versions',
  'budget_lines',
  'budget_transfers',
  'expenses',
  'claims',
  'agreements',
  'alliances',
  'markets',
  'tasks',
  'notes',
  'documents',
  'citations',
  'statements',
] as const

/** "36 organisations", "78 meetings": rows of sample data, without what there is none of. */
export function useSampleCounts(): (rows: SampleData['marked']) => string[] {
  const { t } = useTranslation('settings')
  return (rows) => {
    const known = sampled.flatMap((name) => {
      const count = rows[name] ?? 0
      return count > 0 ? [t(`counts.${name}`, { count })] : []
    })
    const told: readonly string[] = sampled
    const rest = Object.entries(rows).reduce(
      (sum, [name, count]) => sum + (told.includes(name) ? 0 : count),
      0,
    )
    return rest > 0 ? [...known, t('counts.rest', { count: rest })] : known
  }
}
