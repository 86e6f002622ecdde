import { useTranslation } from 'react-i18next'
import type { CompanyServed } from '../../../contract/served.ts'
import { journeySteps } from '../../../domain/journey.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Section } from '../../../ui/section.tsx'
import classes from './journey.module.css'

/** How far a company has come on its way abroad. */
export function Journey({ journey }: { journey: CompanyServed['journey'] }) {
  const { t } = useTranslation('served')
  const f = useFormat()
  const reached = new Map(journey.map(({ step, on }) => [step, on]))
  return (
    <Section title={t('journey.title')}>
      <ol className={classes.steps}>
        {journeySteps.map((step) => {
          const on = reached.get(step)
          return (
            <li key={step} className={classes.step} data-reached={on !== undefined || undefined}>
              <strong>{t(`journey.steps.${step}`)}</strong>
              <span>
                {on === undefined
                  ? t('journey.not')
                  : on === null
                    ? t('journey.undated')
                    : t('journey.since', { date: f.date(on) })}
              </span>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
