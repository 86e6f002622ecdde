import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { BulkEdit } from '../../../components/bulk/bulk-edit.tsx'
import { useNoWriting } from '../../../components/may-write.ts'
import { SampleTag } from '../../../components/sample-tag.tsx'
import { SavedViews } from '../../../components/saved-views/saved-views.tsx'
import { useScopedHref } from '../../../components/scope.ts'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import { amounts } from '../../../components/view/amounts.ts'
import { type Expense, expenseList } from '../../../contract/expenses.ts'
import { expenses } from '../../../data/expenses.ts'
import { firstPageOf } from '../../../data/windows.ts'
import { expenseStates, reckoningDay } from '../../../domain/expense.ts'
import { useFormat } from '../../../i18n/format.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateRangeChip } from '../../../ui/date-range-chip.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { ListToolbar } from '../../../ui/list-toolbar.tsx'
import { Page } from '../../../ui/page.tsx'
import type { Column } from '../../../ui/table-columns.ts'
import { totalOf } from '../../../ui/table-pages.ts'
import { ExpenseStateBadge } from '../expenses/state-badge.tsx'
import { useClusters } from '../expenses/use-known.ts'
import { lineField } from './line-part.tsx'

/** The expenses of all grants and of none, as the scope narrows them: what the figures of clusters and markets count. */
export function Component() {
  const { t } = useTranslation(['views', 'expenses', 'grants'])
  const f = useFormat()
  const list = useListState(expenseList)
  const href = useScopedHref()
  const noWriting = useNoWriting()
  const clusters = useClusters().map(({ id, name }) => ({ value: id, label: name }))
  const pages = useInfiniteQuery({ ...expenses.list(list.query), placeholderData: keepPreviousData })
  const costs = firstPageOf(pages.data)?.costs ?? []
  return (
    <Page
      title={t('expenses.title')}
      subtitle={costs.length > 0 && t('expenses.together', { amounts: amounts(f, costs) })}
      eyebrow={<ScopedLink to="/grants">{t('grants:title')}</ScopedLink>}
      fill
    >
      <ListToolbar
        list={list}
        lead={<SavedViews list="expenses" schema={expenseList} table="all-expenses" />}
        label={t('expenses:title')}
        total={totalOf(pages)}
        filters={[
          {
            key: 'state',
            label: t('expenses:filter.state'),
            multiple: true,
            options: expenseStates.map((value) => ({ value, label: t(`expenses:state.${value}`) })),
          },
          { key: 'payer', label: t('expenses.paidBy'), options: clusters },
          { key: 'beneficiary', label: t('expenses.for'), options: clusters },
        ]}
        more={<DateRangeChip list={list} label={t('expenses:filter.days')} />}
      />
      <DataTable
        name="all-expenses"
        label={t('expenses:title')}
        columns={useColumns()}
        pages={pages}
        list={list}
        href={({ id }) => href(`/grants/expenses/${id}`)}
        rowTitle={({ title }) => title}
        bulkActions={
          noWriting
            ? undefined
            : (rows, clear) => (
                <BulkEdit
                  noun="expenses"
                  rows={rows}
                  more={[lineField(t('expenses:column.line'))]}
                  onDone={clear}
                />
              )
        }
        empty={<EmptyState title={t('expenses.empty')} />}
      />
    </Page>
  )
}

function useColumns(): Column<Expense>[] {
  const { t } = useTranslation(['views', 'expenses'])
  const f = useFormat()
  return useMemo(
    () => [
      {
        id: 'title',
        header: t('expenses:column.title'),
        sortKey: 'title',
        primary: true,
        width: 240,
        cell: ({ title, sample }) => (
          <>
            {title} {sample && <SampleTag />}
          </>
        ),
      },
      {
        id: 'day',
        header: t('expenses:column.day'),
        sortKey: 'date',
        width: 120,
        cell: (row) => {
          const day = reckoningDay(row)
          return day && f.date(day)
        },
      },
      {
        id: 'state',
        header: t('expenses:column.state'),
        width: 116,
        cell: ({ state }) => state && <ExpenseStateBadge state={state} />,
      },
      {
        id: 'amount',
        header: t('expenses:column.amount'),
        sortKey: 'amount',
        align: 'end',
        width: 124,
        cell: ({ amount }) => f.money(amount),
      },
      {
        id: 'cost',
        header: t('expenses.cost'),
        align: 'end',
        width: 124,
        cell: ({ eligible, amount }) => f.money({ minor: eligible, currency: amount.currency }),
      },
      { id: 'payer', header: t('expenses.paidBy'), width: 150, cell: ({ payer }) => payer?.name },
      {
        id: 'beneficiary',
        header: t('expenses.for'),
        width: 150,
        cell: ({ beneficiary }) => beneficiary?.name,
      },
      { id: 'mission', header: t('expenses.mission'), width: 160, cell: ({ mission }) => mission?.name },
      {
        id: 'grants',
        header: t('expenses.grants'),
        width: 180,
        cell: ({ shares }) => f.list(shares.map(({ grant }) => grant.name)) || null,
      },
    ],
    [t, f],
  )
}
