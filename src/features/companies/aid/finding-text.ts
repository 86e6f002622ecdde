import { useTranslation } from 'react-i18next'
import type { AwardFinding } from '../../../contract/aid.ts'
import { isCivilDate } from '../../../domain/partial-date.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useEuros } from '../euros.ts'
import { useLaw } from '../use-law.ts'

/** Amounts among the params of a finding, in euro cents. */
const amounts = ['ceiling', 'sum', 'asked', 'after', 'most']

/** What stands against an award, as a sentence with its figures. */
export function useFindingText(): (finding: Pick<AwardFinding, 'code' | 'article' | 'params'>) => string {
  const { t } = useTranslation('aid')
  const f = useFormat()
  const euros = useEuros()
  const lawText = useLaw()
  return ({ code, article, params = {} }) =>
    t(`finding.${code}`, {
      article: article ? lawText(article) : '',
      ...Object.fromEntries(
        Object.entries(params).map(([key, value]) => {
          if (typeof value === 'string') return [key, isCivilDate(value) ? f.date(value) : value]
          return [key, amounts.includes(key) ? euros(value) : f.number(value)]
        }),
      ),
    })
}
