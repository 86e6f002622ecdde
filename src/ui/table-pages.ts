import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ListState } from './list-state.ts'
import type { Column } from './table-columns.ts'

export interface TableRow {
  id: string
}

export type TablePages<Row> = Pick<
  UseInfiniteQueryResult<InfiniteData<{ items: Row[]; next: string | null; total?: number }>>,
  | 'data'
  | 'isPending'
  | 'isError'
  | 'isPlaceholderData'
  | 'hasNextPage'
  | 'isFetchingNextPage'
  | 'isFetchNextPageError'
  | 'fetchNextPage'
  | 'refetch'
>

export interface TableProps<Row extends TableRow> {
  /** Under which the choice of columns is kept. */
  name: string
  /** What the list is called, for screen readers. */
  label: string
  columns: readonly Column<Row>[]
  pages: TablePages<Row>
  list: ListState<object>
  /** Where a row leads. */
  href: (row: Row) => string
  rowTitle: (row: Row) => string
  /** Shown where the list is empty without any filter. */
  empty: ReactNode
  /** What can be done with the selected rows; without it nothing is selected. */
  bulkActions?: (rows: Row[], clear: () => void) => ReactNode
  /** The end of the line above the table. */
  tools?: ReactNode
}

/** The rows loaded so far. */
export const rowsOf = <Row>(pages: Pick<TablePages<Row>, 'data'>): Row[] =>
  pages.data?.pages.flatMap((page) => page.items) ?? []

/** How many rows match in all, where the list counts them. */
export const totalOf = (pages: Pick<TablePages<unknown>, 'data'>): number | undefined =>
  pages.data?.pages[0]?.total
