import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import type { ImportRow } from '../../../contract/import-row.ts'
import { useFormat } from '../../../i18n/format.ts'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import classes from '../import.module.css'
import { RowTable } from '../row-table.tsx'
import { verdictTones } from '../tones.ts'
import { nameOf, personName, useRefusal } from './words.ts'

export interface Pages {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  isPending: boolean
  fetchNextPage: () => unknown
}

type Decide = (position: number, decision: ImportRow['decision']) => void

const rowHeight = 40
const decisions = ['create', 'update', 'skip'] as const
const columns = ['row', 'name', 'person', 'match', 'what'] as const

/** One line a row: what it says, what it may be, what becomes of it or what came of it. */
export function ReviewGrid({
  rows,
  pages,
  open,
  onOpen,
  onDecide,
}: {
  rows: readonly ImportRow[]
  pages: Pages
  open: number | null
  onOpen: (position: number) => void
  /** Null where nothing can be decided. */
  onDecide: Decide | null
}) {
  const { t } = useTranslation('imports')
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages
  const fetchBehind = useCallback(
    (last: number) => {
      if (last >= rows.length - 50 && hasNextPage && !isFetchingNextPage) void fetchNextPage()
    },
    [rows.length, hasNextPage, isFetchingNextPage, fetchNextPage],
  )
  if (rows.length === 0 && !pages.isPending) return <p className={classes.hint}>{t('review.nobody')}</p>
  const line = (index: number) => {
    const row = rows[index]
    if (!row) return null
    return (
      <tr key={row.id} aria-rowindex={index + 2} data-open={row.position === open || undefined}>
        <td className="figures">{row.line}</td>
        <th scope="row">
          <button
            type="button"
            aria-label={t('review.compare', { name: nameOf(row) })}
            className={classes.link}
            onClick={() => onOpen(row.position)}
          >
            {nameOf(row)}
          </button>
        </th>
        <td>
          <Person row={row} />
        </td>
        <td>
          <Match row={row} />
        </td>
        <td>
          <What row={row} onDecide={onDecide} />
        </td>
      </tr>
    )
  }
  return (
    <RowTable
      label={t('review.rows')}
      head={columns.map((key) => ({ key, text: t(`review.${key}`) }))}
      busy={pages.isPending}
      count={rows.length}
      rowHeight={rowHeight}
      row={line}
      onLast={fetchBehind}
    />
  )
}

/** Whom the row names beside its body, and what came of them. */
function Person({ row: { draft, person } }: { row: ImportRow }) {
  const { t } = useTranslation('imports')
  const name = draft.person && personName(draft.person)
  if (!name || !person) return name
  const text = t('review.personCame', { name, outcome: t(`personOutcome.${person.outcome}`) })
  return <ScopedLink to={`/people/${person.recordId}`}>{text}</ScopedLink>
}

function Match({ row }: { row: ImportRow }) {
  const { t } = useTranslation('imports')
  const [best] = row.matches
  return (
    <>
      <StatusBadge tone={verdictTones[row.verdict]}>{t(`verdict.${row.verdict}`)}</StatusBadge>{' '}
      {best && (
        <span>
          {best.name} <span className={classes.hint}>{t('review.score', { score: best.score })}</span>
        </span>
      )}
    </>
  )
}

function What({ row, onDecide }: { row: ImportRow; onDecide: Decide | null }) {
  const { t } = useTranslation('imports')
  const f = useFormat()
  const refusal = useRefusal()
  if (row.outcome)
    return (
      <span>
        {row.recordId ? (
          <ScopedLink to={`/${row.draft.organisation ? 'organisations' : 'people'}/${row.recordId}`}>
            {t(`outcome.${row.outcome}`)}
          </ScopedLink>
        ) : (
          t(`outcome.${row.outcome}`)
        )}
        {row.refusal && f.colon + refusal(row.refusal)}
      </span>
    )
  return (
    <select
      aria-label={t('review.whatOf', { name: nameOf(row) })}
      value={row.decision ?? ''}
      disabled={!onDecide}
      onChange={(event) => onDecide?.(row.position, (event.target.value || null) as ImportRow['decision'])}
    >
      <option value="">{t('decision.undecided')}</option>
      {decisions.map((decision) => (
        <option key={decision} value={decision} disabled={decision === 'update' && row.matches.length === 0}>
          {t(`decision.${decision}`)}
        </option>
      ))}
    </select>
  )
}
