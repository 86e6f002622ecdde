import { Button, Group } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../../../components/form-errors.tsx'
import { useNoWriting } from '../../../../components/may-write.ts'
import { useWrite } from '../../../../components/use-write.ts'
import type { Mission } from '../../../../contract/missions.ts'
import { ApiProblem } from '../../../../data/failures.ts'
import { meetings } from '../../../../data/meetings.ts'
import { ActionButton } from '../../../../ui/action-button.tsx'
import { useDraft } from '../../../../ui/use-draft.ts'
import type { Model } from '../model.ts'
import { StaleNotice } from '../stale-notice.tsx'
import classes from './setup.module.css'
import { lacksTables, slotComplaints, tableComplaints } from './setup-checks.ts'
import { bodyOf, draftOf } from './setup-draft.ts'
import { SlotsEditor } from './slots-editor.tsx'
import { TablesEditor } from './tables-editor.tsx'
import { Unavailability } from './unavailability.tsx'
import { UnscheduleDialog } from './unschedule-dialog.tsx'
import { isRecorded, unscheduledBy, withRecordedPlaces } from './unscheduled.ts'

/** Days, slots, tables and who can't come when: what the schedule is made in. */
export function SetupView({ mission, model }: { mission: Mission; model: Model }) {
  const { t } = useTranslation(['meetings', 'common'])
  const noWriting = useNoWriting()
  const client = useQueryClient()
  const initial = useMemo(() => draftOf(model.schedule), [model])
  const draft = useDraft(`mission-grid:${mission.id}`, initial)
  const [asking, setAsking] = useState(false)
  const save = useWrite(meetings.setGrid, {
    message: () => t('setup.saved'),
    onDone: (reply) => {
      client.setQueryData(meetings.schedule({ params: { id: mission.id } }).queryKey, reply)
      setAsking(false)
      draft.clear()
    },
  })
  const complaints = useMemo(() => slotComplaints(draft.values.slots, mission), [draft.values.slots, mission])
  const wrongTables = tableComplaints(draft.values)
  const noTables = lacksTables(draft.values)
  const wrong = complaints.size + wrongTables.size + Number(noTables)
  const lost = draft.isDirty ? unscheduledBy(model, draft.values) : []
  const isStale = save.error instanceof ApiProblem && save.error.code === 'version_stale'
  const asks = save.error instanceof ApiProblem && save.error.code === 'unschedules_meetings'

  const send = (unschedule: boolean, version = draft.values.version) =>
    save.mutate({ params: { id: mission.id }, body: bodyOf(draft.values, { unschedule }), version })
  const kept = lost.filter(isRecorded(model)).length
  const confirming = asking || asks
  const submit = () => (lost.length > 0 ? setAsking(true) : send(false))
  return (
    <form
      className={classes.setup}
      onSubmit={(event) => {
        event.preventDefault()
        if (wrong === 0) submit()
      }}
    >
      <SlotsEditor
        mission={mission}
        model={model}
        slots={draft.values.slots}
        complaints={complaints}
        error={save.error}
        onChange={(slots) => draft.set({ slots })}
      />
      <TablesEditor
        model={model}
        tables={draft.values.tables}
        slots={draft.values.slots}
        complaints={wrongTables}
        none={noTables}
        onChange={(tables) => draft.set({ tables })}
      />
      {draft.isDirty && (
        <div className={classes.save}>
          {isStale ? (
            <StaleNotice
              noun="missions"
              recordId={mission.id}
              what={t('setup.stale')}
              keep={t('stale.saveMine')}
              busy={save.isPending}
              onKeep={() => {
                draft.set({ version: model.schedule.version })
                send(lost.length > 0, model.schedule.version)
              }}
              onGiveUp={() => {
                save.reset()
                draft.clear()
              }}
            />
          ) : (
            !confirming && <FormErrors error={save.error} fields={['slots', 'tables']} />
          )}
          <Group justify="space-between" gap="xs">
            <span role="status">
              {wrong > 0 ? t('setup.wrong', { count: wrong }) : t('setup.unsaved')}
              {kept > 0 && ` ${t('setup.recordedTitle', { count: kept })}`}
              {lost.length > kept && ` ${t('setup.unschedules', { count: lost.length - kept })}`}
            </span>
            <Group gap="xs">
              <Button
                variant="default"
                onClick={() => {
                  save.reset()
                  draft.clear()
                }}
              >
                {t('setup.discard')}
              </Button>
              <ActionButton
                type="submit"
                loading={save.isPending}
                reason={noWriting ?? (wrong > 0 ? t('setup.wrong', { count: wrong }) : null)}
              >
                {t('common:save')}
              </ActionButton>
            </Group>
          </Group>
        </div>
      )}
      {confirming && !isStale && (
        <UnscheduleDialog
          model={model}
          lost={lost}
          why={t('setup.unscheduleText')}
          busy={save.isPending}
          error={asks ? null : save.error}
          onKeep={() => {
            draft.set(withRecordedPlaces(model, draft.values, initial))
            save.reset()
            setAsking(false)
          }}
          onConfirm={() => send(true)}
          onClose={() => {
            setAsking(false)
            save.reset()
          }}
        />
      )}
      <Unavailability mission={mission} model={model} />
    </form>
  )
}
