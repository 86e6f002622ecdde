import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { RecordNoun } from '../../contract/primitives.ts'
import type { Dimension, Tally } from '../../contract/views.ts'
import { views } from '../../data/views.ts'
import { listOfMeasure, type Measure, measures } from '../../domain/figures.ts'
import { useFormat } from '../../i18n/format.ts'
import { Section } from '../../ui/section.tsx'
import { RecordLink } from '../record-link.tsx'
import { useScope } from '../scope.ts'
import { ScopedLink } from '../scoped-link.tsx'
import { tallyText } from './amounts.ts'
import { openedPath } from './opened-path.ts'
import classes from './view.module.css'

const nouns: Record<Dimension, RecordNoun> = {
  cluster: 'organisations',
  market: 'markets',
  alliance: 'alliances',
}

/** All measures of a record by another dimension: a cluster in each of its alliances, a market by cluster; and in all. */
export function ViewBreakdown({ by, of }: { by: Dimension; of: Partial<Record<Dimension, string>> }) {
  const { t } = useTranslation('views')
  const { query } = useScope()
  const scope = { ...query, ...of }
  const { data } = useQuery(views.breakdown({ query: { ...scope, by } }))
  if (!data || data.rows.length === 0) return null
  return (
    <Section title={t(`breakdown.${by}`)} count={data.rows.length}>
      <div className={classes.scroll}>
        <table className={classes.table} aria-label={t(`breakdown.${by}`)}>
          <thead>
            <tr>
              <th scope="col">{t(`breakdown.head.${by}`)}</th>
              {measures.map((measure) => (
                <th key={measure} scope="col" className={classes.number}>
                  {t(`measure.${measure}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.rows.map(({ key, colour, ...tallies }) => (
              <tr key={key.id}>
                <th scope="row">
                  <RecordLink
                    noun={nouns[by]}
                    cluster={by === 'cluster'}
                    id={key.id}
                    name={key.name}
                    colour={colour}
                  />
                </th>
                <Tallies tallies={tallies} scope={{ ...of, [by]: key.id }} />
              </tr>
            ))}
            <tr className={classes.all}>
              <th scope="row">{t('breakdown.all')}</th>
              <Tallies tallies={data.total} scope={of} />
            </tr>
          </tbody>
        </table>
      </div>
      <p className={classes.hint}>{t('breakdown.hint')}</p>
    </Section>
  )
}

function Tallies({ tallies, scope }: { tallies: Record<Measure, Tally>; scope: Record<string, string> }) {
  const { t } = useTranslation('views')
  const f = useFormat()
  return measures.map((measure) => {
    const tally = tallies[measure]
    const { list, query } = listOfMeasure(measure)
    return (
      <td key={measure} className={classes.number} data-label={t(`measure.${measure}`)}>
        {tally.count === 0 ? (
          <span className={classes.zero}>0</span>
        ) : (
          <ScopedLink to={openedPath({ list, query: { ...query, ...scope } })}>
            {tallyText(f, measure, tally)}
          </ScopedLink>
        )}
      </td>
    )
  })
}
