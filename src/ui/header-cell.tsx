import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import { useTranslation } from 'react-i18next'
import type { ListState } from './list-state.ts'
import type { Column } from './table-columns.ts'

/** The head of a column; where the list can be sorted by it, the way to do so. */
export function HeaderCell<Row>({ column, list }: { column: Column<Row>; list: ListState<object> }) {
  const { t } = useTranslation('ui')
  const { sortKey, align, header } = column
  const up = sortKey !== undefined && list.sort === sortKey
  const down = sortKey !== undefined && list.sort === `-${sortKey}`
  const Arrow = down ? ArrowDown : ArrowUp
  return (
    <th scope="col" data-align={align} aria-sort={up ? 'ascending' : down ? 'descending' : undefined}>
      {sortKey ? (
        <button
          type="button"
          title={t('table.sortBy', { column: header })}
          onClick={() => list.set({ sort: up ? `-${sortKey}` : down ? null : sortKey })}
        >
          {header}
          {(up || down) && <Arrow size={14} aria-hidden />}
        </button>
      ) : (
        header
      )}
    </th>
  )
}
