import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import classes from './data-table.module.css'
import { useRowKeys } from './row-keys.ts'
import { type BodyProps, isForRow, MoreRows, toggled, useNextPage } from './table-parts.tsx'

/** The rows as cards, one under the other, scrolling with the page: how a phone shows a list. */
export function TableCards<Row extends { id: string }>(props: BodyProps<Row>) {
  const { columns, rows, pages, href, rowTitle, selected, onSelect, bulkActions, label } = props
  const { t } = useTranslation('ui')
  const navigate = useNavigate()
  const box = useRef<HTMLUListElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => setTop(box.current?.offsetTop ?? 0), [])
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => 116,
    overscan: 6,
    scrollMargin: top,
    getItemKey: (index) => rows[index]?.id ?? index,
  })
  const items = virtual.getVirtualItems()
  useNextPage(pages, items.at(-1)?.index ?? 0, rows.length)
  const keys = useRowKeys({
    count: rows.length,
    open: (index) => rows[index] && void navigate(href(rows[index])),
    reveal: (index) => virtual.scrollToIndex(index),
  })
  const primary = columns.find((column) => column.primary)
  if (pages.isPending)
    return (
      <div className={classes.cards} role="status" aria-label={t('table.loading')}>
        {[0, 1, 2, 3, 4].map((index) => (
          <div key={index} className={classes.card}>
            <span className={classes.bone} />
          </div>
        ))}
      </div>
    )
  return (
    <>
      <ul
        ref={box}
        className={classes.cards}
        aria-label={label}
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={keys.onKeyDown}
      >
        {items.map(({ index, start }) => {
          const row = rows[index]
          if (!row) return null
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the link in it takes the keys
            <li
              key={row.id}
              ref={virtual.measureElement}
              data-index={index}
              className={classes.card}
              style={{ transform: `translateY(${start - top}px)` }}
              aria-posinset={index + 1}
              aria-setsize={rows.length}
              onClick={(event) => isForRow(event) && void navigate(href(row))}
            >
              <div className={classes.cardTitle}>
                {bulkActions && (
                  <input
                    type="checkbox"
                    aria-label={t('table.select', { name: rowTitle(row) })}
                    checked={selected.has(row.id)}
                    onChange={() => onSelect(toggled(selected, row.id))}
                  />
                )}
                <Link to={href(row)} data-row={index} onFocus={() => keys.setActive(index)}>
                  {primary?.cell(row) ?? rowTitle(row)}
                </Link>
              </div>
              <dl>
                {columns
                  .filter((column) => !column.primary)
                  .map((column) => ({ column, content: column.cell(row) }))
                  .filter(
                    ({ content }) =>
                      content !== undefined && content !== null && content !== '' && content !== false,
                  )
                  .map(({ column, content }) => (
                    <div key={column.id}>
                      <dt>{column.header}</dt>
                      <dd>{content}</dd>
                    </div>
                  ))}
              </dl>
            </li>
          )
        })}
      </ul>
      <div className={classes.more}>
        <MoreRows pages={pages} />
      </div>
    </>
  )
}
