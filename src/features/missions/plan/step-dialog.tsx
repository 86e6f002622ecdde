import { SegmentedControl, Select, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { same } from '../../../components/conflict-dialog.tsx'
import { DialogForm } from '../../../components/dialog-form.tsx'
import { PersonPicker } from '../../../components/person-picker.tsx'
import { useProblem } from '../../../components/problem-sentence.ts'
import type { Mission } from '../../../contract/missions.ts'
import type { Named } from '../../../contract/primitives.ts'
import { type StepPhase, stepDue, stepPhases } from '../../../domain/mission.ts'
import { useFormat } from '../../../i18n/format.ts'
import { DateInput } from '../../../ui/date-input.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FieldRow } from '../../../ui/field-row.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { useDraft } from '../../../ui/use-draft.ts'
import { useStepTitle } from '../use-step-title.ts'
import { type Step, type StepInput, stepInput } from './steps.ts'
import type { MissionEditing } from './use-editing.ts'

type Timing = 'day' | 'start' | 'end'

interface Values {
  title: string
  phase: StepPhase
  timing: Timing
  due: string | null
  days: number
  owner: Named | null
}

/** A step of one's own, or one of the template's changed: its text, phase, day and who sees to it. */
export function StepDialog({
  mission,
  step,
  editing,
  onClose,
}: {
  mission: Mission
  /** Null for a new one. */
  step: Step | null
  editing: MissionEditing
  onClose: () => void
}) {
  const { t } = useTranslation('missions')
  const titleOf = useStepTitle()
  const templateTitle = step ? titleOf({ key: step.key }) : ''
  const [initial] = useState<Values>(() => ({
    title: step ? titleOf(step) : '',
    phase: step?.phase ?? 'participants',
    timing: step?.due || !step?.anchor ? 'day' : step.anchor,
    due: step?.due ?? null,
    days: step?.days ?? -30,
    owner: step?.owner ?? null,
  }))
  const [opened] = useState(step)
  const [refused, setRefused] = useState(false)
  const { values, set, clear, seen } = useDraft(`step:${mission.id}:${step?.id ?? 'new'}`, initial, opened)
  const close = () => {
    clear()
    onClose()
  }
  const save = useMutation({
    mutationFn: () => {
      const input = inputOf(values, step, templateTitle)
      const others = mission.steps.map((one) => (one.id === step?.id ? input : stepInput(one)))
      // An older version is refused: somebody else has changed this very step since the typing began.
      const over = same(seen, step) || refused ? editing.version : editing.version - 1
      return editing.save({ steps: step ? others : [...others, input] }, over)
    },
    onSuccess: close,
    onError: () => setRefused(true),
  })
  const index = step ? mission.steps.findIndex(({ id }) => id === step.id) : mission.steps.length
  const problem = useProblem(save.error)
  const error = (field: string) => problem.field(`steps.${index}.${field}`)
  return (
    <Dialog title={t(step ? 'checklist.edit' : 'checklist.add')} size="md" onClose={onClose}>
      <DialogForm
        about={mission.title}
        refusal={null}
        error={save.error}
        fields={['steps']}
        busy={save.isPending}
        submit={t('checklist.save')}
        onSubmit={() => values.title.trim() && save.mutate()}
        onClose={close}
      >
        <TextInput
          label={t('checklist.step')}
          required
          data-autofocus
          maxLength={500}
          value={values.title}
          error={error('title')}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <Select
          label={t('checklist.phase')}
          allowDeselect={false}
          data={stepPhases.map((value) => ({ value, label: t(`phase.${value}`) }))}
          value={values.phase}
          onChange={(phase) => phase && set({ phase: phase as StepPhase })}
        />
        <SegmentedControl
          fullWidth
          aria-label={t('checklist.timing.label')}
          value={values.timing}
          onChange={(timing) => set({ timing: timing as Timing })}
          data={(['day', 'start', 'end'] as const).map((value) => ({
            value,
            label: t(`checklist.timing.${value}`),
          }))}
        />
        <When mission={mission} values={values} set={set} error={error('due') ?? error('days')} />
        <PersonPicker
          label={t('checklist.owner')}
          value={values.owner}
          error={error('ownerId')}
          onChange={(owner) => set({ owner })}
        />
      </DialogForm>
    </Dialog>
  )
}

function When({
  mission,
  values,
  set,
  error,
}: {
  mission: Mission
  values: Values
  set: (patch: Partial<Values>) => void
  error: string | undefined
}) {
  const { t } = useTranslation('missions')
  const f = useFormat()
  if (values.timing === 'day')
    return (
      <DateInput
        label={t('checklist.due')}
        value={values.due}
        error={error}
        onChange={(due) => set({ due })}
      />
    )
  const { timing, days } = values
  const due = stepDue({ due: null, anchor: timing, days }, mission)
  const before = days < 0
  const size = Math.abs(days)
  return (
    <FieldRow>
      <NumberField
        label={t('checklist.days')}
        description={due && f.date(due)}
        min={0}
        max={1500}
        value={size}
        error={error}
        onChange={(value) => set({ days: before ? -(value ?? 0) : (value ?? 0) })}
      />
      <Select
        label={t('checklist.direction')}
        allowDeselect={false}
        data={[
          { value: 'before', label: t('checklist.beforeIt') },
          { value: 'after', label: t('checklist.afterIt') },
        ]}
        value={before ? 'before' : 'after'}
        onChange={(value) => set({ days: (value === 'before' ? -1 : 1) * size })}
      />
    </FieldRow>
  )
}

/** What the API is sent. A text that is still the template's stays its own, so that it reads in every language. */
function inputOf(values: Values, step: Step | null, templateTitle: string): StepInput {
  const { phase, timing, due, days, owner } = values
  const title = values.title.trim()
  const own = !step?.key || title !== templateTitle
  return {
    ...(step && { id: step.id }),
    phase,
    key: own ? null : step.key,
    title: own ? title : null,
    due: timing === 'day' ? due : null,
    anchor: timing === 'day' ? null : timing,
    days: timing === 'day' ? null : days,
    doneOn: step?.doneOn ?? null,
    ownerId: owner?.id ?? null,
  }
}
