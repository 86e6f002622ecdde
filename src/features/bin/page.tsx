import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../components/form-errors.tsx'
import { useNoWriting } from '../../components/may-write.ts'
import { RecordLink } from '../../components/record-link.tsx'
import { useWrite } from '../../components/use-write.ts'
import type { BinItem } from '../../contract/history.ts'
import { bin } from '../../data/history.ts'
import { restoreOf } from '../../data/restore.ts'
import { useFormat } from '../../i18n/format.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import classes from './page.module.css'

/** Deleted records, newest first, each with the way back. */
export function Component() {
  const { t } = useTranslation(['bin', 'common'])
  const pages = useInfiniteQuery(bin.list())
  const items = pages.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page title={t('title')} subtitle={t('text')}>
      {pages.isPending && <p>{t('common:loading')}</p>}
      {pages.isError && <FormErrors error={pages.error} />}
      {pages.isSuccess && items.length === 0 && (
        <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
      )}
      {items.length > 0 && (
        <ul className={classes.list} aria-label={t('list')}>
          {items.map((item) => (
            <Item key={item.id} item={item} />
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

function Item({ item }: { item: BinItem }) {
  const { t } = useTranslation(['bin', 'common'])
  const f = useFormat()
  const noWriting = useNoWriting()
  const restore = useWrite(restoreOf(item.noun), { message: () => t('restored', { title: item.title }) })
  const when = f.instant(item.deletedAt)
  return (
    <li className={classes.item}>
      <div className={classes.what}>
        <RecordLink noun={item.noun} id={item.id} name={item.title} />
        <div className={classes.meta}>
          {t(`common:noun.${item.noun}`)} ·{' '}
          {item.deletedBy ? t('deletedBy', { when, name: item.deletedBy.name }) : t('deleted', { when })}
        </div>
        {restore.error && <FormErrors error={restore.error} />}
      </div>
      <ActionButton
        variant="default"
        size="compact-sm"
        reason={noWriting}
        loading={restore.isPending}
        aria-label={t('restoreNamed', { title: item.title })}
        onClick={() => restore.mutate({ params: { id: item.id } })}
      >
        {t('restore')}
      </ActionButton>
    </li>
  )
}
