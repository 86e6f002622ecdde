import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useNavigate } from 'react-router'
import classes from './data-table.module.css'
import { HeaderCell } from './header-cell.tsx'
import { useRowKeys } from './row-keys.ts'
import type { Column } from './table-columns.ts'
import { totalOf } from './table-pages.ts'
import { type BodyProps, isForRow, MoreRows, toggled, useNextPage } from './table-parts.tsx'
import { AbsentRows } from './virtual-rows.tsx'

const rowHeight = 40
const defaultWidth = 140
/** Columns give a tenth of their width away before the table scrolls sideways. */
const give = 0.9
const skeletonRows = Array.from({ length: 12 }, (_, index) => index)
/** Where each list stood, by the entry of the browser's history: going back returns to the same rows. */
const offsets = new Map<string, number>()

/** The rows as a table: only those in view are in the page, the header stays, the rest scrolls under it. */
export function TableGrid<Row extends { id: string }>(props: BodyProps<Row>) {
  const { columns, rows, pages, list, href, rowTitle, selected, onSelect, bulkActions, label } = props
  const { t } = useTranslation('ui')
  const navigate = useNavigate()
  const { key } = useLocation()
  const box = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialOffset: () => offsets.get(key) ?? 0,
    onChange: (instance) => offsets.set(key, instance.scrollOffset ?? 0),
  })
  const items = virtual.getVirtualItems()
  useNextPage(pages, items.at(-1)?.index ?? 0, rows.length)
  const toggle = (row: Row | undefined) => row && onSelect(toggled(selected, row.id))
  const keys = useRowKeys({
    count: rows.length,
    open: (index) => rows[index] && void navigate(href(rows[index])),
    toggle: bulkActions && ((index) => toggle(rows[index])),
    reveal: (index) => virtual.scrollToIndex(index),
  })
  const all = rows.length > 0 && rows.every(({ id }) => selected.has(id))
  const width = columns.reduce((sum, column) => sum + (column.width ?? defaultWidth), bulkActions ? 40 : 0)
  const before = items[0]?.start ?? 0
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <div ref={box} className={classes.box} data-old={pages.isPlaceholderData || undefined}>
      <table
        className={classes.table}
        aria-label={label}
        aria-rowcount={(totalOf(pages) ?? rows.length) + 1}
        aria-busy={pages.isPending || pages.isPlaceholderData}
        style={{ minWidth: width * give }}
        onKeyDown={keys.onKeyDown}
      >
        <colgroup>
          {bulkActions && <col style={{ width: 40 }} />}
          {columns.map((column) => (
            <col key={column.id} style={{ width: column.width ?? defaultWidth }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {bulkActions && (
              <th scope="col">
                <input
                  type="checkbox"
                  aria-label={t('table.selectAll')}
                  checked={all}
                  onChange={() => onSelect(new Set(all ? [] : rows.map(({ id }) => id)))}
                />
              </th>
            )}
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} list={list} />
            ))}
          </tr>
        </thead>
        <tbody>
          {pages.isPending &&
            skeletonRows.map((row) => (
              <SkeletonRow key={row} cells={columns.length + (bulkActions ? 1 : 0)} />
            ))}
          <AbsentRows height={before} />
          {items.map(({ index }) => {
            const row = rows[index]
            if (!row) return null
            return (
              <tr
                key={row.id}
                data-row={index}
                tabIndex={index === keys.active ? 0 : -1}
                aria-rowindex={index + 2}
                data-selected={selected.has(row.id) || undefined}
                onFocus={() => keys.setActive(index)}
                onClick={(event) => isForRow(event) && void navigate(href(row))}
              >
                {bulkActions && (
                  <td>
                    <input
                      type="checkbox"
                      aria-label={t('table.select', { name: rowTitle(row) })}
                      checked={selected.has(row.id)}
                      onChange={() => toggle(row)}
                    />
                  </td>
                )}
                {columns.map((column) => (
                  <Cell key={column.id} column={column} row={row} href={href(row)} />
                ))}
              </tr>
            )
          })}
          <AbsentRows height={after} />
        </tbody>
      </table>
      <div className={classes.more}>
        <MoreRows pages={pages} />
      </div>
    </div>
  )
}

function Cell<Row>({ column, row, href }: { column: Column<Row>; row: Row; href: string }) {
  if (!column.primary) return <td data-align={column.align}>{column.cell(row)}</td>
  return (
    <th scope="row" className={classes.primary}>
      <Link to={href} tabIndex={-1}>
        {column.cell(row)}
      </Link>
    </th>
  )
}

function SkeletonRow({ cells }: { cells: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row without tabIndex takes no focus
    <tr aria-hidden="true">
      {Array.from({ length: cells }, (_, index) => (
        <td key={index}>
          <span className={classes.bone} />
        </td>
      ))}
    </tr>
  )
}
