import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import { LinkTabs } from '../../../ui/link-tabs.tsx'

/** What is asked for most often, each an address: everybody, whom nobody has served yet, who is ready for a market; and who was served. */
const views = {
  all: '',
  never: '?served=false',
  ready: '?readiness=ready,active',
} as const

const names = Object.keys(views) as (keyof typeof views)[]

export function CompanyViews() {
  const { t } = useTranslation('companies')
  const [params] = useSearchParams()
  const present =
    params.get('served') === 'false' ? 'never' : params.get('readiness') === 'ready,active' ? 'ready' : 'all'
  return (
    <LinkTabs label={t('views.label')}>
      {names.map((name) => (
        <ScopedLink
          key={name}
          to={`/companies${views[name]}`}
          aria-current={name === present ? 'page' : undefined}
        >
          {t(`views.${name}`)}
        </ScopedLink>
      ))}
      <ScopedLink to="/companies/served">{t('views.served')}</ScopedLink>
    </LinkTabs>
  )
}
