import { Button } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../../../components/may-write.ts'
import { useScopedHref } from '../../../../components/scope.ts'
import { useWrite } from '../../../../components/use-write.ts'
import { type Claim, type ClaimRow, listClaimRows } from '../../../../contract/claims.ts'
import type { Grant } from '../../../../contract/grants.ts'
import { claims } from '../../../../data/claims.ts'
import { rowDecisions } from '../../../../domain/claim.ts'
import { useFormat } from '../../../../i18n/format.ts'
import { DataTable } from '../../../../ui/data-table.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { FilterChip, type ListFilter } from '../../../../ui/filter-chip.tsx'
import { Hint } from '../../../../ui/hint.tsx'
import { useListState } from '../../../../ui/list-state.ts'
import { Section } from '../../../../ui/section.tsx'
import { StatusBadge } from '../../../../ui/status-badge.tsx'
import type { Column } from '../../../../ui/table-columns.ts'
import { useRateWords } from '../../expenses/rate-words.ts'
import { useCategoryName, usePercent } from '../../words.ts'
import classes from './claim.module.css'
import type { Decision } from './use-decision.ts'

interface Props {
  claim: Claim
  grant: Grant
  decision: Decision
}

/** The rows of a claim; each opens its expense with the receipt. Of a draft rows can be left out; the funder refuses some. */
export function ClaimRows({ claim, grant, decision }: Props) {
  const { t } = useTranslation('claims')
  const list = useListState(listClaimRows.query)
  const href = useScopedHref()
  const noWriting = useNoWriting('claims.write')
  const pages = useInfiniteQuery({
    ...claims.rows(claim.id, list.query),
    placeholderData: keepPreviousData,
  })
  const actions = useRowActions(claim, decision)
  const filters = useFilters(claim, grant)
  return (
    <Section title={t('rows.title')} count={claim.rowCount}>
      {decision.open && decision.isDirty && decision.rejected.length > 0 && (
        <p role="status">{t('toBe', { count: decision.rejected.length })}</p>
      )}
      <div className={classes.rows}>
        <div className={classes.filters}>
          {filters.map((filter) => (
            <FilterChip
              key={filter.key}
              filter={filter}
              chosen={list.values(filter.key)}
              onChange={(values) => list.set({ [filter.key]: values })}
            />
          ))}
        </div>
        <DataTable
          name="claim-rows"
          label={t('rows.title')}
          columns={useColumns(claim, grant)}
          pages={pages}
          list={list}
          href={(row) => href(`/grants/expenses/${row.expense.id}`)}
          rowTitle={(row) => row.expense.name}
          empty={<EmptyState title={t('rows.empty')} />}
          bulkActions={noWriting ? undefined : actions}
        />
      </div>
    </Section>
  )
}

/** By category and paying cluster; once the funder decided, by that. */
function useFilters(claim: Claim, grant: Grant): ListFilter[] {
  const { t } = useTranslation('claims')
  const nameOf = useCategoryName(grant.rules)
  const decided = claim.state === 'decided' || claim.state === 'paid'
  const decision = {
    key: 'decision',
    label: t('rows.filter.decision'),
    options: rowDecisions.map((value) => ({ value, label: t(`rows.${value}`) })),
  }
  return [
    {
      key: 'category',
      label: t('rows.filter.category'),
      options: claim.byCategory.flatMap(({ category }) =>
        category === null ? [] : { value: category, label: nameOf(category) },
      ),
    },
    {
      key: 'payer',
      label: t('rows.filter.payer'),
      options: claim.byCluster.flatMap(({ cluster }) =>
        cluster === null ? [] : { value: cluster.id, label: cluster.name },
      ),
    },
    ...(decided ? [decision] : []),
  ].filter(({ options }) => options.length > 0)
}

