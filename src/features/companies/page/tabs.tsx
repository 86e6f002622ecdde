import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { OpenLink } from '../../../components/open-link.tsx'
import type { Company } from '../../../contract/companies.ts'
import { LinkTabs } from '../../../ui/link-tabs.tsx'

const tabs = ['profile', 'status', 'aid', 'participation', 'dossier'] as const

/** The parts of a company's page: what it is, whether it is an SME, what it got, what it took part in, its papers. */
export function CompanyTabs({ company: { id, name } }: { company: Company }) {
  const { t } = useTranslation('companies')
  const { pathname } = useLocation()
  const own = `/companies/${id}`
  const present = tabs.find((tab) => pathname.startsWith(`${own}/${tab}`)) ?? 'profile'
  return (
    <LinkTabs label={t('tab.label', { name })}>
      {tabs.map((tab) => (
        <OpenLink
          key={tab}
          to={tab === 'profile' ? own : `${own}/${tab}`}
          aria-current={tab === present ? 'page' : undefined}
        >
          {t(`tab.${tab}`)}
        </OpenLink>
      ))}
    </LinkTabs>
  )
}
