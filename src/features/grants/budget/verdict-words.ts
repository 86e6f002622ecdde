import { useTranslation } from 'react-i18next'
import type { Budget, TransferVerdict } from '../../../contract/budget.ts'
import type { Grant } from '../../../contract/grants.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useCategoryName, usePercent } from '../words.ts'

/** What the grant's rule says of a transfer, with the arithmetic in words. */
export function useVerdictWords(grant: Grant, budget: Budget) {
  const { t } = useTranslation('budget')
  const f = useFormat()
  const percent = usePercent()
  const nameOf = useCategoryName(grant.rules)
  const money = (minor: number | null) => f.money({ minor: minor ?? 0, currency: budget.currency })
  return ({ rule, about, bp, base, limit, after, over }: TransferVerdict): string => {
    if (rule === null) return t('transfer.rule.unknown')
    if (rule === 'free') return t('transfer.rule.free')
    const recipient = budget.lines.find(({ cluster }) => cluster?.id === about)?.cluster?.name
    const figures = {
      after: money(after),
      limit: money(limit),
      percent: percent(bp ?? 0),
      base: money(base),
      heading: about === null ? '' : nameOf(about),
      recipient: recipient ?? t('transfer.rule.noRecipient'),
    }
    const said = t(`transfer.rule.${rule}`, figures)
    return over > 0 ? `${said} ${t('transfer.rule.over', { over: money(over) })}` : said
  }
}

/** Within the rule, beyond it, or by a rule that nobody has entered. */
export const verdictName = ({ rule, verdict }: TransferVerdict) => (rule === null ? 'unknown' : verdict)

export const verdictTone = (verdict: TransferVerdict) =>
  (({ unknown: 'planned', allowed: 'active', warn: 'expiring' }) as const)[verdictName(verdict)]
