import { ActionIcon } from '@mantine/core'
import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import Copy from 'lucide-react/icons/copy'
import Pencil from 'lucide-react/icons/pencil'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Expense } from '../../../../contract/expenses.ts'
import type { Grant } from '../../../../contract/grants.ts'
import { newId } from '../../../../data/new-id.ts'
import { rowsBefore } from '../../../../data/windows.ts'
import { HeaderCell } from '../../../../ui/header-cell.tsx'
import type { ListState } from '../../../../ui/list-state.ts'
import { useRowKeys } from '../../../../ui/row-keys.ts'
import type { Column } from '../../../../ui/table-columns.ts'
import { rowsOf, type TablePages, totalOf } from '../../../../ui/table-pages.ts'
import { MoreRows, useNextPage } from '../../../../ui/table-parts.tsx'
import { AbsentRows } from '../../../../ui/virtual-rows.tsx'
import { entryOf } from '../sheet/entry.ts'
import type { Sheet } from '../sheet/use-sheet.ts'
import type { Suppliers } from '../sheet/use-suppliers.ts'
import type { Known } from '../use-known.ts'
import { Cell } from './cells.tsx'
import { ChangedRow } from './changed-row.tsx'
import classes from './grid.module.css'
import { NewRows } from './new-rows.tsx'
import { NothingFound } from './nothing-found.tsx'

const rowHeight = 36
const actionsWidth = 64

/** Pages of which only some are held. */
export type GridPages = TablePages<Expense> &
  Pick<UseInfiniteQueryResult, 'hasPreviousPage' | 'isFetchingPreviousPage' | 'fetchPreviousPage'>

interface Props {
  grant: Grant
  columns: Column<Expense>[]
  pages: GridPages
  list: ListState<object>
  sheet: Sheet
  suppliers: Suppliers
  known: Known
  /** Why nothing can be entered or changed; null where it can. */
  fixed: string | null
}

/**
 * The expenses as a sheet: above, rows to type or paste into; below, those entered, of which only those in view are in
 * the page. Enter edits a row where it stands.
 */
export function ExpenseGrid({ grant, columns, pages, list, sheet, suppliers, known, fixed }: Props) {
  const { t } = useTranslation('expenses')
  const box = useRef<HTMLDivElement>(null)
  const held = rowsOf(pages)
  const offset = rowsBefore(pages.data)
  const count = offset + held.length
  const rowAt = (index: number) => held[index - offset]
  const [changing, setChanging] = useState<string | null>(null)
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 16,
  })
  const items = virtual.getVirtualItems().filter(({ index }) => index >= offset)
  useNextPage(pages, items.at(-1)?.index ?? 0, count)
  usePreviousPage(pages, virtual.getVirtualItems()[0]?.index ?? 0, offset)
  const repeat = (row: Expense) => sheet.repeat(entryOf(row, grant.id, newId()))
  const keys = useRowKeys({
    count,
    open: (index) => !fixed && setChanging(rowAt(index)?.id ?? null),
    reveal: (index) => virtual.scrollToIndex(index),
  })
  useWantedFocus(box, sheet)
  const width = columns.reduce((sum, column) => sum + (column.width ?? 120), actionsWidth)
  const before = items[0]?.start ?? 0
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  const leave = (index: number) => {
    setChanging(null)
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-row="${index}"]`)?.focus())
  }
  return (
    <div ref={box} className={classes.box} data-old={pages.isPlaceholderData || undefined}>
      <table
        className={classes.table}
        aria-label={t('grid.label', { title: grant.title })}
        aria-rowcount={(totalOf(pages) ?? count) + 1}
        aria-busy={pages.isPending || pages.isPlaceholderData}
        style={{ minWidth: width }}
      >
        <colgroup>
          {columns.map((column) => (
            <col key={column.id} style={{ width: column.width }} />
          ))}
          <col style={{ width: actionsWidth }} />
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} list={list} />
            ))}
            <th scope="col">
              <span className="visually-hidden">{t('column.actions')}</span>
            </th>
          </tr>
        </thead>
        {!fixed && <NewRows grant={grant} sheet={sheet} suppliers={suppliers} known={known} />}
        <tbody
          onKeyDown={(event) => {
            const row = rowAt(keys.active)
            const onRow = (event.target as HTMLElement).dataset.row !== undefined
            if (event.key.toLowerCase() === 'd' && onRow && row && !fixed && !event.altKey) {
              event.preventDefault()
              repeat(row)
            } else keys.onKeyDown(event)
          }}
        >
          <AbsentRows height={before} />
          {items.map(({ index }) => {
            const row = rowAt(index)
            if (!row) return null
            if (row.id === changing)
              return (
                <ChangedRow
                  key={row.id}
                  expense={row}
                  grant={grant}
                  known={known}
                  suppliers={suppliers}
                  onRepeat={() => repeat(row)}
                  onLeave={() => leave(index)}
                />
              )
            return (
              <tr
                key={row.id}
                data-row={index}
                tabIndex={index === keys.active ? 0 : -1}
                aria-rowindex={index + 2}
                onFocus={() => keys.setActive(index)}
                onDoubleClick={() => !fixed && setChanging(row.id)}
              >
                {columns.map((column) => (
                  <Cell key={column.id} column={column} row={row} />
                ))}
                <td className={classes.actions}>
                  {!fixed && (
                    <>
                      <ActionIcon
                        size={26}
                        tabIndex={-1}
                        aria-label={t('grid.edit', { name: row.title })}
                        onClick={() => setChanging(row.id)}
                      >
                        <Pencil size={14} aria-hidden />
                      </ActionIcon>
                      <ActionIcon
                        size={26}
                        tabIndex={-1}
                        aria-label={t('grid.duplicate', { name: row.title })}
                        onClick={() => repeat(row)}
                      >
                        <Copy size={14} aria-hidden />
                      </ActionIcon>
                    </>
                  )}
                </td>
              </tr>
            )
          })}
          <AbsentRows height={after} />
        </tbody>
      </table>
      <div className={classes.more}>
        <MoreRows pages={pages} />
        {!pages.isPending && held.length === 0 && <NothingFound list={list} />}
      </div>
    </div>
  )
}

/** Asks again for what was let go, as one scrolls back to it. */
function usePreviousPage(pages: GridPages, firstSeen: number, offset: number): void {
  const { hasPreviousPage, isFetchingPreviousPage, fetchPreviousPage } = pages
  const near = offset > 0 && firstSeen < offset + 15
  useEffect(() => {
    if (near && hasPreviousPage && !isFetchingPreviousPage) void fetchPreviousPage()
  }, [near, hasPreviousPage, isFetchingPreviousPage, fetchPreviousPage])
}

/** Brings the focus to the row that was asked for, once it is there. */
function useWantedFocus(box: React.RefObject<HTMLDivElement | null>, { wanted }: Sheet): void {
  // Before the next key comes: it is meant for that row.
  useLayoutEffect(() => {
    if (!wanted.current) return
    const field = box.current?.querySelector<HTMLElement>(`[data-entry="${wanted.current}"] [data-cell]`)
    if (!field) return
    wanted.current = null
    field.focus()
  })
}
