import { SegmentedControl } from '@mantine/core'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import type { Figures, Position } from '../../../contract/budget.ts'
import type { Grant } from '../../../contract/grants.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Dot } from '../../../ui/dot.tsx'
import { Nothing } from '../../../ui/lines.tsx'
import { Section } from '../../../ui/section.tsx'
import { expensesPath, type FigureName } from '../expenses-path.ts'
import { useLineName } from '../line-name.ts'
import { useCategoryName, usePercent } from '../words.ts'
import classes from './position.module.css'
import { type RollRow, type RollUpBy, rollUpNames, rowsBy } from './roll-rows.ts'

const columns = [
  'budget',
  'planned',
  'committed',
  'paid',
  'claimed',
  'reimbursed',
  'available',
  'forecast',
] as const

interface Props {
  grant: Grant
  position: Position
}

/** The same figures by line, category, cluster, market, mission, work package or funder (`?by=cluster`). */
export function RollUps({ grant, position }: Props) {
  const { t } = useTranslation('grants')
  const [params, setParams] = useSearchParams()
  const known = rollUpNames(position)
  const by = known.find((name) => name === params.get('by')) ?? 'category'
  const rows = rowsBy(position, by)
  const choose = (next: string) =>
    setParams(
      (current) => {
        const changed = new URLSearchParams(current)
        changed.set('by', next)
        return changed
      },
      { replace: true, preventScrollReset: true },
    )
  return (
    <Section title={t('roll.label', { by: t(`roll.by.${by}`).toLocaleLowerCase() })}>
      {position.lines.length === 0 ? (
        <Nothing>{t('roll.none')}</Nothing>
      ) : (
        <>
          <SegmentedControl
            size="xs"
            aria-label={t('roll.choose')}
            style={{ alignSelf: 'flex-start', flexWrap: 'wrap' }}
            data={known.map((name) => ({ value: name, label: t(`roll.by.${name}`) }))}
            value={by}
            onChange={choose}
          />
          {by === 'funder' && <p className={classes.quiet}>{t('roll.funderHint')}</p>}
          <RollTable grant={grant} position={position} by={by} rows={rows} />
        </>
      )}
    </Section>
  )
}

function RollTable({ grant, position, by, rows }: Props & { by: RollUpBy; rows: RollRow[] }) {
  const { t } = useTranslation('grants')
  const [open, setOpen] = useState<string | null>(null)
  const name = useRowName(grant, by)
  const lineName = useLineName(grant.rules)
  const { currency, total } = position
  return (
    <div className={classes.scroll}>
      <table
        className={classes.table}
        aria-label={t('roll.label', { by: t(`roll.by.${by}`).toLocaleLowerCase() })}
      >
        <thead>
          <tr>
            <th scope="col">{t(`roll.by.${by}`)}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`figure.${column}`)}
              </th>
            ))}
            <th scope="col">{t('figure.spent')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const key = `${by}-${row.key}`
            const isOpen = open === key
            return (
              <Fragment key={key}>
                <tr>
                  <th scope="row">
                    {row.lines.length > 0 ? (
                      <button
                        type="button"
                        className={classes.disclose}
                        aria-expanded={isOpen}
                        onClick={() => setOpen(isOpen ? null : key)}
                      >
                        <ChevronRight size={14} aria-hidden />
                        {row.colour && <Dot colour={row.colour} />}
                        {name(row)}
                      </button>
                    ) : (
                      name(row)
                    )}
                  </th>
                  <Cells
                    figures={row.figures}
                    currency={currency}
                    to={(figure) => expensesPath(grant.id, figure, row.narrowing)}
                  />
                </tr>
                {isOpen &&
                  row.lines.map((line) => (
                    <tr key={line.lineId} data-sub>
                      <th scope="row">{lineName(line)}</th>
                      <Cells
                        figures={line.figures}
                        currency={currency}
                        to={(figure) =>
                          expensesPath(
                            grant.id,
                            figure,
                            line.lineId ? { line: line.lineId } : { unassigned: 'true' },
                          )
                        }
                      />
                    </tr>
                  ))}
              </Fragment>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('roll.sum')}</th>
            <Cells figures={total} currency={currency} to={(figure) => expensesPath(grant.id, figure)} />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function Cells({
  figures,
  currency,
  to,
}: {
  figures: Figures
  currency: string
  /** Where the expenses of a figure are; without it nothing is opened. */
  to?: (figure: FigureName) => string
}) {
  const f = useFormat()
  const percent = usePercent()
  return (
    <>
      {columns.map((column) => {
        const minor = figures[column]
        const words = f.money({ minor, currency })
        const opens = to && column !== 'budget' && column !== 'available' && minor !== 0
        return (
          <td key={column} data-negative={minor < 0 || undefined} data-zero={minor === 0 || undefined}>
            {opens ? <ScopedLink to={to(column)}>{words}</ScopedLink> : words}
          </td>
        )
      })}
      <td>{figures.spentBp === null ? '–' : percent(Math.round(figures.spentBp / 100) * 100)}</td>
    </>
  )
}

function useRowName(grant: Grant, by: RollUpBy) {
  const { t } = useTranslation('grants')
  const nameOf = useCategoryName(grant.rules)
  const lineName = useLineName(grant.rules)
  return (row: RollRow): string => {
    if (by === 'line') return row.line ? lineName(row.line) : ''
    if (row.key === null) return t(`roll.nothing.${by}`)
    return by === 'category' ? nameOf(row.key) : (row.name ?? row.key)
  }
}
