import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { checklistTemplates, stepDue, stepPhases, type TemplateStep } from '../../../domain/mission.ts'
import { type CivilDate, isPartialDate } from '../../../domain/partial-date.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useStepTitle } from '../use-step-title.ts'
import classes from './new.module.css'
import type { NewMission } from './values.ts'

/** The checklist that the mission would begin with, counted back from its date; what would be late already is marked. */
export function ChecklistPreview({
  values,
  day,
  onTemplate,
}: {
  values: NewMission
  day: CivilDate
  onTemplate: (template: boolean) => void
}) {
  const { t } = useTranslation('missions')
  const steps = checklistTemplates[values.kind]
  const dates = { starts: dateOr(values.starts), ends: dateOr(values.ends) }
  return (
    <section className={classes.preview} aria-label={t('checklist.title')}>
      <Switch
        label={t('new.template', { count: steps.length })}
        checked={values.template}
        onChange={(event) => onTemplate(event.currentTarget.checked)}
      />
      {values.template && !dates.starts && <p className={classes.quiet}>{t('new.noDate')}</p>}
      {values.template &&
        stepPhases.map((phase) => {
          const inPhase = steps.filter((step) => step.phase === phase)
          if (inPhase.length === 0) return null
          return (
            <div key={phase}>
              <h3>{t(`phase.${phase}`)}</h3>
              <ul>
                {inPhase.map((step) => (
                  <PreviewStep key={step.key} step={step} dates={dates} day={day} />
                ))}
              </ul>
            </div>
          )
        })}
    </section>
  )
}

type Dates = Parameters<typeof stepDue>[1]

/** What can't be read as a date yet counts as none. */
const dateOr = (text: string | null) => (text && isPartialDate(text) ? text : null)

function PreviewStep({ step, dates, day }: { step: TemplateStep; dates: Dates; day: CivilDate }) {
  const { t } = useTranslation('missions')
  const f = useFormat()
  const title = useStepTitle()
  const due = stepDue({ due: null, ...step }, dates)
  return (
    <li>
      <span>{title(step)}</span>
      {due ? (
        <time dateTime={due} data-late={due < day || undefined}>
          {f.date(due)}
        </time>
      ) : (
        <span className={classes.quiet}>
          {t(step.days < 0 ? 'checklist.before' : 'checklist.after', { count: Math.abs(step.days) })}
        </span>
      )}
    </li>
  )
}
