import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { BulkEdit } from '../../components/bulk/bulk-edit.tsx'
import { organisationColumns } from '../../components/export/columns.ts'
import { ExportMenu } from '../../components/export/export-menu.tsx'
import { useKindOptions } from '../../components/organisation/facts.tsx'
import { RecordList } from '../../components/record-list.tsx'
import { recordPath } from '../../components/record-path.ts'
import { SavedViews } from '../../components/saved-views/saved-views.tsx'
import { ScopedLink } from '../../components/scoped-link.tsx'
import { organisationList, organisationRecords } from '../../contract/organisations.ts'
import { organisations } from '../../data/organisations.ts'
import { useCountryOptions } from '../../ui/country-select.tsx'
import { useDialogAddress } from '../../ui/dialog-address.ts'
import { LinkTabs } from '../../ui/link-tabs.tsx'
import { useListState } from '../../ui/list-state.ts'
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
  const { open } = useDialogAddress('new-organisation')
  return (
    <RecordList
      name={`organisations-${tab}`}
      words={{
        title: t('title'),
        subtitle: t('intro'),
        new: t('new'),
        empty: { title: t('empty.title'), text: t('empty.text'), action: t('empty.action') },
      }}
      pages={pages}
      list={list}
      columns={columns}
      path={({ id, kinds: of }) => recordPath('organisations', id, of.includes('cluster'))}
      rowTitle={({ name }) => name}
      onNew={() => open()}
      tabs={
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
      }
      views={<SavedViews list="partners" schema={organisationList} />}
      filters={[
        ...(tab === 'all' ? [{ key: 'kind', label: t('filters.kind'), options: kinds, multiple: true }] : []),
        { key: 'country', label: t('filters.country'), options: countries, multiple: true },
      ]}
      tools={
        <ExportMenu
          name={t('title')}
          endpoint={organisationRecords.list}
          query={{ ...list.query, ...tabQuery(tab) }}
          columns={organisationColumns}
        />
      }
      together={(rows, clear) => <BulkEdit noun="organisations" rows={rows} onDone={clear} />}
    />
  )
}
