import { useMediaQuery } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../../components/may-write.ts'
import { useReason } from '../../../components/problem-sentence.ts'
import { useScope, useScopedHref } from '../../../components/scope.ts'
import { type Expense, expenseList } from '../../../contract/expenses.ts'
import type { Grant } from '../../../contract/grants.ts'
import { expenses } from '../../../data/expenses.ts'
import { firstPageOf } from '../../../data/windows.ts'
import { useFormat } from '../../../i18n/format.ts'
import { ColumnMenu } from '../../../ui/column-menu.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { useColumnChoice } from '../../../ui/table-columns.ts'
import { totalOf } from '../../../ui/table-pages.ts'
import { useTabGrant } from '../use-grant.ts'
import { useExpenseColumns, useLinkColumns } from './columns.tsx'
import classes from './grid/grid.module.css'
import { ExpenseGrid } from './grid/grid.tsx'
import type { LinkCell } from './sheet/entry.ts'
import { useSheet } from './sheet/use-sheet.ts'
import { useSuppliers } from './sheet/use-suppliers.ts'
import { ExpenseToolbar } from './toolbar.tsx'
import { type Known, useKnown } from './use-known.ts'

/** So many rows at a time: a screen and what one scrolls in a moment. */
const pageSize = 100

/** The grant's expenses: entered, filtered and corrected in a grid; on a phone as cards. */
export function Component() {
  const { t } = useTranslation('expenses')
  const grant = useTabGrant()
  const list = useListState(expenseList)
  const href = useScopedHref()
  const known = useKnown(grant)
  const columns = useExpenseColumns(grant, known)
  const linkColumns = useLinkColumns()
  const chosen = useColumnChoice('expense-links', linkColumns)
  const phone = useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false })
  const asked = { ...list.query, grant: grant.id, limit: pageSize }
  const pages = useInfiniteQuery({ ...expenses.list(asked), placeholderData: keepPreviousData })
  return (
    <div className={classes.tab}>
      <ExpenseToolbar
        list={list}
        total={totalOf(pages)}
        grant={grant}
        known={known}
        columns={!phone && <ColumnMenu columns={linkColumns} shown={chosen.shown} onChoose={chosen.choose} />}
      />
      {phone ? (
        <DataTable
          name="expenses"
          label={t('title')}
          columns={[...columns, ...linkColumns]}
          pages={pages}
          list={list}
          href={(row) => href(`/grants/expenses/${row.id}`)}
          rowTitle={(row) => row.title}
          empty={<EmptyState title={t('empty.title')} />}
        />
      ) : (
        <Grid
          grant={grant}
          known={{ ...known, links: chosen.shown.map(({ id }) => id as LinkCell) }}
          columns={[...columns.slice(0, -1), ...chosen.shown, ...columns.slice(-1)]}
          pages={pages}
          list={list}
        />
      )}
      <Foot sum={firstPageOf(pages.data)?.sums[0]?.amount} phone={phone ?? false} />
    </div>
  )
}

type GridProps = Parameters<typeof ExpenseGrid>[0]

function Grid(props: Pick<GridProps, 'columns' | 'pages' | 'list'> & { grant: Grant; known: Known }) {
  const { grant, known } = props
  const { day } = useScope()
  const noWriting = useNoWriting('expenses.write')
  const reason = useReason()
  const suppliers = useSuppliers()
  const sheet = useSheet(grant, day, known, suppliers.seen)
  const fixed = noWriting ?? reason(grant.deletedAt ? { code: 'record_in_bin' } : null)
  return <ExpenseGrid {...props} sheet={sheet} suppliers={suppliers} fixed={fixed} />
}

/** What all that match come to, and the keys. */
function Foot({ sum, phone }: { sum: Expense['amount'] | undefined; phone: boolean }) {
  const { t } = useTranslation('expenses')
  const f = useFormat()
  return (
    <div className={classes.foot}>
      {!phone && (
        <span>
          {t('grid.hint')} {t('grid.editHint')}
        </span>
      )}
      <strong role="status">{sum && t('together', { amount: f.money(sum) })}</strong>
    </div>
  )
}
