import { useTranslation } from 'react-i18next'
import type { GrantRules } from '../../domain/grant.ts'
import { useCategoryName } from './words.ts'

interface LineLike {
  name: string | null
  category: string | null
  cluster: { name: string } | null
  market: { name: string } | null
  mission: { name: string } | null
  workPackage: string | null
}

/** What a budget line is called: its own name, or what it is planned for; without a category, what stands against no line. */
export function useLineName(rules: Pick<GrantRules, 'categories'> | undefined) {
  const { t } = useTranslation('grants')
  const nameOf = useCategoryName(rules)
  return (line: LineLike): string => {
    if (line.category === null) return t('roll.nothing.line')
    const parts = [
      line.name ?? nameOf(line.category),
      line.cluster?.name,
      line.market?.name,
      line.mission?.name,
      line.workPackage,
    ]
    return parts.filter(Boolean).join(' · ')
  }
}
