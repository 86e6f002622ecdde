import { useTranslation } from 'react-i18next'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import type { Company } from '../../../contract/companies.ts'
import type { CompanyServed } from '../../../contract/served.ts'
import { Nothing } from '../../../ui/lines.tsx'
import { Section } from '../../../ui/section.tsx'
import { useEuros } from '../euros.ts'

/** What was awarded to it in all, with the way to the ledger. */
export function CompanyAid({ company, aid }: { company: Company; aid: CompanyServed['aid'] }) {
  const { t } = useTranslation('served')
  const euros = useEuros()
  return (
    <Section title={t('aid.title')}>
      {aid.count === 0 ? (
        <Nothing>{t('aid.none')}</Nothing>
      ) : (
        <ScopedLink to={`/companies/${company.id}/aid`}>
          {t('aid.awarded', { count: aid.count, sum: euros(aid.euros) })}
        </ScopedLink>
      )}
    </Section>
  )
}
