import { useTranslation } from 'react-i18next'
import { LinkTabs } from '../ui/link-tabs.tsx'
import { ScopedLink } from './scoped-link.tsx'

/** Clusters and the alliances they form: two lists side by side. */
export function ClusterTabs({ current }: { current: 'clusters' | 'alliances' }) {
  const { t } = useTranslation('common')
  return (
    <LinkTabs label={`${t('noun.clusters')}, ${t('noun.alliances')}`}>
      {(['clusters', 'alliances'] as const).map((name) => (
        <ScopedLink key={name} to={`/${name}`} aria-current={name === current ? 'page' : undefined}>
          {t(`noun.${name}`)}
        </ScopedLink>
      ))}
    </LinkTabs>
  )
}
