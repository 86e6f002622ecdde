import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogForm } from '../../../components/dialog-form.tsx'
import { useProblem } from '../../../components/problem-sentence.ts'
import { useScope } from '../../../components/scope.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { Mission } from '../../../contract/missions.ts'
import { missions } from '../../../data/missions.ts'
import { missionCan } from '../../../domain/mission.ts'
import { DateInput } from '../../../ui/date-input.tsx'
import { MissionDialog } from './dialog-frame.tsx'

/** `?dialog=close-mission` */
export function Component() {
  const { t } = useTranslation('missions')
  return (
    <MissionDialog name="close-mission" title={t('close.title')}>
      {(mission, close) => <CloseForm mission={mission} onClose={close} />}
    </MissionDialog>
  )
}

const fields = ['on']

/** Ends the follow-up. Steps that are still open are named first: closing does not need them done. */
function CloseForm({ mission, onClose }: { mission: Mission; onClose: () => void }) {
  const { t } = useTranslation('missions')
  const { day } = useScope()
  const [on, setOn] = useState<string | null>(day)
  const close = useWrite(missions.close, {
    message: ({ title }) => t('close.done', { title }),
    onDone: onClose,
  })
  const problem = useProblem(close.error)
  const open = mission.steps.filter(({ doneOn }) => !doneOn).length
  return (
    <DialogForm
      right="activity.decide"
      about={mission.title}
      refusal={missionCan.close(mission)}
      error={close.error}
      fields={fields}
      busy={close.isPending}
      submit={t('close.action')}
      onSubmit={() =>
        close.mutate({ params: { id: mission.id }, body: { on: on ?? '' }, version: mission.version })
      }
      onClose={onClose}
    >
      {open > 0 && <p>{t('close.open', { count: open })}</p>}
      <DateInput
        label={t('close.on')}
        required
        data-autofocus
        value={on}
        error={problem.field('on')}
        onChange={setOn}
      />
    </DialogForm>
  )
}
