import { useTranslation } from 'react-i18next'
import type { SmeStep } from '../../../contract/accounts.ts'
import { useFormat } from '../../../i18n/format.ts'
import { usePercent } from '../percent.ts'

type Linked = 'linked_a' | 'linked_a_together' | 'linked_b' | 'linked_c' | 'linked_d'

/** The sentence for a step: "3(3)(b)" tells that the board ties two together, not the votes. */
function messageOf({ code, article, share = 0, enterprise, with: other, closedOn }: SmeStep) {
  if (code === 'linked') {
    const point = /\((a|b|c|d)\)$/.exec(article)?.[1] ?? 'a'
    return (point === 'a' && share <= 50 ? 'linked_a_together' : `linked_${point}`) as Linked
  }
  // What is held by the company's own group has no holder named beside it.
  if ((code === 'partner' || code === 'below_partner') && enterprise?.id === other?.id)
    return `${code}_held` as const
  return code === 'size' && !closedOn ? ('size_undated' as const) : code
}

/** Writes a step of the reasoning as a sentence. */
export function useStepSentence(): (step: SmeStep) => string {
  const { t } = useTranslation('sme')
  const f = useFormat()
  const percent = usePercent()
  return (step) => {
    const { enterprise, with: other, share, closedOn, before, status } = step
    return t(`step.${messageOf(step)}`, {
      name: enterprise?.name ?? '',
      with: other?.name ?? '',
      share: share === undefined ? '' : percent(share),
      date: closedOn ? f.date(closedOn) : '',
      status: status ? t(`size.${status}`) : '',
      before: before ? t(`size.${before}`) : '',
    })
  }
}
