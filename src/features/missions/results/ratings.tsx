import { useTranslation } from 'react-i18next'
import type { MissionResults } from '../../../contract/outcomes.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Nothing } from '../../../ui/lines.tsx'
import { Section } from '../../../ui/section.tsx'
import classes from './results.module.css'

/** How useful the meetings were, on the four-level scale. */
export function Ratings({ ratings }: { ratings: MissionResults['ratings'] }) {
  const { t } = useTranslation('results')
  const f = useFormat()
  const sum = ratings.reduce((all, { count }) => all + count, 0)
  return (
    <Section title={t('ratings.title')}>
      {sum === 0 ? (
        <Nothing>{t('ratings.none')}</Nothing>
      ) : (
        <dl className={classes.ratings}>
          {ratings.map(({ rating, count }) => (
            <div key={rating} className={classes.rating}>
              <dt>{t(`ratings.${rating}`)}</dt>
              <dd>{f.number(count)}</dd>
              <span className={classes.bar} aria-hidden>
                <span style={{ width: `${(count / sum) * 100}%` }} />
              </span>
            </div>
          ))}
        </dl>
      )}
    </Section>
  )
}