/** What can be done with selected rows: left out of a draft, or noted as refused. */
function useRowActions(claim: Claim, decision: Decision) {
  const { t } = useTranslation('claims')
  const leaving = useRef(0)
  const leave = useWrite(claims.update, {
    message: () => t('done.leftOut', { count: leaving.current }),
    failure: 'toast',
  })
  if (claim.state === 'draft')
    return (rows: ClaimRow[], clear: () => void) => (
      <Button
        size="compact-sm"
        loading={leave.isPending}
        onClick={() => {
          leaving.current = rows.length
          leave.mutate({
            params: { id: claim.id },
            body: { leaveOut: rows.map(({ id }) => id) },
            version: claim.version,
          })
          clear()
        }}
      >
        {t('rows.leaveOut')}
      </Button>
    )
  if (!decision.open) return undefined
  return (rows: ClaimRow[], clear: () => void) => (
    <Button
      size="compact-sm"
      onClick={() => {
        decision.refuse(rows)
        clear()
      }}
    >
      {t('rows.refuse')}
    </Button>
  )
}

function useColumns(claim: Claim, grant: Grant): Column<ClaimRow>[] {
  const { t } = useTranslation('claims')
  const f = useFormat()
  const percent = usePercent()
  const nameOf = useCategoryName(grant.rules)
  const { currency } = claim
  return [
    { id: 'day', header: t('rows.day'), width: 136, cell: ({ on }) => on && f.date(on) },
    {
      id: 'expense',
      header: t('rows.expense'),
      width: 210,
      primary: true,
      cell: ({ expense }) => expense.name,
    },
    { id: 'supplier', header: t('rows.supplier'), width: 124, cell: (row) => row.supplier },
    { id: 'payer', header: t('rows.payer'), width: 130, cell: ({ payer }) => payer?.name ?? null },
    {
      id: 'category',
      header: t('rows.category'),
      width: 112,
      cell: ({ category }) => category && nameOf(category),
    },
    {
      id: 'whole',
      header: t('rows.whole'),
      width: 112,
      align: 'end',
      cell: ({ whole }) => f.money(whole),
    },
    { id: 'share', header: t('rows.share'), width: 64, align: 'end', cell: ({ bp }) => percent(bp) },
    {
      id: 'amount',
      header: t('rows.amount'),
      width: 112,
      align: 'end',
      cell: (row) => <Amount row={row} currency={currency} />,
    },
    {
      id: 'receipt',
      header: t('rows.receipt'),
      width: 84,
      cell: ({ receipts, kind }) =>
        receipts > 0
          ? f.number(receipts)
          : kind === 'expense' && <span className={classes.missing}>{t('rows.noReceipt')}</span>,
    },
    {
      id: 'decision',
      header: t('rows.decision'),
      width: 152,
      cell: ({ kind, decision, reason }) => (
        <>
          {kind === 'adjustment' && <StatusBadge tone="preparation">{t('rows.adjustment')}</StatusBadge>}
          {decision && (
            <StatusBadge tone={decision === 'accepted' ? 'active' : 'overdue'}>
              {t(`rows.${decision}`)}
            </StatusBadge>
          )}{' '}
          {reason}
        </>
      ),
    },
  ]
}

/** The amount claimed, with its rate; of an adjustment with what was claimed before. */
function Amount({ row, currency }: { row: ClaimRow; currency: string }) {
  const { t } = useTranslation('claims')
  const f = useFormat()
  const words = useRateWords()
  const id = useId()
  const amount = f.money({ minor: row.amount, currency })
  const notes = [
    row.rate.policy !== 'same_currency' && words(row.rate, row.whole.currency, currency),
    row.claimedBefore !== null &&
      t('rows.before', { amount: f.money({ minor: row.claimedBefore, currency }) }),
  ].filter(Boolean)
  if (notes.length === 0) return amount
  return (
    <Hint text={notes.join('. ')} id={id}>
      <span aria-describedby={id}>{amount}</span>
    </Hint>
  )
}
