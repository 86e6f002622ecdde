import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../../components/may-write.ts'
import { useScope } from '../../../components/scope.ts'
import type { Mission } from '../../../contract/missions.ts'
import { Nothing } from '../../../ui/lines.tsx'
import { Section } from '../../../ui/section.tsx'
import classes from './plan.module.css'
import { StepDialog } from './step-dialog.tsx'
import { StepItem } from './step-item.tsx'
import { byPhase, type Step } from './steps.ts'
import type { MissionEditing } from './use-editing.ts'

/** What is to be done, phase by phase, with what is late marked. */
export function Checklist({ mission, editing }: { mission: Mission; editing: MissionEditing }) {
  const { t } = useTranslation('missions')
  const { day } = useScope()
  const noWriting = useNoWriting()
  const [edited, setEdited] = useState<Step | 'new' | null>(null)
  const { steps } = mission
  const done = steps.filter(({ doneOn }) => doneOn !== null).length
  const late = steps.filter((step) => !step.doneOn && step.dueOn !== null && step.dueOn < day).length
  const fixed = editing.reason ?? noWriting
  return (
    <Section
      title={t('checklist.title')}
      action={
        !fixed && (
          <Button variant="subtle" size="compact-sm" onClick={() => setEdited('new')}>
            {t('checklist.add')}
          </Button>
        )
      }
    >
      {steps.length === 0 && <Nothing>{t('checklist.empty')}</Nothing>}
      {steps.length > 0 && (
        <div className={classes.progress}>
          <span className={classes.track} aria-hidden>
            <span style={{ width: `${(done / steps.length) * 100}%` }} />
          </span>
          <span>{t('checklist.done', { done, count: steps.length })}</span>
          {late > 0 && <strong className={classes.late}>{t('count.late', { count: late })}</strong>}
        </div>
      )}
      {byPhase(steps).map(({ phase, steps: own }) => (
        <div key={phase} className={classes.phase}>
          <h3 id={`phase-${phase}`}>{t(`phase.${phase}`)}</h3>
          <ul aria-labelledby={`phase-${phase}`}>
            {own.map((step, index) => (
              <StepItem
                key={step.id}
                mission={mission}
                step={step}
                day={day}
                editing={editing}
                fixed={fixed}
                isFirst={index === 0}
                isLast={index === own.length - 1}
                onEdit={() => setEdited(step)}
              />
            ))}
          </ul>
        </div>
      ))}
      {edited && (
        <StepDialog
          mission={mission}
          step={edited === 'new' ? null : edited}
          editing={editing}
          onClose={() => setEdited(null)}
        />
      )}
    </Section>
  )
}
