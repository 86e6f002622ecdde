import { Button, Checkbox, CloseButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblem } from '../../../../components/problem-sentence.ts'
import { ApiProblem } from '../../../../data/failures.ts'
import { useFormat } from '../../../../i18n/format.ts'
import { StatusBadge } from '../../../../ui/status-badge.tsx'
import { type Cell, cellAt, cells } from '../sheet/entry.ts'
import { Field, useWrongWords } from '../sheet/entry-row.tsx'
import sheet from '../sheet/sheet.module.css'
import { useSuppliers } from '../sheet/use-suppliers.ts'
import type { Known } from '../use-known.ts'
import type { Doubt } from './doubts.ts'
import classes from './import.module.css'
import type { ImportRow } from './read-rows.ts'
import type { Finding, Import } from './use-import.ts'

/** So many rows have their fields on the page at first. */
const step = 40

/** The rows with a field for each cell, those with something to put right first. */
export function CheckGrid({
  rows,
  first,
  known,
  importing,
}: {
  rows: readonly ImportRow[]
  first: ReadonlySet<string>
  known: Known
  importing: Import
}) {
  const { t } = useTranslation(['expense-import', 'expenses'])
  const suppliers = useSuppliers()
  const [shown, setShown] = useState(step)
  // The order stays while one types: a row that has been put right does not jump away.
  const [wasFirst] = useState(first)
  const ordered =
    rows.length > step
      ? [
          ...rows.filter(({ entry }) => wasFirst.has(entry.id)),
          ...rows.filter(({ entry }) => !wasFirst.has(entry.id)),
        ]
      : rows
  return (
    <div className={classes.scroll}>
      <table className={classes.grid} aria-label={t('check.label')}>
        <thead>
          <tr>
            <th scope="col">{t('check.number')}</th>
            {cells.map((cell) => (
              <th key={cell} scope="col" data-cell-head={cell}>
                {t(`expenses:column.${cell}`)}
              </th>
            ))}
            <th scope="col">{t('check.finding')}</th>
          </tr>
        </thead>
        <tbody>
          {ordered.slice(0, shown).map((row) => (
            <Row key={row.entry.id} row={row} known={known} importing={importing} suppliers={suppliers} />
          ))}
        </tbody>
      </table>
      {ordered.length > shown && (
        <Button variant="subtle" size="compact-sm" onClick={() => setShown(shown + step)}>
          {t('check.more', { count: ordered.length - shown })}
        </Button>
      )}
    </div>
  )
}

function Row({
  row: { entry, number, accepted },
  known,
  importing,
  suppliers,
}: {
  row: ImportRow
  known: Known
  importing: Import
  suppliers: ReturnType<typeof useSuppliers>
}) {
  const { t } = useTranslation('expense-import')
  const finding = importing.findings.get(entry.id)
  const complaint = useComplaints(entry, finding)
  const name = t('check.row', { number })
  const id = new Set([entry.id])
  const isNew =
    entry.supplier.trim() !== '' && !importing.suppliers.has(entry.supplier.trim().toLocaleLowerCase())
  const doubtful =
    finding && Object.keys(finding.doubts).length > 0 && Object.keys(finding.wrongs).length === 0
  return (
    <tr
      className={sheet.row}
      data-wrong={importing.isBlocked({ entry, number, accepted }) || undefined}
      aria-label={name}
    >
      <th scope="row">{number}</th>
      {cells.map((cell) => (
        <td key={cell} className={sheet.cell}>
          <Field
            entry={entry}
            name={name}
            known={known}
            suppliers={suppliers}
            cell={cell}
            complaint={
              accepted && !finding?.wrongs[cell] && !finding?.problem.length ? undefined : complaint(cell)
            }
            onSet={(patch) => importing.set(entry.id, patch)}
          />
          {cell === 'supplier' && isNew && <small className={classes.note}>{t('check.noRecord')}</small>}
        </td>
      ))}
      <td className={sheet.cell}>
        <span className={sheet.actions}>
          {finding?.already && <StatusBadge tone="closed">{t('check.isThere')}</StatusBadge>}
          {doubtful && (
            <Checkbox
              size="xs"
              label={t('check.accept')}
              aria-label={t('check.acceptNamed', { name })}
              checked={accepted}
              onChange={(event) => importing.accept(id, event.currentTarget.checked)}
            />
          )}
          <CloseButton size="sm" aria-label={t('check.drop', { name })} onClick={() => importing.drop(id)} />
        </span>
      </td>
    </tr>
  )
}

/** What there is to say of a cell: what is wrong, what the API has against it, what is doubtful. */
function useComplaints(
  entry: ImportRow['entry'],
  finding: Finding | undefined,
): (cell: Cell) => string | undefined {
  const { t } = useTranslation('expense-import')
  const f = useFormat()
  const words = useWrongWords()
  const problem = useProblem(
    finding?.problem.length
      ? new ApiProblem({
          type: 'about:blank',
          title: '',
          status: 422,
          code: 'invalid',
          errors: finding.problem.map((one) => ({ message: '', ...one })),
        })
      : null,
  )
  const doubtWords = (doubt: Doubt) =>
    t(`doubt.${doubt.code}`, {
      date: 'day' in doubt ? f.date(doubt.day) : '',
      row: 'row' in doubt ? doubt.row : '',
    })
  return (cell) => {
    const wrong = finding?.wrongs[cell]
    if (wrong) return words(wrong, entry)
    const found = finding?.problem.find((one) => cellAt(one) === cell)
    if (found) return problem.field(found.path)
    const doubt = finding?.doubts[cell]
    return doubt && doubtWords(doubt)
  }
}
