import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { RecordLink } from '../../components/record-link.tsx'
import { ScopedLink } from '../../components/scoped-link.tsx'
import { openedPath } from '../../components/view/opened-path.ts'
import type { Matrix, Tally } from '../../contract/views.ts'
import { listOfMeasure, type Measure } from '../../domain/figures.ts'
import { useFormat } from '../../i18n/format.ts'
import { onArrowKeys } from './arrow-keys.ts'
import { comparedIn, heatOf, steps, weightOf } from './heat.ts'
import classes from './matrix.module.css'

interface Props {
  matrix: Matrix
  measure: Measure
  year: number | undefined
}

/** A cluster in each row, a market in each column; every number opens its records, and its shade says how much it is. */
export function MatrixTable({ matrix, measure, year }: Props) {
  const { t } = useTranslation('views')
  const f = useFormat()
  const { clusters, markets, total } = matrix
  const cells = new Map(matrix.cells.map((cell) => [`${cell.cluster} ${cell.market}`, cell]))
  const currency = comparedIn(measure, matrix)
  const most = Math.max(0, ...matrix.cells.map((cell) => weightOf(cell, currency)))
  const { list, query } = listOfMeasure(measure, year)
  const cell = (tally: Tally | undefined, scope: Record<string, string>, name: (value: string) => string) => {
    if (!tally || tally.count === 0)
      return (
        <span className={classes.nothing}>
          <span aria-hidden>–</span>
          <VisuallyHidden>{t('matrix.none')}</VisuallyHidden>
        </span>
      )
    const to = openedPath({ list, query: { ...query, ...scope } })
    const amounts = measure === 'money' ? tally.sums.map((sum) => f.money(sum)) : []
    const texts = amounts.length > 0 ? amounts : [f.number(tally.count)]
    // The name holds what is seen, as it is seen: one amount after the other.
    return (
      <ScopedLink to={to} aria-label={name(texts.join(' '))}>
        {texts.map((text, at) => (
          <span key={text} className={classes.amount}>
            {at > 0 && ' '}
            {text}
          </span>
        ))}
      </ScopedLink>
    )
  }
  return (
    <>
      <div className={classes.scroll}>
        <table
          className={classes.matrix}
          aria-label={t('matrix.table', { measure: t(`measure.${measure}`) })}
          onKeyDown={onArrowKeys}
        >
          <thead>
            <tr>
              <th scope="col">{t('matrix.cluster')}</th>
              {markets.map(({ id, name }) => (
                <th key={id} scope="col">
                  <RecordLink noun="markets" id={id} name={name} />
                </th>
              ))}
              <th scope="col">{t('matrix.all')}</th>
            </tr>
          </thead>
          <tbody>
            {clusters.map((cluster) => (
              <tr key={cluster.id}>
                <th scope="row">
                  <RecordLink
                    noun="organisations"
                    cluster
                    id={cluster.id}
                    name={cluster.name}
                    colour={cluster.colour}
                  />
                </th>
                {markets.map((market) => {
                  const tally = cells.get(`${cluster.id} ${market.id}`)
                  return (
                    <td key={market.id} data-heat={tally ? heatOf(weightOf(tally, currency), most) : 0}>
                      {cell(tally, { cluster: cluster.id, market: market.id }, (value) =>
                        t('matrix.cell', { value, cluster: cluster.name, market: f.place(market.name) }),
                      )}
                    </td>
                  )
                })}
                <td className={classes.total}>
                  {cell(cluster.total, { cluster: cluster.id }, (value) =>
                    t('matrix.rowTotal', { value, cluster: cluster.name }),
                  )}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('matrix.all')}</th>
              {markets.map((market) => (
                <td key={market.id} className={classes.total}>
                  {cell(market.total, { market: market.id }, (value) =>
                    t('matrix.columnTotal', { value, market: f.place(market.name) }),
                  )}
                </td>
              ))}
              <td className={classes.total}>{cell(total, {}, (value) => t('matrix.total', { value }))}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      <Legend measure={measure} currency={currency} />
    </>
  )
}

function Legend({ measure, currency }: { measure: Measure; currency: string | null }) {
  const { t } = useTranslation('views')
  const f = useFormat()
  const name = t(`measure.${measure}`)
  return (
    <div className={classes.legend}>
      <p className={classes.scale}>
        <span>
          {currency
            ? t('matrix.shadeOf', { measure: name, currency: f.currency(currency) })
            : t('matrix.shade', { measure: name })}
        </span>
        <span>{t('matrix.less')}</span>
        {steps.map((step) => (
          <span key={step} className={classes.swatch} data-heat={step} aria-hidden />
        ))}
        <span>{t('matrix.more')}</span>
      </p>
      <p>
        {t('matrix.allHint')} {t('matrix.keys')}
      </p>
    </div>
  )
}
