import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CellProblem } from '../../../domain/import/draft.ts'
import type { ImportField } from '../../../domain/import/fields.ts'
import classes from '../import.module.css'
import type { CheckedRow } from './use-checked.ts'

const rowHeight = 34
/** Room for a scroll bar below. */
const slack = 18

/** The rows as they will be taken; a click on a cell corrects it. Only those in view are in the page. */
export function CheckGrid({
  rows,
  mapping,
  onEdit,
}: {
  rows: readonly CheckedRow[]
  mapping: readonly (ImportField | null)[]
  onEdit: (row: number, column: number, text: string) => void
}) {
  const { t } = useTranslation('imports')
  const box = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  })
  const items = virtual.getVirtualItems()
  const columns = mapping.flatMap((field, column) => (field ? [{ field, column }] : []))
  const before = items[0]?.start ?? 0
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <section
      ref={box}
      className={classes.grid}
      aria-label={t('check.rows')}
      style={{ height: (rows.length + 1) * rowHeight + slack }}
    >
      <table className={classes.table} aria-label={t('check.rows')} aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            <th scope="col">{t('check.row')}</th>
            {columns.map(({ field, column }) => (
              <th key={column} scope="col">
                {t(`field.${field}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Space height={before} />}
          {items.map(({ index }) => {
            const row = rows[index]
            if (!row) return null
            const whole = row.problems.find(({ column }) => column === null)
            return (
              <tr key={row.index} aria-rowindex={index + 2}>
                <th scope="row" className="figures" data-severity={whole?.severity} title={useless(whole, t)}>
                  {row.line}
                </th>
                {columns.map(({ field, column }) => (
                  <GridCell
                    key={column}
                    label={t('check.edit', { field: t(`field.${field}`), row: row.line })}
                    text={row.cells[column] ?? ''}
                    problem={worst(row.problems, column)}
                    onEdit={(text) => onEdit(row.index, column, text)}
                  />
                ))}
              </tr>
            )
          })}
          {after > 0 && <Space height={after} />}
        </tbody>
      </table>
    </section>
  )
}

type T = ReturnType<typeof useTranslation<'imports'>>['t']

const useless = (problem: CellProblem | undefined, t: T) =>
  problem &&
  t(`problem.${problem.code}` as 'problem.nothing', { ...problem.params, defaultValue: problem.code })

const worst = (problems: readonly CellProblem[], column: number): CellProblem | undefined => {
  const here = problems.filter((problem) => problem.column === column)
  return (['error', 'warning', 'repair'] as const).flatMap((severity) =>
    here.filter((problem) => problem.severity === severity),
  )[0]
}

function GridCell({
  label,
  text,
  problem,
  onEdit,
}: {
  label: string
  text: string
  problem: CellProblem | undefined
  onEdit: (text: string) => void
}) {
  const { t } = useTranslation('imports')
  const [typed, setTyped] = useState<string | null>(null)
  const says = useless(problem, t)
  const shown = problem?.severity === 'repair' ? (problem.params?.to ?? text) : text
  if (typed === null)
    return (
      <td data-severity={problem?.severity} title={says}>
        <button
          type="button"
          aria-label={[label, shown, says].filter(Boolean).join(': ')}
          onClick={() => setTyped(shown)}
        >
          {shown}
        </button>
        {says && problem?.severity !== 'repair' && <small>{says}</small>}
      </td>
    )
  const keep = () => {
    setTyped(null)
    if (typed !== shown) onEdit(typed)
  }
  return (
    <td data-severity={problem?.severity}>
      <input
        // biome-ignore lint/a11y/noAutofocus: what was clicked to be typed in
        autoFocus
        aria-label={label}
        aria-invalid={problem?.severity === 'error'}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep()
          if (event.key === 'Escape') setTyped(null)
        }}
      />
    </td>
  )
}

/** Stands for the rows that are not in the page. */
function Space({ height }: { height: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row without tabIndex takes no focus
    <tr aria-hidden="true">
      <td style={{ height, padding: 0, border: 0 }} />
    </tr>
  )
}
