import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import { useTranslation } from 'react-i18next'
import { ScopedLink } from '../../../../components/scoped-link.tsx'
import type { Expense } from '../../../../contract/expenses.ts'
import type { ListState } from '../../../../ui/list-state.ts'
import type { Column } from '../../../../ui/table-columns.ts'

/** The head of a column; where the list can be sorted by it, the way to do so. */
export function Head({ column, list }: { column: Column<Expense>; list: ListState<object> }) {
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

/** What a column says of an expense; its name leads to its page. */
export function Cell({ column, row }: { column: Column<Expense>; row: Expense }) {
  if (!column.primary) return <td data-align={column.align}>{column.cell(row)}</td>
  return (
    <th scope="row">
      <ScopedLink to={`/grants/expenses/${row.id}`} tabIndex={-1}>
        {column.cell(row)}
      </ScopedLink>
    </th>
  )
}
