import { useTranslation } from 'react-i18next'
import type { Claim, ClaimCheck } from '../../../../contract/claims.ts'
import type { Grant } from '../../../../contract/grants.ts'
import { useFormat } from '../../../../i18n/format.ts'
import { Line, Lines, Nothing } from '../../../../ui/lines.tsx'
import { Section } from '../../../../ui/section.tsx'
import { StatusBadge } from '../../../../ui/status-badge.tsx'
import { useCategoryName } from '../../words.ts'

interface Props {
  claim: Claim
  grant: Grant
}

/** What a check says, with its count or amounts. */
export function useCheckSentence({ claim, grant }: Props): (check: ClaimCheck) => string {
  const { t } = useTranslation('claims')
  const f = useFormat()
  const nameOf = useCategoryName(grant.rules)
  const money = (minor: string | number | undefined) =>
    f.money({ minor: Number(minor), currency: claim.currency })
  return ({ code, count, category, params }) => {
    if (code === 'no_rows') return t('checks.no_rows')
    if (code === 'over_category_limit')
      return t('checks.over_category_limit', {
        category: category === null ? '' : nameOf(category),
        over: money(params.over),
        limit: money(params.limit),
      })
    if (code === 'period_open') return t('checks.period_open', { date: f.date(String(params.to)) })
    if (code === 'period_overlaps') return t('checks.period_overlaps', { count: Number(params.claims) })
    return t(`checks.${code}`, { count })
  }
}

/** What stands in the way of freezing the claim, and what the funder may ask about. */
export function Checks(props: Props) {
  const { t } = useTranslation('claims')
  const sentence = useCheckSentence(props)
  const { checks } = props.claim
  return (
    <Section title={t('checks.title')} count={checks.length || undefined}>
      {checks.length === 0 && <Nothing>{t('checks.none')}</Nothing>}
      <Lines label={t('checks.title')}>
        {checks.map((check) => (
          <Line
            key={check.code + check.category}
            title={sentence(check)}
            end={
              <StatusBadge tone={check.severity === 'block' ? 'overdue' : 'expiring'}>
                {t(`checks.${check.severity}`)}
              </StatusBadge>
            }
          />
        ))}
      </Lines>
    </Section>
  )
}
