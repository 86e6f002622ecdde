import { ScopedLink } from '../../../../components/scoped-link.tsx'
import type { Expense } from '../../../../contract/expenses.ts'
import type { Column } from '../../../../ui/table-columns.ts'

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
