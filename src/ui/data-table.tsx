import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ColumnMenu } from './column-menu.tsx'
import classes from './data-table.module.css'
import { EmptyState } from './empty-state.tsx'
import { TableCards } from './table-cards.tsx'
import { useColumnChoice } from './table-columns.ts'
import { TableGrid } from './table-grid.tsx'
import { rowsOf, type TablePages, type TableProps, type TableRow, totalOf } from './table-pages.ts'

/** More than these are not chosen in one press; what is done to many is bounded, too. */
const mostSelected = 500

/** A list of any length: a table on a wide screen, cards on a phone; more rows come as one scrolls. */
export function DataTable<Row extends TableRow>(props: TableProps<Row>) {
  const { pages, list, columns, name } = props
  const { t } = useTranslation(['ui', 'common'])
  const phone = useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false })
  const { shown, choose } = useColumnChoice(name, columns)
  const rows = useMemo(() => rowsOf(pages), [pages])
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const chosen = rows.filter(({ id }) => selected.has(id))
  const [taking, setTaking] = useState(false)
  const clear = () => {
    setTaking(false)
    setSelected(new Set())
  }
  const matching = Math.min(totalOf(pages) ?? rows.length, mostSelected)
  useTakeAll(pages, rows, taking, matching, () => {
    setTaking(false)
    setSelected(new Set(rows.slice(0, matching).map(({ id }) => id)))
  })

  if (pages.isError && rows.length === 0)
    return (
      <EmptyState
        title={t('table.failed')}
        action={<Button onClick={() => void pages.refetch()}>{t('common:retry')}</Button>}
      />
    )
  if (!pages.isPending && rows.length === 0)
    return list.narrowings > 0 ? (
      <EmptyState
        title={t('table.nothing')}
        action={<Button onClick={list.clear}>{t('table.clearFilters')}</Button>}
      >
        {t('table.nothingHint')} {t('table.outsideScope')}
      </EmptyState>
    ) : (
      props.empty
    )

  const shared = { ...props, columns: shown, rows, selected, onSelect: setSelected }
  return (
    <div className={classes.list}>
      {props.tools && <div className={classes.tools}>{props.tools}</div>}
      {phone ? (
        <TableCards {...shared} />
      ) : (
        <>
          <div className={classes.columns}>
            <ColumnMenu columns={columns} shown={shown} onChoose={choose} />
          </div>
          <TableGrid {...shared} />
        </>
      )}
      {chosen.length > 0 && props.bulkActions && (
        <div className={classes.bulk} role="toolbar" aria-label={t('table.bulk')}>
          <span role="status">{t('table.selected', { count: chosen.length })}</span>
          {matching > chosen.length && chosen.length === rows.length && (
            <Button variant="subtle" size="compact-sm" loading={taking} onClick={() => setTaking(true)}>
              {t('table.selectMatching', { count: matching })}
            </Button>
          )}
          {props.bulkActions(chosen, clear)}
          <Button variant="subtle" size="compact-sm" onClick={clear}>
            {t('table.clearSelection')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** Loads the pages of all that match, as many as are chosen at most, and then says that they are there. */
function useTakeAll<Row>(
  pages: TablePages<Row>,
  rows: readonly Row[],
  taking: boolean,
  matching: number,
  onAll: () => void,
): void {
  const done = useRef(onAll)
  done.current = onAll
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = pages
  const more = rows.length < matching && hasNextPage && !isFetchNextPageError
  useEffect(() => {
    if (!taking || isFetchingNextPage) return
    if (more) void fetchNextPage()
    else done.current()
  }, [taking, more, isFetchingNextPage, fetchNextPage])
}
