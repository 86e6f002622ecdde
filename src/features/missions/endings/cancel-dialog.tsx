import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogForm } from '../../../components/dialog-form.tsx'
import { EndingFields } from '../../../components/ending-fields.tsx'
import { useProblem } from '../../../components/problem-sentence.ts'
import { useScope } from '../../../components/scope.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { Mission } from '../../../contract/missions.ts'
import { missions } from '../../../data/missions.ts'
import { missionCan } from '../../../domain/mission.ts'
import { useDraft } from '../../../ui/use-draft.ts'
import { MissionDialog } from './dialog-frame.tsx'

/** `?dialog=cancel-mission` */
export function Component() {
  const { t } = useTranslation('missions')
  return (
    <MissionDialog name="cancel-mission" title={t('cancel.title')}>
      {(mission, close) => <CancelForm mission={mission} onClose={close} />}
    </MissionDialog>
  )
}

const fields = ['on', 'reason']

/** Calls a mission off from a day on, for a reason that stays with it. */
function CancelForm({ mission, onClose }: { mission: Mission; onClose: () => void }) {
  const { t } = useTranslation('missions')
  const { day } = useScope()
  const initial = useMemo(() => ({ on: day as string | null, reason: '' }), [day])
  const draft = useDraft(`cancel-mission:${mission.id}`, initial)
  const cancel = useWrite(missions.cancel, {
    message: ({ title }) => t('cancel.done', { title }),
    onDone: () => {
      draft.clear()
      onClose()
    },
  })
  const problem = useProblem(cancel.error)
  const { on, reason } = draft.values
  return (
    <DialogForm
      right="activity.decide"
      about={mission.title}
      refusal={missionCan.cancel(mission)}
      error={cancel.error}
      fields={fields}
      busy={cancel.isPending}
      submit={t('cancel.action')}
      danger
      onSubmit={() =>
        cancel.mutate({
          params: { id: mission.id },
          body: { on: on ?? '', reason },
          version: mission.version,
        })
      }
      onClose={onClose}
    >
      <EndingFields
        labels={{ on: t('cancel.on'), reason: t('cancel.reason'), hint: t('cancel.hint') }}
        value={draft.values}
        problem={problem}
        onChange={draft.set}
      />
    </DialogForm>
  )
}
