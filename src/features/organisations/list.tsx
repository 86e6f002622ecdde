import { Button } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { BulkEdit } from '../../components/bulk/bulk-edit.tsx'
import { organisationColumns } from '../../components/export/columns.ts'
import { ExportMenu } from '../../components/export/export-menu.tsx'
import { useNoWriting } from '../../components/may-write.ts'
import { useKindOptions } from '../../components/organisation/facts.tsx'
import { recordPath } from '../../components/record-path.ts'
import { SavedViews } from '../../components/saved-views/saved-views.tsx'
import { ScopedLink } from '../../components/scoped-link.tsx'
import { organisationList, organisationRecords } from '../../contract/organisations.ts'
import { organisations } from '../../data/organisations.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { useCountryOptions } from '../../ui/country-select.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { useDialogAddress } from '../../ui/dialog-address.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LinkTabs } from '../../ui/link-tabs.tsx'
import { useListState } from '../../ui/list-state.ts'
import { ListToolbar } from '../../ui/list-toolbar.tsx'
import { Page } from '../../ui/page.tsx'
import { totalOf } from '../../ui/table-pages.ts'
import { useOrganisationColumns } from './columns.tsx'
import { organisationTabNames, tabOf, tabQuery } from './tabs.ts'

/** The directory: partners, public bodies, companies, research, or all. */
export function Component() {
  const { t } = useTranslation(['organisations', 'common'])
  const [params] = useSearchParams()
  const tab = tabOf(params.get('tab'))
  const list = useListState(organisationList)
  const pages = useInfiniteQuery({
    ...organisations.list({ ...list.query, ...tabQuery(tab) }),
    placeholderData: keepPreviousData,
  })
  const columns = useOrganisationColumns()
  const kinds = useKindOptions()
  const countries = useCountryOptions()
  const noWriting = useNoWriting()
  const { open } = useDialogAddress('new-organisation')
  return (
    <Page
      fill
      title={t('title')}
      subtitle={t('intro')}
      actions={
        <ActionButton reason={noWriting} onClick={() => open()}>
          {t('new')}
        </ActionButton>
      }
    >
      <LinkTabs label={t('tabs.label')}>
        {organisationTabNames.map((name) => (
          <ScopedLink
            key={name}
            to={name === 'partners' ? '/partners' : `/partners?tab=${name}`}
            aria-current={name === tab ? 'page' : undefined}
          >
            {t(`tabs.${name}`)}
          </ScopedLink>
        ))}
      </LinkTabs>
      <ListToolbar
        list={list}
        lead={<SavedViews list="partners" schema={organisationList} />}
        label={t('title')}
        total={totalOf(pages)}
        filters={[
          ...(tab === 'all'
            ? [{ key: 'kind', label: t('filters.kind'), options: kinds, multiple: true }]
            : []),
          { key: 'country', label: t('filters.country'), options: countries, multiple: true },
        ]}
      >
        <ExportMenu
          name={t('title')}
          endpoint={organisationRecords.list}
          query={{ ...list.query, ...tabQuery(tab) }}
          columns={organisationColumns}
        />
      </ListToolbar>
      <DataTable
        name={`organisations-${tab}`}
        label={t('title')}
        columns={columns}
        pages={pages}
        list={list}
        href={(row) => recordPath('organisations', row.id, row.kinds.includes('cluster'))}
        rowTitle={(row) => row.name}
        bulkActions={
          noWriting
            ? undefined
            : (rows, clear) => <BulkEdit noun="organisations" rows={rows} onDone={clear} />
        }
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
