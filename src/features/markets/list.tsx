import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { RecordList } from '../../components/record-list.tsx'
import { SavedViews } from '../../components/saved-views/saved-views.tsx'
import { ScopedLink } from '../../components/scoped-link.tsx'
import { marketList } from '../../contract/markets.ts'
import { markets } from '../../data/markets.ts'
import { useFormat } from '../../i18n/format.ts'
import { useDialogAddress } from '../../ui/dialog-address.ts'
import { LinkTabs } from '../../ui/link-tabs.tsx'
import { useListState } from '../../ui/list-state.ts'
import { useMarketColumns } from './columns.tsx'

/** The target markets, with who leads them and what is under way. */
export function Component() {
  const { t } = useTranslation(['markets', 'views'])
  const f = useFormat()
  const list = useListState(marketList)
  const pages = useInfiniteQuery({ ...markets.list(list.query), placeholderData: keepPreviousData })
  const columns = useMarketColumns()
  const { open } = useDialogAddress('new-market')
  return (
    <RecordList
      name="markets"
      words={{
        title: t('title'),
        new: t('new'),
        empty: { title: t('empty.title'), text: t('empty.text'), action: t('empty.action') },
      }}
      pages={pages}
      list={list}
      columns={columns}
      path={({ id }) => `/markets/${id}`}
      rowTitle={({ name }) => f.place(name)}
      onNew={() => open()}
      tabs={
        <LinkTabs label={t('title')}>
          <ScopedLink to="/markets" aria-current="page">
            {t('title')}
          </ScopedLink>
          <ScopedLink to="/matrix">{t('views:matrix.tab')}</ScopedLink>
        </LinkTabs>
      }
      views={<SavedViews list="markets" schema={marketList} table="markets" />}
    />
  )
}
