import { Button, Group } from '@mantine/core'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../../../components/may-write.ts'
import type { Mission } from '../../../../contract/missions.ts'
import { ActionButton } from '../../../../ui/action-button.tsx'
import { matches } from '../../../../ui/matches.ts'
import { Section } from '../../../../ui/section.tsx'
import { useDraft } from '../../../../ui/use-draft.ts'
import type { Model } from '../model.ts'
import { AvailabilityGrid } from './availability-grid.tsx'
import classes from './setup.module.css'
import { UnscheduleDialog } from './unschedule-dialog.tsx'
import { unscheduledByAbsences } from './unscheduled.ts'
import { type Absences, useSaveAbsences } from './use-save-absences.ts'

const nothing: { absences: Absences } = { absences: {} }

/** Who can't be met in which slots: one row each, one press a slot. Saved together, after asking where meetings stand. */
export function Unavailability({ mission, model }: { mission: Mission; model: Model }) {
  const { t } = useTranslation(['meetings', 'common'])
  const noWriting = useNoWriting()
  const draft = useDraft(`mission-absences:${mission.id}`, nothing)
  const { absences } = draft.values
  const [search, setSearch] = useState('')
  const [asking, setAsking] = useState(false)
  const saving = useSaveAbsences()
  const { set } = draft
  const toggle = useCallback(
    (participantId: string, slotIds: readonly string[], away: boolean) =>
      set(({ absences: held }) => ({
        absences: {
          ...held,
          [participantId]: {
            ...held[participantId],
            ...Object.fromEntries(slotIds.map((id) => [id, away])),
          },
        },
      })),
    [set],
  )
  const people = useMemo(
    () => model.schedule.participants.filter(({ name }) => matches(name, search)),
    [model, search],
  )
  const lost = useMemo(() => unscheduledByAbsences(model, absences), [model, absences])
  const send = async (unschedule: boolean) => {
    const asks = await saving.save(absences, { unschedule }, (left) =>
      left ? set({ absences: left }) : draft.clear(),
    )
    setAsking(asks)
  }
  const changed = Object.keys(absences).filter((id) => model.participants.has(id)).length
  if (model.slots.length === 0 || model.participants.size === 0) return null
  return (
    <Section
      title={t('setup.absences')}
      action={
        <input
          type="search"
          className={classes.search}
          aria-label={t('setup.findParticipant')}
          placeholder={t('setup.findParticipant')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      }
    >
      <p className={classes.hint}>{t('setup.absencesHint')}</p>
      <AvailabilityGrid
        model={model}
        people={people}
        absences={absences}
        onToggle={noWriting ? undefined : toggle}
      />
      {changed > 0 && (
        <div className={classes.save}>
          {saving.failed && (
            <p className={classes.complaint} role="alert">
              {saving.failed}
            </p>
          )}
          <Group justify="space-between" gap="xs">
            <span role="status">
              {t('setup.absencesChanged', { count: changed })}
              {lost.length > 0 && ` ${t('setup.unschedules', { count: lost.length })}`}
            </span>
            <Group gap="xs">
              <Button variant="default" onClick={draft.clear}>
                {t('setup.discard')}
              </Button>
              <ActionButton
                reason={noWriting}
                loading={saving.busy}
                onClick={() => (lost.length > 0 ? setAsking(true) : void send(false))}
              >
                {t('setup.absencesSave')}
              </ActionButton>
            </Group>
          </Group>
        </div>
      )}
      {asking && lost.length > 0 && (
        <UnscheduleDialog
          model={model}
          lost={lost}
          why={t('setup.unscheduleAway')}
          busy={saving.busy}
          onConfirm={() => void send(true)}
          onClose={() => setAsking(false)}
        />
      )}
    </Section>
  )
}
