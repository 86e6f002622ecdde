import { ActionIcon, Checkbox, Menu } from '@mantine/core'
import Ellipsis from 'lucide-react/icons/ellipsis'
import { useTranslation } from 'react-i18next'
import { RecordLink } from '../../../components/record-link.tsx'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import { useWrite } from '../../../components/use-write.ts'
import type { Mission } from '../../../contract/missions.ts'
import { missions } from '../../../data/missions.ts'
import { planFollowUpStep } from '../../../domain/mission.ts'
import { type CivilDate, daysBetween } from '../../../domain/partial-date.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useStepTitle } from '../use-step-title.ts'
import classes from './plan.module.css'
import { moved, type Step, stepInput } from './steps.ts'
import type { MissionEditing } from './use-editing.ts'
import { useSaveSteps } from './use-save-steps.ts'

/** One step of the checklist: ticked off, and by its menu edited, moved or taken away. */
export function StepItem({
  mission,
  step,
  day,
  editing,
  fixed,
  isFirst,
  isLast,
  onEdit,
}: {
  mission: Mission
  step: Step
  day: CivilDate
  editing: MissionEditing
  /** Why nothing can be changed. */
  fixed: string | null
  isFirst: boolean
  isLast: boolean
  onEdit: () => void
}) {
  const { t } = useTranslation('missions')
  const title = useStepTitle()(step)
  const saveSteps = useSaveSteps(editing)
  const tick = useWrite(missions.tick, {
    message: () => t(step.doneOn ? 'checklist.unticked' : 'checklist.ticked', { title }),
    failure: 'toast',
  })
  // What was asked for is shown at once; an answer that says otherwise takes it back.
  const done = tick.isPending ? tick.variables.body.doneOn !== null : step.doneOn !== null
  const move = (by: -1 | 1) => {
    const next = moved(mission.steps, step.id, by)
    if (next) saveSteps(next.map(stepInput))
  }
  const menuLabel = t('checklist.menu', { title })
  return (
    <li className={classes.step} data-done={done || undefined}>
      <Checkbox
        checked={done}
        disabled={fixed !== null}
        label={title}
        className={classes.tick}
        onChange={() =>
          tick.mutate({ params: { id: mission.id, stepId: step.id }, body: { doneOn: done ? null : day } })
        }
        onKeyDown={(event) => {
          if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
          event.preventDefault()
          move(event.key === 'ArrowUp' ? -1 : 1)
        }}
      />
      {step.key === planFollowUpStep && !done && (
        <ScopedLink to={`/missions/${mission.id}/results`} className={classes.toFollowUp}>
          {t('checklist.toFollowUp')}
        </ScopedLink>
      )}
      <Due step={step} day={day} />
      {step.owner && (
        <span className={classes.owner}>
          <RecordLink noun="people" id={step.owner.id} name={step.owner.name} />
        </span>
      )}
      {!fixed && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon size={26} aria-label={menuLabel} className={classes.menu}>
              <Ellipsis size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={onEdit}>{t('checklist.edit')}</Menu.Item>
            <Menu.Item disabled={isFirst} onClick={() => move(-1)}>
              {t('checklist.up')}
            </Menu.Item>
            <Menu.Item disabled={isLast} onClick={() => move(1)}>
              {t('checklist.down')}
            </Menu.Item>
            <Menu.Item
              onClick={() => saveSteps(mission.steps.filter(({ id }) => id !== step.id).map(stepInput))}
            >
              {t('checklist.remove')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  )
}

/** When it is due and how far away that is; once done, when that was. */
function Due({ step, day }: { step: Step; day: CivilDate }) {
  const { t } = useTranslation('missions')
  const f = useFormat()
  const { doneOn, dueOn, days, anchor } = step
  if (doneOn) return <span className={classes.due}>{t('checklist.doneOn', { date: f.date(doneOn) })}</span>
  if (dueOn)
    return (
      <span className={classes.due} data-late={dueOn < day || undefined}>
        <time dateTime={dueOn}>{f.date(dueOn)}</time>
        <small>
          {dueOn < day ? t('checklist.late', { count: daysBetween(dueOn, day) }) : f.relativeDays(dueOn, day)}
        </small>
      </span>
    )
  if (days === null || anchor === null) return null
  return (
    <span className={classes.due}>
      {t(days < 0 ? 'checklist.before' : 'checklist.after', { count: Math.abs(days) })}
    </span>
  )
}
