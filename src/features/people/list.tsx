import { Button } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { BulkEdit } from '../../components/bulk/bulk-edit.tsx'
import { DuplicatesLink } from '../../components/duplicates-link.tsx'
import { personColumns } from '../../components/export/columns.ts'
import { ExportMenu } from '../../components/export/export-menu.tsx'
import { useNoWriting } from '../../components/may-write.ts'
import { SampleTag } from '../../components/sample-tag.tsx'
import { SavedViews } from '../../components/saved-views/saved-views.tsx'
import { ScopedLink } from '../../components/scoped-link.tsx'
import { type PersonRow, personList, personRecords } from '../../contract/people.ts'
import { people } from '../../data/people.ts'
import { useFormat } from '../../i18n/format.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { useDialogAddress } from '../../ui/dialog-address.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useListState } from '../../ui/list-state.ts'
import { ListToolbar } from '../../ui/list-toolbar.tsx'
import { Page } from '../../ui/page.tsx'
import type { Column } from '../../ui/table-columns.ts'
import { totalOf } from '../../ui/table-pages.ts'

/** The people, with the posts they hold on the day and how often they signed. */
export function Component() {
  const { t } = useTranslation('people')
  const list = useListState(personList)
  const pages = useInfiniteQuery({ ...people.list(list.query), placeholderData: keepPreviousData })
  const columns = useColumns()
  const noWriting = useNoWriting()
  const { open } = useDialogAddress('new-person')
  return (
    <Page
      fill
      title={t('title')}
      actions={
        <>
          <Button component={ScopedLink} variant="default" to="/people/due">
            {t('due')}
          </Button>
          <DuplicatesLink noun="people" />
          <ActionButton reason={noWriting} onClick={() => open()}>
            {t('new')}
          </ActionButton>
        </>
      }
    >
      <ListToolbar
        list={list}
        lead={<SavedViews list="people" schema={personList} table="people" />}
        label={t('title')}
        total={totalOf(pages)}
      >
        <ExportMenu
          name={t('title')}
          endpoint={personRecords.list}
          query={list.query}
          columns={personColumns}
        />
      </ListToolbar>
      <DataTable
        name="people"
        label={t('title')}
        columns={columns}
        pages={pages}
        list={list}
        href={(row) => `/people/${row.id}`}
        rowTitle={(row) => row.name}
        bulkActions={
          noWriting ? undefined : (rows, clear) => <BulkEdit noun="people" rows={rows} onDone={clear} />
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

function useColumns(): Column<PersonRow>[] {
  const { t } = useTranslation('people')
  const f = useFormat()
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('columns.name'),
        primary: true,
        sortKey: 'familyName',
        width: 240,
        cell: ({ name, nativeName, sample }) => (
          <>
            {[name, nativeName].filter(Boolean).join(' · ')} {sample && <SampleTag />}
          </>
        ),
      },
      {
        id: 'posts',
        header: t('columns.posts'),
        width: 420,
        cell: ({ posts }) =>
          posts
            .map(({ title, organisation }) => [title, organisation.name].filter(Boolean).join(', '))
            .join(' · '),
      },
      { id: 'email', header: t('columns.email'), width: 220, cell: ({ email }) => email },
      {
        id: 'signatures',
        header: t('columns.signatures'),
        sortKey: 'signatureCount',
        align: 'end',
        width: 140,
        cell: ({ signatureCount }) => (signatureCount > 0 ? f.number(signatureCount) : '–'),
      },
      {
        id: 'updated',
        header: t('columns.updated'),
        sortKey: 'updatedAt',
        hidden: true,
        width: 150,
        cell: ({ updatedAt }) => f.instant(updatedAt),
      },
    ],
    [t, f],
  )
}
