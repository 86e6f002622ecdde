import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../components/may-write.ts'
import { RecordLink } from '../../components/record-link.tsx'
import { useRestore } from '../../components/use-restore.ts'
import type { BinItem } from '../../contract/history.ts'
import { bin } from '../../data/history.ts'
import { useFormat } from '../../i18n/format.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Line, Lines } from '../../ui/lines.tsx'
import { Page } from '../../ui/page.tsx'
import { rowsOf } from '../../ui/table-pages.ts'
import { WaitingLines } from '../../ui/waiting-lines.tsx'
import classes from './bin.module.css'

/** What was deleted, newest first, to be restored. */
export function Component() {
  const { t } = useTranslation(['bin', 'common'])
  const pages = useInfiniteQuery(bin.list())
  const items = rowsOf(pages)
  return (
    <Page title={t('title')} subtitle={t('text')}>
      {pages.isPending && (
        <div role="status" aria-label={t('common:loading')}>
          <WaitingLines />
        </div>
      )}
      {pages.isError && items.length === 0 && (
        <EmptyState
          title={t('common:notLoaded')}
          action={<Button onClick={() => void pages.refetch()}>{t('common:retry')}</Button>}
        />
      )}
      {pages.isSuccess && items.length === 0 && (
        <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
      )}
      <div className={classes.column}>
        <Lines label={t('list')}>
          {items.map((item) => (
            <Deleted key={item.id} item={item} />
          ))}
        </Lines>
        {pages.hasNextPage && (
          <Button
            variant="subtle"
            loading={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {t('more')}
          </Button>
        )}
      </div>
    </Page>
  )
}

function Deleted({ item: { noun, id, title, deletedAt, deletedBy } }: { item: BinItem }) {
  const { t } = useTranslation(['bin', 'common'])
  const f = useFormat()
  const noWriting = useNoWriting()
  const restore = useRestore(noun, () => t('restored', { title }))
  const when = f.instant(deletedAt)
  return (
    <Line
      title={<RecordLink noun={noun} id={id} name={title} />}
      end={
        <ActionButton
          variant="default"
          size="xs"
          reason={noWriting}
          loading={restore.isPending}
          aria-label={t('restoreNamed', { title })}
          onClick={() => restore.mutate({ params: { id } })}
        >
          {t('restore')}
        </ActionButton>
      }
    >
      {t(`common:oneNoun.${noun}`)}
      {' · '}
      {deletedBy ? t('deletedBy', { when, name: deletedBy.name }) : t('deleted', { when })}
    </Line>
  )
}
