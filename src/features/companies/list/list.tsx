import { Button } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import FileInput from 'lucide-react/icons/file-input'
import Plus from 'lucide-react/icons/plus'
import { useTranslation } from 'react-i18next'
import { BulkEdit } from '../../../components/bulk/bulk-edit.tsx'
import { DuplicatesLink } from '../../../components/duplicates-link.tsx'
import { companyColumns } from '../../../components/export/columns.ts'
import { ExportMenu } from '../../../components/export/export-menu.tsx'
import { useNoWriting } from '../../../components/may-write.ts'
import { OpenLink } from '../../../components/open-link.tsx'
import { SavedViews } from '../../../components/saved-views/saved-views.tsx'
import { useScopedHref } from '../../../components/scope.ts'
import { companyList, listCompanies } from '../../../contract/companies.ts'
import { companies } from '../../../data/companies.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { useDialogAddress } from '../../../ui/dialog-address.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { ListToolbar } from '../../../ui/list-toolbar.tsx'
import { Page } from '../../../ui/page.tsx'
import { totalOf } from '../../../ui/table-pages.ts'
import { useCompanyColumns } from './columns.tsx'
import { useCompanyFilters } from './filters.ts'
import { RegisterItem } from './register-item.tsx'
import { CompanyViews } from './views.tsx'

/** The directory of companies, with what each is and may still get on the day. */
export function Component() {
  const { t } = useTranslation('companies')
  const list = useListState(companyList)
  const href = useScopedHref()
  const noWriting = useNoWriting()
  const pages = useInfiniteQuery({ ...companies.list(list.query), placeholderData: keepPreviousData })
  return (
    <Page title={t('title')} subtitle={t('intro')} fill actions={<Actions />}>
      <CompanyViews />
      <ListToolbar
        list={list}
        lead={<SavedViews list="companies" schema={companyList} table="companies" />}
        label={t('title')}
        total={totalOf(pages)}
        filters={useCompanyFilters()}
      >
        <ExportMenu
          name={t('title')}
          endpoint={listCompanies}
          query={list.query}
          columns={companyColumns}
          more={<RegisterItem />}
        />
      </ListToolbar>
      <DataTable
        name="companies"
        label={t('title')}
        columns={useCompanyColumns()}
        pages={pages}
        list={list}
        href={(row) => href(`/companies/${row.id}`)}
        rowTitle={(row) => row.name}
        bulkActions={
          noWriting ? undefined : (rows, clear) => <BulkEdit noun="companies" rows={rows} onDone={clear} />
        }
        empty={
          <EmptyState title={t('empty.title')} action={<Begin />}>
            {t('empty.text')}
          </EmptyState>
        }
      />
    </Page>
  )
}

function Actions() {
  return (
    <>
      <DuplicatesLink noun="organisations" />
      <Begin />
    </>
  )
}

function Begin() {
  const { t } = useTranslation('companies')
  const noWriting = useNoWriting()
  const { open } = useDialogAddress('new-organisation')
  return (
    <>
      <Button
        component={OpenLink}
        to="/import"
        variant="default"
        leftSection={<FileInput size={16} aria-hidden />}
      >
        {t('import')}
      </Button>
      <ActionButton
        reason={noWriting}
        leftSection={<Plus size={16} aria-hidden />}
        onClick={() => open({ kind: 'company' })}
      >
        {t('new')}
      </ActionButton>
    </>
  )
}
