import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../components/may-write.ts'
import { RecordLink } from '../../components/record-link.tsx'
import { useRestore } from '../../components/use-restore.ts'
import type { BinItem } from '../../contract/history.ts'
import { rightOf } from '../../contract/rights.ts'
import { bin } from '../../data/history.ts'
import { useFormat } from '../../i18n/format.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Line, Lines } from '../../ui/lines.tsx'
import { Page } from '../../ui/page.tsx'
import { PagedList } from '../../ui/paged-list.tsx'
import classes from './bin.module.css'

/** What was deleted, newest first, to be restored. */
export function Component() {
  const { t } = useTranslation('bin')
  const pages = useInfiniteQuery(bin.list())
  return (
    <Page title={t('title')} subtitle={t('text')}>
      <div className={classes.column}>
        <PagedList
          pages={pages}
          more={t('more')}
          empty={<EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
        >
          {(items) => (
            <Lines label={t('list')}>
              {items.map((item) => (
                <Deleted key={item.id} item={item} />
              ))}
            </Lines>
          )}
        </PagedList>
      </div>
    </Page>
  )
}

function Deleted({ item: { noun, id, title, deletedAt, deletedBy } }: { item: BinItem }) {
  const { t } = useTranslation(['bin', 'common'])
  const f = useFormat()
  const noWriting = useNoWriting(rightOf({ id: `${noun}.restore`, access: 'write' }) ?? undefined)
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
