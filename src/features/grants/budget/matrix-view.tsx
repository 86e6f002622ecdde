import { useTranslation } from 'react-i18next'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import type { Budget } from '../../../contract/budget.ts'
import type { Grant } from '../../../contract/grants.ts'
import { useFormat } from '../../../i18n/format.ts'
import { expensesPath } from '../expenses-path.ts'
import classes from './budget.module.css'
import { type Key, keysOf, linesAt, type MatrixLine, sumOf } from './matrix.ts'
import { PivotControls, usePivot } from './pivot-controls.tsx'
import { useKeyName } from './use-dimensions.ts'

interface Props {
  grant: Grant
  budget: Budget
  lines: readonly MatrixLine[]
  currency: string
}

/** A version's lines summed by two dimensions; a cell of one line leads to its expenses. */
export function MatrixView({ grant, budget, lines, currency }: Props) {
  const { t } = useTranslation('budget')
  const f = useFormat()
  const controls = usePivot()
  const { pivot } = controls
  const name = useKeyName(grant, budget, null)
  const rows = keysOf(lines, pivot.rows)
  const columns = pivot.columns ? keysOf(lines, pivot.columns) : []
  const money = (some: readonly MatrixLine[]) => f.money({ minor: sumOf(some, currency), currency })
  const label = pivot.columns
    ? t('pivot.label', {
        rows: t(`dimension.${pivot.rows}`).toLocaleLowerCase(),
        columns: t(`dimension.${pivot.columns}`).toLocaleLowerCase(),
      })
    : t('pivot.labelRows', { rows: t(`dimension.${pivot.rows}`).toLocaleLowerCase() })
  const ofRow = (row: Key) => linesAt(lines, { ...pivot, columns: null }, row, null)
  return (
    <div>
      <PivotControls {...controls} />
      <div className={classes.scroll}>
        <table className={classes.matrix} aria-label={label}>
          <thead>
            <tr>
              <th scope="col">{t(`dimension.${pivot.rows}`)}</th>
              {pivot.columns !== null &&
                columns.map((column) => (
                  <th key={column} scope="col">
                    {pivot.columns && name(pivot.columns, column)}
                  </th>
                ))}
              <th scope="col">{t('pivot.sum')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row}>
                <th scope="row">{name(pivot.rows, row)}</th>
                {columns.map((column) => (
                  <td key={column}>
                    <Cell grantId={grant.id} lines={linesAt(lines, pivot, row, column)} money={money} />
                  </td>
                ))}
                <td className={classes.sum}>
                  <Cell grantId={grant.id} lines={ofRow(row)} money={money} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('pivot.sum')}</th>
              {columns.map((column) => (
                <td key={column}>{money(rows.flatMap((row) => linesAt(lines, pivot, row, column)))}</td>
              ))}
              <td className={classes.sum}>{money(lines)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </div>
  )
}

/** A sum; of one line it opens what stands against it, of a category all of its expenses. */
function Cell({
  grantId,
  lines,
  money,
}: {
  grantId: string
  lines: MatrixLine[]
  money: (lines: readonly MatrixLine[]) => string
}) {
  const [only] = lines
  if (!only) return <span className={classes.nothing}>–</span>
  if (lines.length === 1 && only.id)
    return <ScopedLink to={expensesPath(grantId, 'expenses', { line: only.id })}>{money(lines)}</ScopedLink>
  return money(lines)
}
