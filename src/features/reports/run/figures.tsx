import { Link } from 'react-router'
import paper from '../../../components/paper/parts.module.css'
import { useScopedHref } from '../../../components/scope.ts'
import type { ReportFigure, ReportRun } from '../../../contract/reports.ts'
import { reportSections } from '../../../domain/reports.ts'
import table from '../table.module.css'
import { figureMeans, figureTitle, figureValue, type Words } from '../words.ts'
import classes from './run.module.css'

/** The figures section by section: what each is, what it comes to, what it counts, and how many records are behind it. */
export function FigureTables({
  run,
  words,
  linked = false,
}: {
  run: ReportRun
  words: Words
  /** On screen each leads to its records. */
  linked?: boolean
}) {
  const { t } = words
  return reportSections.map((section) => {
    const figures = run.figures.filter((figure) => figure.section === section)
    if (figures.length === 0) return null
    return (
      <section key={section} className={classes.part}>
        <h2>{t(`section.${section}`)}</h2>
        <div className={table.scroll}>
          <table
            className={linked ? `${table.table} ${classes.figures}` : `${paper.table} ${classes.paper}`}
            aria-label={t(`section.${section}`)}
          >
            <thead>
              <tr>
                <th scope="col">{t('figure')}</th>
                <th scope="col" data-amount>
                  {t('value')}
                </th>
                <th scope="col">{t('definition')}</th>
              </tr>
            </thead>
            <tbody>
              {figures.map((figure) => (
                <tr key={figure.key}>
                  <th scope="row">
                    {figureTitle(words, figure)}
                    {figure.indicator && <Asked figure={figure} words={words} />}
                  </th>
                  <td data-amount>
                    {linked ? (
                      <FigureLink run={run} figure={figure} words={words} />
                    ) : (
                      figureValue(words, figure)
                    )}
                  </td>
                  <td>{figureMeans(words, figure)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
    )
  })
}

function FigureLink({ run, figure, words }: { run: ReportRun; figure: ReportFigure; words: Words }) {
  const href = useScopedHref()
  return (
    <Link
      to={href(`/reports/runs/${run.id}?figure=${figure.key}#records`)}
      aria-label={`${figureTitle(words, figure)}${words.f.colon}${figureValue(words, figure)}`}
    >
      {figureValue(words, figure)}
    </Link>
  )
}

/** Whose indicator it is. */
function Asked({ figure: { indicator }, words: { t } }: { figure: ReportFigure; words: Words }) {
  if (!indicator) return null
  return (
    <span className={classes.asked}>
      {[t(`indicators:vocabulary.${indicator.vocabulary}`), indicator.funder?.name]
        .filter(Boolean)
        .join(' · ')}
    </span>
  )
}
