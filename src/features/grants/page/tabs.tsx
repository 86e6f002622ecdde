import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import type { Grant } from '../../../contract/grants.ts'
import { LinkTabs } from '../../../ui/link-tabs.tsx'

const tabs = ['position', 'budget', 'expenses', 'claims', 'facts'] as const

/** The parts of a grant's page: first where it stands, last what it is. */
export function GrantTabs({ grant: { id, title } }: { grant: Grant }) {
  const { t } = useTranslation('grants')
  const { pathname } = useLocation()
  const own = `/grants/${id}`
  const present = tabs.find((tab) => pathname.startsWith(`${own}/${tab}`)) ?? 'position'
  return (
    <LinkTabs label={t('tab.label', { title })}>
      {tabs.map((tab) => (
        <ScopedLink
          key={tab}
          to={tab === 'position' ? own : `${own}/${tab}`}
          aria-current={tab === present ? 'page' : undefined}
        >
          {t(`tab.${tab}`)}
        </ScopedLink>
      ))}
    </LinkTabs>
  )
}
