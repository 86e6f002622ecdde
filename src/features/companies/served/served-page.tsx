import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import { LinkTabs } from '../../../ui/link-tabs.tsx'
import { Page } from '../../../ui/page.tsx'

const views = {
  figures: '/companies/served',
  companies: '/companies/served/companies',
  records: '/companies/served/records',
}
const names = Object.keys(views) as (keyof typeof views)[]

/** The page of who was served: the figures, and the two lists behind them, each at an address of its own. */
export function ServedPage({ fill = false, children }: { fill?: boolean; children: ReactNode }) {
  const { t } = useTranslation(['served-figures', 'companies'])
  const { pathname } = useLocation()
  return (
    <Page
      title={t('title')}
      subtitle={t('intro')}
      eyebrow={<ScopedLink to="/companies">{t('companies:title')}</ScopedLink>}
      fill={fill}
    >
      <LinkTabs label={t('views.label')}>
        {names.map((name) => (
          <ScopedLink
            key={name}
            to={views[name]}
            aria-current={pathname === views[name] ? 'page' : undefined}
          >
            {t(`views.${name}`)}
          </ScopedLink>
        ))}
      </LinkTabs>
      {children}
    </Page>
  )
}
