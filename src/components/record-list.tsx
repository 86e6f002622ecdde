import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { ActionButton } from '../ui/action-button.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import type { ListFilter } from '../ui/filter-chip.tsx'
import { ListToolbar } from '../ui/list-toolbar.tsx'
import { Page } from '../ui/page.tsx'
import { type TableProps, type TableRow, totalOf } from '../ui/table-pages.ts'
import { useNoWriting } from './may-write.ts'
import { useScopedHref } from './scope.ts'

interface Props<Row extends TableRow>
  extends Pick<TableProps<Row>, 'name' | 'pages' | 'list' | 'columns' | 'rowTitle'> {
  words: {
    title: string
    subtitle?: string
    /** Of the button that begins a new one. */
    new: string
    /** Of a list that holds nothing yet: what it is for, and its first action. */
    empty: { title: string; text: string; action: string }
  }
  /** The page of a record; the scope goes with it. */
  path: (row: Row) => string
  onNew: () => void
  /** Above the list: the screens beside it. */
  tabs?: ReactNode
  /** The list's views. */
  views?: ReactNode
  filters?: ListFilter[]
  /** At the end of the list's tools. */
  tools?: ReactNode
  /** What else can be done from here, before the new one. */
  actions?: ReactNode
  /** What can be done with the chosen rows, by who may write. */
  together?: TableProps<Row>['bulkActions']
}

/** The screen of a list of records: its tools, its table, and the way to a new one. */
export function RecordList<Row extends TableRow>({
  words,
  path,
  onNew,
  tabs,
  views,
  filters,
  tools,
  actions,
  together,
  ...table
}: Props<Row>) {
  const href = useScopedHref()
  const noWriting = useNoWriting()
  const { title, subtitle, empty } = words
  return (
    <Page
      fill
      title={title}
      subtitle={subtitle}
      actions={
        <>
          {actions}
          <ActionButton reason={noWriting} onClick={onNew}>
            {words.new}
          </ActionButton>
        </>
      }
    >
      {tabs}
      <ListToolbar
        list={table.list}
        lead={views}
        label={title}
        total={totalOf(table.pages)}
        filters={filters}
      >
        {tools}
      </ListToolbar>
      <DataTable
        {...table}
        label={title}
        href={(row) => href(path(row))}
        bulkActions={noWriting ? undefined : together}
        empty={
          <EmptyState
            title={empty.title}
            action={!noWriting && <Button onClick={onNew}>{empty.action}</Button>}
          >
            {empty.text}
          </EmptyState>
        }
      />
    </Page>
  )
}
