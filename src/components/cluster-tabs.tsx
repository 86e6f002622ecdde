import { useTranslation } from 'react-i18next'
import { LinkTabs } from '../ui/link-tabs.tsx'
import { OpenLink } from './open-link.tsx'

const tabs = ['clusters', 'alliances', 'matrix', 'acting'] as const

/** Clusters and the alliances they form, where they are at work, and what they did for one another. */
export function ClusterTabs({ current }: { current: (typeof tabs)[number] }) {
  const { t } = useTranslation(['common', 'views'])
  const names = {
    clusters: t('noun.clusters'),
    alliances: t('noun.alliances'),
    matrix: t('views:matrix.tab'),
    acting: t('views:acting.tab'),
  }
  return (
    <LinkTabs label={`${names.clusters}, ${names.alliances}`}>
      {tabs.map((name) => (
        <OpenLink key={name} to={`/${name}`} aria-current={name === current ? 'page' : undefined}>
          {names[name]}
        </OpenLink>
      ))}
    </LinkTabs>
  )
}
