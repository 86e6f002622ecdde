import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { SampleTag } from '../../../components/sample-tag.tsx'
import { WaitingMark } from '../../../components/waiting-mark.tsx'
import type { Expense } from '../../../contract/expenses.ts'
import type { Grant } from '../../../contract/grants.ts'
import { reckoningDay } from '../../../domain/expense.ts'
import { wholeShare } from '../../../domain/grant.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Dot } from '../../../ui/dot.tsx'
import { Hint } from '../../../ui/hint.tsx'
import type { Column } from '../../../ui/table-columns.ts'
import { usePercent } from '../words.ts'
import classes from './grid/grid.module.css'
import { useRateWords } from './rate-words.ts'
import { type LinkCell, linkCells } from './sheet/entry.ts'
import { ExpenseStateBadge } from './state-badge.tsx'
import type { Known } from './use-known.ts'

/** The grid's columns; those that a row is typed into stand in the order of its fields. */
export function useExpenseColumns(grant: Grant, known: Known): Column<Expense>[] {
  const { t } = useTranslation('expenses')
  const f = useFormat()
  const lineNames = new Map(known.lines.map(({ id, name }) => [id, name]))
  const shareOf = ({ shares }: Expense) => shares.find((share) => share.grant.id === grant.id)
  return [
    {
      id: 'day',
      header: t('column.day'),
      sortKey: 'date',
      width: 140,
      cell: (row) => {
        const day = reckoningDay(row)
        return day && f.date(day)
      },
    },
    {
      id: 'state',
      header: t('column.state'),
      width: 106,
      cell: (row) => row.state && <ExpenseStateBadge state={row.state} />,
    },
    {
      id: 'title',
      header: t('column.title'),
      sortKey: 'title',
      width: 150,
      primary: true,
      cell: (row) => (
        <span className={classes.named}>
          <span>{row.title}</span> {row.sample && <SampleTag />}
        </span>
      ),
    },
    {
      id: 'supplier',
      header: t('column.supplier'),
      sortKey: 'supplier',
      width: 98,
      cell: (row) => row.supplier?.name ?? row.supplierName,
    },
    { id: 'reference', header: t('column.reference'), width: 72, cell: (row) => row.reference },
    {
      id: 'amount',
      header: t('column.amount'),
      sortKey: 'amount',
      width: 116,
      align: 'end',
      cell: (row) => f.money(row.amount),
    },
    { id: 'currency', header: t('column.currency'), width: 58, cell: (row) => row.amount.currency },
    {
      id: 'converted',
      header: t('column.converted', { currency: grant.currency }),
      width: 108,
      align: 'end',
      cell: (row) => <Share expense={row} share={shareOf(row)} />,
    },
    {
      id: 'line',
      header: t('column.line'),
      width: 120,
      cell: (row) => {
        const id = shareOf(row)?.lineId
        return id ? (lineNames.get(id) ?? '…') : <span className={classes.quiet}>{t('noLine')}</span>
      },
    },
    {
      id: 'payer',
      header: t('column.payer'),
      width: 98,
      cell: ({ payer, payerColour }) =>
        payer && (
          <>
            {payerColour && <Dot colour={payerColour} />} {payer.name}
          </>
        ),
    },
    {
      id: 'receipt',
      header: t('column.receipt'),
      width: 80,
      cell: ({ id, receipts, gaps }) => (
        <>
          <WaitingMark id={id} />
          {receipts > 0
            ? t('receipts', { count: receipts })
            : gaps.includes('receipt') && <span className={classes.missing}>{t('noReceipt')}</span>}
        </>
      ),
    },
  ]
}

/** Columns that are shown where somebody wants them: what an expense is for and belongs to. */
export function useLinkColumns(): Column<Expense>[] {
  const { t } = useTranslation('expenses')
  const linked = { mission: 'mission', company: 'company', order: 'partOf' } as const
  return (Object.keys(linkCells) as LinkCell[]).map((id) => ({
    id,
    header: t(`column.${id}`),
    width: 180,
    hidden: true,
    cell: (row) => row[linked[id]]?.name,
  }))
}

/** What the grant bears of an expense, in its currency, and how that was reckoned. */
function Share({ expense, share }: { expense: Expense; share: Expense['shares'][number] | undefined }) {
  const { t } = useTranslation('expenses')
  const f = useFormat()
  const percent = usePercent()
  const words = useRateWords()
  const id = useId()
  if (!share) return null
  const amount = f.money(share.amount)
  const parts = [
    share.bp < wholeShare &&
      t('rate.share', {
        percent: percent(share.bp),
        amount: f.money({ minor: expense.eligible, currency: expense.amount.currency }),
      }),
    share.rate.policy !== 'same_currency' &&
      words(share.rate, expense.amount.currency, share.amount.currency),
  ].filter(Boolean)
  if (parts.length === 0) return amount
  return (
    <Hint text={parts.join('. ')} id={id}>
      <span className={classes.reckoned} aria-describedby={id}>
        {amount}
      </span>
    </Hint>
  )
}
