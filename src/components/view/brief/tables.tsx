import type { ReactNode } from 'react'
import type { Breakdown, Dimension, View } from '../../../contract/views.ts'
import { measures } from '../../../domain/figures.ts'
import { wholeShare } from '../../../domain/grant.ts'
import parts from '../../paper/parts.module.css'
import { tallyText } from '../amounts.ts'
import classes from './brief.module.css'
import type { Words } from './words.ts'

/** Rows that a sheet has room for. */
const most = 6

/** As wide as its table, of which a phone shows a part. */
const Scrolling = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, and the keyboard must be able to
  <div className={classes.scroll} tabIndex={0} role="group" aria-label={label}>
    {children}
  </div>
)

/** The measures by cluster, market or alliance. */
export function BriefBreakdown({
  by,
  breakdown,
  words: { t, f },
}: {
  by: Dimension
  breakdown: Breakdown
  words: Words
}) {
  const { rows, total } = breakdown
  if (rows.length === 0) return null
  const lines = [
    ...rows.slice(0, most).map(({ key, ...tallies }) => ({ id: key.id, name: f.place(key.name), tallies })),
    { id: 'all', name: t('views:breakdown.all'), tallies: total },
  ]
  return (
    <section>
      <h3>{t(`views:breakdown.${by}`)}</h3>
      <Scrolling label={t(`views:breakdown.${by}`)}>
        <table className={`${parts.table} ${classes.table}`}>
          <thead>
            <tr>
              <th scope="col">{t(`views:breakdown.head.${by}`)}</th>
              {measures.map((measure) => (
                <th key={measure} scope="col" data-amount>
                  {t(`views:measure.${measure}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ id, name, tallies }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                {measures.map((measure) => (
                  <td key={measure} data-amount>
                    {tallyText(f, measure, tallies[measure])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
      {rows.length > most && <p>{t('more', { count: rows.length - most })}</p>}
    </section>
  )
}

/** What of each grant is meant for the record, and how it is used. */
export function BriefBudget({ budget, words: { t, f } }: { budget: View['budget']; words: Words }) {
  if (budget.length === 0) return null
  const columns = ['budget', 'committed', 'paid', 'available'] as const
  return (
    <section>
      <h3>{t('views:budget.title')}</h3>
      <Scrolling label={t('views:budget.title')}>
        <table className={`${parts.table} ${classes.table}`}>
          <thead>
            <tr>
              <th scope="col">{t('views:budget.grant')}</th>
              {columns.map((column) => (
                <th key={column} scope="col" data-amount>
                  {t(`views:budget.${column}`)}
                </th>
              ))}
              <th scope="col" data-amount>
                {t('views:budget.use')}
              </th>
            </tr>
          </thead>
          <tbody>
            {budget.slice(0, most).map((share) => {
              const percent = (bp: number | null) => (bp === null ? '–' : f.percent(bp / wholeShare))
              return (
                <tr key={share.grant.id}>
                  <th scope="row">{share.grant.name}</th>
                  {columns.map((column) => (
                    <td key={column} data-amount>
                      {f.money({ minor: share[column], currency: share.currency })}
                    </td>
                  ))}
                  <td data-amount>
                    {percent(share.spentBp)} / {percent(share.elapsedBp)}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </Scrolling>
      {budget.length > most && <p>{t('more', { count: budget.length - most })}</p>}
    </section>
  )
}
