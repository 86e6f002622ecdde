import { useTranslation } from 'react-i18next'
import type { Budget } from '../../../contract/budget.ts'
import type { Version } from './tab.tsx'

/** What a version is called: its title, or which amendment it is. */
export function useVersionName({ versions }: Pick<Budget, 'versions'>) {
  const { t } = useTranslation('budget')
  return ({ id, title, kind }: Version): string => {
    if (title) return title
    if (kind === 'initial') return t('version.initial')
    const amendments = versions.filter((version) => version.kind === 'amendment')
    return t('version.amendment', { number: amendments.findIndex((one) => one.id === id) + 1 })
  }
}
