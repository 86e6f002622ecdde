import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CellProblem } from '../../../domain/import/draft.ts'
import type { ImportField } from '../../../domain/import/fields.ts'
import { RowTable } from '../row-table.tsx'
import { sentenceOf } from './left-out.ts'
import type { CheckedRow } from './use-checked.ts'

const rowHeight = 34

/** The rows as they will be taken; a click on a cell corrects it. */
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
  const columns = mapping.flatMap((field, column) => (field ? [{ field, column }] : []))
  const row = (index: number) => {
    const checked = rows[index]
    if (!checked) return null
    const whole = checked.problems.find(({ column }) => column === null)
    return (
      <tr key={checked.index} aria-rowindex={index + 2}>
        <th
          scope="row"
          className="figures"
          data-severity={whole?.severity}
          title={whole && sentenceOf(whole, t)}
        >
          {checked.line}
        </th>
        {columns.map(({ field, column }) => (
          <GridCell
            key={column}
            label={t('check.edit', { field: t(`field.${field}`), row: checked.line })}
            text={checked.cells[column] ?? ''}
            problem={worst(checked.problems, column)}
            onEdit={(text) => onEdit(checked.index, column, text)}
          />
        ))}
      </tr>
    )
  }
  return (
    <RowTable
      label={t('check.rows')}
      head={[
        { key: 'row', text: t('check.row') },
        ...columns.map(({ field, column }) => ({ key: column, text: t(`field.${field}`) })),
      ]}
      count={rows.length}
      rowHeight={rowHeight}
      row={row}
    />
  )
}

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
  const says = problem && sentenceOf(problem, t)
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
