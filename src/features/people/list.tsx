import { Button } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { BulkEdit } from '../../components/bulk/bulk-edit.tsx'
import { DuplicatesLink } from '../../components/duplicates-link.tsx'
import { personColumns } from '../../components/export/columns.ts'
import { ExportMenu } from '../../components/export/export-menu.tsx'
import { OpenLink } from '../../components/open-link.tsx'
import { RecordList } from '../../components/record-list.tsx'
import { SampleTag } from '../../components/sample-tag.tsx'
import { SavedViews } from '../../components/saved-views/saved-views.tsx'
import { type PersonRow, personList, personRecords } from '../../contract/people.ts'
import { people } from '../../data/people.ts'
import { useFormat } from '../../i18n/format.ts'
import { useDialogAddress } from '../../ui/dialog-address.ts'
import { useListState } from '../../ui/list-state.ts'
import type { Column } from '../../ui/table-columns.ts'

/** The people, with the posts they hold on the day and how often they signed. */
export function Component() {
  const { t } = useTranslation('people')
  const list = useListState(personList)
  const pages = useInfiniteQuery({ ...people.list(list.query), placeholderData: keepPreviousData })
  const columns = useColumns()
  const { open } = useDialogAddress('new-person')
  return (
    <RecordList
      name="people"
      words={{
        title: t('title'),
        new: t('new'),
        empty: { title: t('empty.title'), text: t('empty.text'), action: t('empty.action') },
      }}
      pages={pages}
      list={list}
      columns={columns}
      path={({ id }) => `/people/${id}`}
      rowTitle={({ name }) => name}
      onNew={() => open()}
      views={<SavedViews list="people" schema={personList} table="people" />}
      tools={
        <ExportMenu
          name={t('title')}
          endpoint={personRecords.list}
          query={list.query}
          columns={personColumns}
        />
      }
      actions={
        <>
          <Button component={OpenLink} variant="default" to="/people/due">
            {t('due')}
          </Button>
          <DuplicatesLink noun="people" />
        </>
      }
      together={(rows, clear) => <BulkEdit noun="people" rows={rows} onDone={clear} />}
    />
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
