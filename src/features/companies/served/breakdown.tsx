import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import type { ServedSummary } from '../../../contract/served.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Section } from '../../../ui/section.tsx'
import { toCompanies, toRecords, toSmes } from './links.ts'
import classes from './served.module.css'

type Row = Omit<ServedSummary['byCluster'][number], 'key'>
const columns = ['companies', 'smes', 'missions', 'meetings', 'services', 'outcomes'] as const
const kinds = { missions: 'mission', meetings: 'meeting', services: 'service', outcomes: 'outcome' } as const

type Narrowed = Record<string, string | number>
const toFigure = (column: (typeof columns)[number], narrowed: Narrowed): string =>
  column === 'companies'
    ? toCompanies(narrowed)
    : column === 'smes'
      ? toSmes(narrowed)
      : toRecords(kinds[column], narrowed)

/** A table of figures by something, each of which opens what it counts. */
export function Breakdown({
  by,
  rows,
}: {
  by: 'cluster' | 'market' | 'alliance' | 'year'
  /** `narrowed` is what the lists behind a row are narrowed by. */
  rows: readonly { id: string; title: ReactNode; narrowed: Narrowed; figures: Row }[]
}) {
  const { t } = useTranslation('served-figures')
  const f = useFormat()
  if (rows.length === 0) return null
  return (
    <Section title={t(`by.${by}`)}>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t(`head.${by}`)}</th>
              {columns.map((column) => (
                <th key={column} scope="col" className={classes.number}>
                  {t(`head.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, title, narrowed, figures }) => (
              <tr key={id}>
                <th scope="row">{title}</th>
                {columns.map((column) => (
                  <td key={column} className={classes.number} data-label={t(`head.${column}`)}>
                    {figures[column] === 0 ? (
                      <span className={classes.zero}>0</span>
                    ) : (
                      <ScopedLink to={toFigure(column, narrowed)}>{f.number(figures[column])}</ScopedLink>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
