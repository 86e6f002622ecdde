import { useTranslation } from 'react-i18next'
import type { Fit } from '../../../../domain/schedule/will-it-fit.ts'
import { useFormat } from '../../../../i18n/format.ts'
import type { Model } from '../model.ts'
import { useNames } from '../names.ts'
import { useSentences } from '../sentences.ts'
import classes from './fit-meter.module.css'

/** So many obstacles anybody reads; removing some shows the next. */
const most = 8

/** What the meter knows: how sure it is, each obstacle in a sentence, and who has least room. */
export function FitFindings({ model, fit }: { model: Model; fit: Fit }) {
  const { t } = useTranslation('meetings')
  const f = useFormat()
  const names = useNames(model)
  const say = useSentences(model)
  const left = fit.findings.length - most
  return (
    <div className={classes.findings}>
      <p className={classes.sure}>
        <strong>{t(fit.verdict === 'perhaps' ? 'fit.warning' : 'fit.exact')}</strong>{' '}
        {t(fit.meetings === 0 ? 'fit.explain.nothing' : `fit.explain.${fit.verdict}`)}
      </p>
      {fit.findings.length > 0 && (
        <ul aria-label={t('fit.obstacles')}>
          {fit.findings.slice(0, most).map((finding) => {
            const sentence = say.finding(finding)
            return <li key={sentence}>{sentence}</li>
          })}
          {left > 0 && <li>{t('fit.moreObstacles', { count: left })}</li>}
        </ul>
      )}
      {fit.tightest.length > 0 && (
        <>
          <h2>{t('fit.tightest')}</h2>
          <ul className={classes.tightest}>
            {fit.tightest.map(({ participant, meetings, freeSlots }) => (
              <li key={participant}>
                <span>{names.who(participant)}</span>
                <span className="figures">
                  {t('fit.load', { meetings: f.number(meetings), count: freeSlots })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {model.schedule.pending > 0 && (
        <p className={classes.aside}>{t('fit.pending', { count: model.schedule.pending })}</p>
      )}
      {model.schedule.open.length > 0 && (
        <p className={classes.aside}>{t('fit.openPairs', { count: model.schedule.open.length })}</p>
      )}
    </div>
  )
}
