import { Button } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../components/may-write.ts'
import { SavedViews } from '../../components/saved-views/saved-views.tsx'
import { ScopedLink } from '../../components/scoped-link.tsx'
import { marketList } from '../../contract/markets.ts'
import { markets } from '../../data/markets.ts'
import { useFormat } from '../../i18n/format.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { useDialogAddress } from '../../ui/dialog-address.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LinkTabs } from '../../ui/link-tabs.tsx'
import { useListState } from '../../ui/list-state.ts'
import { ListToolbar } from '../../ui/list-toolbar.tsx'
import { Page } from '../../ui/page.tsx'
import { totalOf } from '../../ui/table-pages.ts'
import { useMarketColumns } from './columns.tsx'

/** The target markets, with who leads them and what is under way. */
export function Component() {
  const { t } = useTranslation(['markets', 'views'])
  const f = useFormat()
  const list = useListState(marketList)
  const pages = useInfiniteQuery({ ...markets.list(list.query), placeholderData: keepPreviousData })
  const columns = useMarketColumns()
  const noWriting = useNoWriting()
  const { open } = useDialogAddress('new-market')
  return (
    <Page
      fill
      title={t('title')}
      actions={
        <ActionButton reason={noWriting} onClick={() => open()}>
          {t('new')}
        </ActionButton>
      }
    >
      <LinkTabs label={t('title')}>
        <ScopedLink to="/markets" aria-current="page">
          {t('title')}
        </ScopedLink>
        <ScopedLink to="/matrix">{t('views:matrix.tab')}</ScopedLink>
      </LinkTabs>
      <ListToolbar
        list={list}
        lead={<SavedViews list="markets" schema={marketList} table="markets" />}
        label={t('title')}
        total={totalOf(pages)}
      />
      <DataTable
        name="markets"
        label={t('title')}
        columns={columns}
        pages={pages}
        list={list}
        href={(row) => `/markets/${row.id}`}
        rowTitle={(row) => f.place(row.name)}
        empty={
          <EmptyState
            title={t('empty.title')}
            action={!noWriting && <Button onClick={() => open()}>{t('empty.action')}</Button>}
          >
            {t('empty.text')}
          </EmptyState>
        }
      />
    </Page>
  )
}
