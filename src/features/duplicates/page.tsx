import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { ScopedLink } from '../../components/scoped-link.tsx'
import { duplicateNouns } from '../../contract/duplicates.ts'
import { duplicates } from '../../data/merge.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LinkTabs } from '../../ui/link-tabs.tsx'
import { Page } from '../../ui/page.tsx'
import { PagedList } from '../../ui/paged-list.tsx'
import classes from './duplicates.module.css'
import { Pair } from './pair.tsx'

/** Records that may be one: organisations, or people (`?noun=people`). */
export function Component() {
  const { t } = useTranslation('merge')
  const [params] = useSearchParams()
  const noun = params.get('noun') === 'people' ? 'people' : 'organisations'
  const pages = useInfiniteQuery(duplicates.list({ noun }))
  return (
    <Page title={t('title')} subtitle={t('intro')}>
      <LinkTabs label={t('nouns.label')}>
        {duplicateNouns.map((name) => (
          <ScopedLink
            key={name}
            to={name === 'people' ? '/duplicates?noun=people' : '/duplicates'}
            aria-current={name === noun ? 'page' : undefined}
          >
            {t(`nouns.${name}`)}
          </ScopedLink>
        ))}
      </LinkTabs>
      <PagedList
        pages={pages}
        more={t('more')}
        empty={<EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
      >
        {(pairs) => (
          <ul className={classes.pairs} aria-label={t('list')}>
            {pairs.map((pair) => (
              <Pair key={pair.id} noun={noun} pair={pair} />
            ))}
          </ul>
        )}
      </PagedList>
    </Page>
  )
}
