import { useTranslation } from 'react-i18next'
import type { Workspace } from '../../contract/workspace.ts'

/** What a workspace holds, in the order in which it is told. */
const counted = [
  'agreements',
  'signatures',
  'organisations',
  'people',
  'alliances',
  'markets',
  'tasks',
  'notes',
  'documents',
  'sources',
  'statements',
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
