import { Textarea } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { DialogForm } from '../../../../components/dialog-form.tsx'
import { useProblem } from '../../../../components/problem-sentence.ts'
import { useScope } from '../../../../components/scope.ts'
import type { Mission } from '../../../../contract/missions.ts'
import { type Participation, participationState } from '../../../../contract/participations.ts'
import { isCivilDate } from '../../../../domain/partial-date.ts'
import { canMove, type ParticipationState, reasonAsked } from '../../../../domain/participation.ts'
import { useFormat } from '../../../../i18n/format.ts'
import { DateInput } from '../../../../ui/date-input.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { useDialogAddress } from '../../../../ui/dialog-address.ts'
import { useDraft } from '../../../../ui/use-draft.ts'
import { useDialogMissionId, useMission } from '../../use-mission.ts'
import { MovesMade } from '../moves-made.tsx'
import { byScore, findingsOf, takesPlace } from '../rules.ts'
import { useCompanies } from '../use-companies.ts'
import { useMoves } from '../use-move.ts'
import { AidField, aidCents, aidText, isUnreadable } from './aid-field.tsx'
import { Consequences } from './consequences.tsx'
import { GateView } from './gate-view.tsx'
import { blockedBy, useGate } from './use-gate.ts'

const own = ['mission', 'who', 'to']

/** `?dialog=move-participation&mission=…&who=…&to=withdrawn`: a step that asks for a reason, for one or several. */
export function Component() {
  const [params] = useSearchParams()
  const missionId = useDialogMissionId()
  const to = participationState.safeParse(params.get('to'))
  const who = params.get('who')?.split(',') ?? []
  return missionId && to.success && who.length > 0 ? (
    <Opened missionId={missionId} who={who} to={to.data} />
  ) : null
}

function Opened({ missionId, who, to }: { missionId: string; who: string[]; to: ParticipationState }) {
  const { t } = useTranslation(['participations', 'common'])
  const { close } = useDialogAddress('move-participation', own)
  const mission = useMission(missionId)
  const { rows } = useCompanies(missionId)
  const chosen = rows.filter(({ id }) => who.includes(id))
  return (
    <Dialog title={t(`step.title.${to}`)} size="md" onClose={close}>
      {mission && chosen.length > 0 && (
        <MoveForm mission={mission} rows={chosen} everybody={rows} to={to} onClose={close} />
      )}
    </Dialog>
  )
}

const fields = ['since', 'reason']

/** What the step is asked of. */
interface Asked {
  mission: Mission
  rows: readonly Participation[]
  everybody: readonly Participation[]
}

function MoveForm({ to, onClose, ...now }: Asked & { to: ParticipationState; onClose: () => void }) {
  const { t } = useTranslation('participations')
  const f = useFormat()
  const { day } = useScope()
  // What one said yes to stays what is read while one after the other is moved.
  const [working, setWorking] = useState<(Asked & { gate: ReturnType<typeof useGate> }) | null>(null)
  const { mission, rows, everybody } = working ?? now
  const [only, ...others] = rows
  const waiting = others.length === 0 ? (only?.states.at(-1)?.aid ?? null) : null
  const initial = useMemo(
    () => ({ since: day as string | null, reason: '', aid: aidText(waiting) }),
    [day, waiting],
  )
  const draft = useDraft(`move:${to}:${rows.map(({ id }) => id).join()}`, initial)
  const { since, reason, aid } = draft.values
  const moves = useMoves()
  const problem = useProblem(moves.error)
  const on = since && isCivilDate(since) ? since : day
  const places = rows.filter((row) => takesPlace(row, to))
  const known = useGate(
    mission.id,
    places.map(({ organisation }) => organisation.id),
    { day: on, aid: aidCents(aid) },
  )
  const gate = working?.gate ?? known
  const asked = rows.some(
    (row) => gate.get(row.organisation.id)?.reasonAsked || reasonAsked(to, findingsOf(mission, row, to, on)),
  )
  const refusal =
    only && others.length === 0 ? (canMove(only.state, to) ?? blockedBy([...gate.values()])) : null
  const close = () => {
    draft.clear()
    onClose()
  }
  const save = async () => {
    setWorking({ mission, rows, everybody, gate })
    try {
      await moves.run(to === 'accepted' ? byScore(rows, f.compare) : rows, {
        state: to,
        since: since ?? '',
        reason: reason.trim() || null,
        // Of several, each takes what waits with it unless another amount is given.
        aid: aidCents(aid) ?? (others.length > 0 ? undefined : null),
      })
      close()
    } finally {
      setWorking(null)
    }
  }
  return (
    <DialogForm
      about={only && others.length === 0 ? only.organisation.name : t('step.several', { count: rows.length })}
      refusal={refusal}
      error={moves.error}
      fields={fields}
      busy={working !== null}
      submit={t(`step.action.${to}`)}
      danger={to === 'withdrawn' || to === 'rejected'}
      // What went wrong stands in the form.
      onSubmit={() => {
        if (!isUnreadable(aid)) void save().catch(() => {})
      }}
      onClose={close}
    >
      <GateView items={[...gate.values()]} />
      <Consequences mission={mission} rows={rows} everybody={everybody} to={to} day={on} gate={gate} />
      <DateInput
        label={t('step.since')}
        required
        value={since}
        error={problem.field('since')}
        onChange={(next) => draft.set({ since: next })}
      />
      {places.length > 0 && <AidField value={aid} onChange={(next) => draft.set({ aid: next })} />}
      <Textarea
        label={t('step.reason')}
        required={asked}
        data-autofocus
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        error={problem.field('reason') && t('step.reasonNeeded')}
        onChange={(event) => draft.set({ reason: event.currentTarget.value })}
      />
      {moves.progress && <MovesMade progress={moves.progress} />}
    </DialogForm>
  )
}
