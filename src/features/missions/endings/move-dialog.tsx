import { Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogForm } from '../../../components/dialog-form.tsx'
import { useProblem } from '../../../components/problem-sentence.ts'
import { useScope } from '../../../components/scope.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { Mission } from '../../../contract/missions.ts'
import { missions } from '../../../data/missions.ts'
import { type MissionStage, missionCan, missionStages } from '../../../domain/mission.ts'
import { DateInput } from '../../../ui/date-input.tsx'
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
  const [stage, setStage] = useState<MissionStage>(mission.stage)
  const [since, setSince] = useState<string | null>(day)
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
      onSubmit={() =>
        move.mutate({ params: { id: mission.id }, body: { stage, since }, version: mission.version })
      }
      onClose={onClose}
    >
      <Radio.Group
        label={t('move.stage')}
        value={stage}
        error={problem.field('stage')}
        onChange={(value) => setStage(value as MissionStage)}
      >
        <Stack gap={8} mt={8}>
          {missionStages.map((value) => (
            <Radio
              key={value}
              value={value}
              label={t(`common:missionStatus.${value}`)}
              description={value === mission.stage ? t('move.present') : undefined}
              data-autofocus={value === stage || undefined}
            />
          ))}
        </Stack>
      </Radio.Group>
      <DateInput
        label={t('move.since')}
        description={t('move.sinceHint')}
        required
        value={since}
        error={problem.field('since')}
        onChange={setSince}
      />
    </DialogForm>
  )
}
