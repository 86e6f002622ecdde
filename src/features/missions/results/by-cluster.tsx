import { useTranslation } from 'react-i18next'
import { RecordLink } from '../../../components/record-link.tsx'
import type { MissionResults } from '../../../contract/outcomes.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Nothing } from '../../../ui/lines.tsx'
import { Section } from '../../../ui/section.tsx'
import classes from './results.module.css'

const figures = ['companies', 'attended', 'meetings', 'held', 'outcomes'] as const

/** What each cluster brought and what came of it. */
export function ByCluster({ rows }: { rows: MissionResults['byCluster'] }) {
  const { t } = useTranslation('results')
  const f = useFormat()
  return (
    <Section title={t('clusters.title')}>
      {rows.length === 0 ? (
        <Nothing>{t('clusters.nobody')}</Nothing>
      ) : (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('clusters.cluster')}</th>
                {figures.map((figure) => (
                  <th key={figure} scope="col" className={classes.number}>
                    {t(`clusters.${figure}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.cluster?.id ?? ''}>
                  <th scope="row">
                    {row.cluster ? (
                      <RecordLink noun="organisations" cluster id={row.cluster.id} name={row.cluster.name} />
                    ) : (
                      t('clusters.none')
                    )}
                  </th>
                  {figures.map((figure) => (
                    <td key={figure} className={classes.number}>
                      {f.number(row[figure])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  )
}
