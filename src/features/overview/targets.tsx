import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { IndicatorLines } from '../../components/indicator/lines.tsx'
import { useScope } from '../../components/scope.ts'
import { ScopedLink } from '../../components/scoped-link.tsx'
import { indicators } from '../../data/indicators.ts'
import { Section } from '../../ui/section.tsx'

const few = 6

/** What is to be reached in the scope, and how far it is: those with a number first, each leading to its records. */
export function Targets() {
  const { t } = useTranslation('indicators')
  const { query } = useScope()
  const targeted = useQuery(indicators.page({ query: { ...query, targeted: 'true', limit: few } }))
  const others = useQuery(indicators.page({ query: { ...query, targeted: 'false', limit: few } }))
  const rows = [...(targeted.data?.items ?? []), ...(others.data?.items ?? [])].slice(0, few)
  if (!targeted.data || !others.data || rows.length === 0) return null
  return (
    <Section title={t('targets')} action={<ScopedLink to="/indicators">{t('all')}</ScopedLink>}>
      <IndicatorLines label={t('targets')} rows={rows} />
    </Section>
  )
}
