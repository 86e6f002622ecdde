import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import { LinkTabs } from '../../../ui/link-tabs.tsx'

const views = {
  figures: '/companies/served',
  companies: '/companies/served/companies',
  records: '/companies/served/records',
}
const names = Object.keys(views) as (keyof typeof views)[]

/** The figures, and the two lists behind them. */
export function ServedTabs() {
  const { t } = useTranslation('served-figures')
  const { pathname } = useLocation()
  return (
    <LinkTabs label={t('views.label')}>
      {names.map((name) => (
        <ScopedLink key={name} to={views[name]} aria-current={pathname === views[name] ? 'page' : undefined}>
          {t(`views.${name}`)}
        </ScopedLink>
      ))}
    </LinkTabs>
  )
}
