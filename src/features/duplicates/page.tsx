import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { ScopedLink } from '../../components/scoped-link.tsx'
import { duplicateNouns } from '../../contract/duplicates.ts'
import { duplicates } from '../../data/merge.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LinkTabs } from '../../ui/link-tabs.tsx'
import { Page } from '../../ui/page.tsx'
import { rowsOf } from '../../ui/table-pages.ts'
import { WaitingLines } from '../../ui/waiting-lines.tsx'
import classes from './duplicates.module.css'
import { Pair } from './pair.tsx'

/** Records that may be one: organisations, or people (`?noun=people`). */
export function Component() {
  const { t } = useTranslation(['merge', 'common'])
  const [params] = useSearchParams()
  const noun = params.get('noun') === 'people' ? 'people' : 'organisations'
  const pages = useInfiniteQuery(duplicates.list({ noun }))
  const pairs = rowsOf(pages)
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
      {pages.isPending && (
        <div role="status" aria-label={t('common:loading')}>
          <WaitingLines />
        </div>
      )}
      {pages.isError && pairs.length === 0 && (
        <EmptyState
          title={t('common:notLoaded')}
          action={<Button onClick={() => void pages.refetch()}>{t('common:retry')}</Button>}
        />
      )}
      {pages.isSuccess && pairs.length === 0 && !pages.hasNextPage && (
        <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
      )}
      {pairs.length > 0 && (
        <ul className={classes.pairs} aria-label={t('list')}>
          {pairs.map((pair) => (
            <Pair key={pair.id} noun={noun} pair={pair} />
          ))}
        </ul>
      )}
      {pages.hasNextPage && (
        <Button
          variant="subtle"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </Page>
  )
}
