import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogForm } from '../../../components/dialog-form.tsx'
import { useProblem } from '../../../components/problem-sentence.ts'
import { useScope } from '../../../components/scope.ts'
import { StageFields } from '../../../components/stage-fields.tsx'
import { useWrite } from '../../../components/use-write.ts'
import type { Mission } from '../../../contract/missions.ts'
import { missions } from '../../../data/missions.ts'
import { missionCan, missionStages } from '../../../domain/mission.ts'
import type { CivilDate } from '../../../domain/partial-date.ts'
import { MissionDialog } from './dialog-frame.tsx'

/** `?dialog=move-mission` */
export function Component() {
  const { t } = useTranslation('missions')
  return (
    <MissionDialog name="move-mission" title={t('move.title')}>
      {(mission, close) => <MoveForm mission={mission} onClose={close} />}
    </MissionDialog>
  )
}

const fields = ['stage', 'since']

/** The stage that a mission has reached, and since when. */
function MoveForm({ mission, onClose }: { mission: Mission; onClose: () => void }) {
  const { t } = useTranslation(['missions', 'common'])
  const { day } = useScope()
  const [value, setValue] = useState({ stage: mission.stage, since: day as CivilDate | null })
  const move = useWrite(missions.move, {
    message: (moved) => t('move.done', { stage: t(`common:missionStatus.${moved.stage}`) }),
    onDone: onClose,
  })
  const problem = useProblem(move.error)
  return (
    <DialogForm
      about={mission.title}
      refusal={missionCan.move(mission)}
      error={move.error}
      fields={fields}
      busy={move.isPending}
      submit={t('move.action')}
      onSubmit={() => move.mutate({ params: { id: mission.id }, body: value, version: mission.version })}
      onClose={onClose}
    >
      <StageFields
        labels={{
          stage: t('move.stage'),
          since: t('move.since'),
          sinceHint: t('move.sinceHint'),
          present: t('move.present'),
        }}
        stages={missionStages}
        nameOf={(value) => t(`common:missionStatus.${value}`)}
        present={mission.stage}
        value={value}
        problem={problem}
        onChange={setValue}
      />
    </DialogForm>
  )
}
