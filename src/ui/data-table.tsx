import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ColumnMenu } from './column-menu.tsx'
import classes from './data-table.module.css'
import { EmptyState } from './empty-state.tsx'
import { TableCards } from './table-cards.tsx'
import { useColumnChoice } from './table-columns.ts'
import { TableGrid } from './table-grid.tsx'
import { rowsOf, type TableProps, type TableRow } from './table-pages.ts'

/** A list of any length: a table on a wide screen, cards on a phone; more rows come as one scrolls. */
export function DataTable<Row extends TableRow>(props: TableProps<Row>) {
  const { pages, list, columns, name } = props
  const { t } = useTranslation(['ui', 'common'])
  const phone = useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false })
  const { shown, choose } = useColumnChoice(name, columns)
  const rows = useMemo(() => rowsOf(pages), [pages])
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const chosen = rows.filter(({ id }) => selected.has(id))
  const clear = () => setSelected(new Set())

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
          {props.bulkActions(chosen, clear)}
          <Button variant="subtle" size="compact-sm" onClick={clear}>
            {t('table.clearSelection')}
          </Button>
        </div>
      )}
    </div>
  )
}
