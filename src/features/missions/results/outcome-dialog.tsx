import { Button, Group, MultiSelect, Select, Textarea, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { DraftNotice } from '../../../components/draft-notice.tsx'
import { FormErrors } from '../../../components/form-errors.tsx'
import { OrganisationPicker } from '../../../components/organisation-picker.tsx'
import { useProblem } from '../../../components/problem-sentence.ts'
import { savedOver } from '../../../components/saved-over.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { Schedule } from '../../../contract/meetings.ts'
import type { Mission } from '../../../contract/missions.ts'
import type { Outcome } from '../../../contract/outcomes.ts'
import type { Named } from '../../../contract/primitives.ts'
import { outcomes } from '../../../data/missions.ts'
import { type OutcomeKind, outcomeKinds } from '../../../domain/meeting.ts'
import { useFormat } from '../../../i18n/format.ts'
import { DateInput, PartialDateInput } from '../../../ui/date-input.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FieldRow } from '../../../ui/field-row.tsx'
import { MoneyInput, type MoneyText, moneyOf, moneyText } from '../../../ui/money-input.tsx'
import { useDraft } from '../../../ui/use-draft.ts'
import { type CountedPair, pairsIn } from './pairs.ts'
import classes from './results.module.css'

interface Values {
  kind: OutcomeKind
  title: string
  on: string | null
  value: MoneyText
  companies: string[]
  counterpart: Named | null
  meetingId: string | null
  evidence: string
  confirmedOn: string | null
}

const valuesOf = (outcome: Outcome | null): Values => ({
  kind: outcome?.kind ?? 'lead',
  title: outcome?.title ?? '',
  on: outcome?.on ?? null,
  value: moneyText(outcome?.value ?? null, 'EUR'),
  companies: outcome?.companies.map(({ id }) => id) ?? [],
  counterpart: outcome?.counterpart ?? null,
  meetingId: outcome?.meetingId ?? null,
  evidence: outcome?.evidence ?? '',
  confirmedOn: outcome?.confirmedOn ?? null,
})

interface Props {
  mission: Mission
  schedule: Schedule
  /** The one to change; null for a new one. */
  outcome: Outcome | null
  onClose: () => void
}

/** Records an outcome, or changes one. Choosing the meeting fills in who met. */
export function OutcomeDialog({ mission, schedule, outcome, onClose }: Props) {
  const { t } = useTranslation(['results', 'common'])
  const f = useFormat()
  const initial = useMemo(() => valuesOf(outcome), [outcome])
  const draft = useDraft(`outcome:${outcome?.id ?? mission.id}`, initial, outcome?.version)
  const { values, set, clear, restored } = draft
  const done = () => {
    clear()
    onClose()
  }
  const create = useWrite(outcomes.create, { message: () => t('outcomes.added'), onDone: done })
  const update = useWrite(outcomes.update, { message: () => t('outcomes.changed'), onDone: done })
  const error = create.error ?? update.error
  const problem = useProblem(error)
  const money = moneyOf(values.value)
  const submit = () => {
    if (money === undefined) return
    const { value: _, counterpart, ...rest } = values
    const body = {
      ...rest,
      value: money,
      counterpartId: counterpart?.id ?? null,
      evidence: values.evidence || null,
    }
    const version = outcome && savedOver(draft.seen, outcome.version, update.error)
    if (version) update.mutate({ params: { id: outcome.id }, version, body })
    else create.mutate({ params: { id: mission.id }, body })
  }
  const meetingChoices = useMemo(() => {
    const label = (pair: CountedPair) =>
      [t('funnel.pair', { a: pair.a?.name ?? '?', b: pair.b?.name ?? '?' }), pair.when]
        .filter(Boolean)
        .join(' · ')
    return (['held', 'notHeld'] as const).map((group) => ({
      group: t(`outcomes.fields.${group}`),
      items: pairsIn(
        schedule,
        schedule.meetings.flatMap(({ id, state }) => ((state === 'held') === (group === 'held') ? [id] : [])),
        f.language,
      ).map((pair) => ({ value: pair.id, label: label(pair) })),
    }))
  }, [schedule, t, f])
  const participants = new Map(schedule.participants.map((one) => [one.id, one]))
  const chooseMeeting = (meetingId: string | null) => {
    const meeting = schedule.meetings.find(({ id }) => id === meetingId)
    const a = meeting && participants.get(meeting.aId)
    const b = meeting && participants.get(meeting.bId)
    set({
      meetingId,
      ...(a && values.companies.length === 0 ? { companies: [a.organisationId] } : {}),
      ...(b && !values.counterpart ? { counterpart: { id: b.organisationId, name: b.name } } : {}),
    })
  }
  return (
    <Dialog title={t(outcome ? 'outcomes.edit' : 'outcomes.add')} onClose={onClose}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!create.isPending && !update.isPending) submit()
        }}
      >
        <DraftNotice restored={restored} onDiscard={clear} />
        <FieldRow>
          <Select
            label={t('outcomes.fields.kind')}
            data={outcomeKinds.map((kind) => ({ value: kind, label: t(`outcomes.kind.${kind}`) }))}
            value={values.kind}
            allowDeselect={false}
            onChange={(kind) => kind && set({ kind: kind as OutcomeKind })}
          />
          <PartialDateInput
            label={t('outcomes.fields.on')}
            value={values.on}
            error={problem.field('on')}
            onChange={(on) => set({ on })}
          />
        </FieldRow>
        <TextInput
          label={t('outcomes.fields.title')}
          required
          data-autofocus
          maxLength={500}
          value={values.title}
          error={problem.field('title')}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <Select
          label={t('outcomes.fields.meeting')}
          searchable
          clearable
          limit={500}
          data={meetingChoices}
          value={values.meetingId}
          error={problem.field('meetingId')}
          onChange={chooseMeeting}
        />
        <MultiSelect
          label={t('outcomes.fields.companies')}
          searchable
          data={schedule.participants
            .filter(({ side }) => side === 'home')
            .map(({ organisationId, name }) => ({ value: organisationId, label: name }))}
          value={values.companies}
          error={problem.field('companies', true)}
          onChange={(companies) => set({ companies })}
        />
        <OrganisationPicker
          label={t('outcomes.fields.counterpart')}
          value={values.counterpart}
          error={problem.field('counterpartId')}
          onChange={(counterpart) => set({ counterpart })}
        />
        <FieldRow>
          <MoneyInput
            label={t('outcomes.fields.value')}
            value={values.value}
            error={problem.field('value', true)}
            onChange={(value) => set({ value })}
          />
          <DateInput
            label={t('outcomes.fields.confirmedOn')}
            value={values.confirmedOn}
            error={problem.field('confirmedOn')}
            onChange={(confirmedOn) => set({ confirmedOn })}
          />
        </FieldRow>
        <Textarea
          label={t('outcomes.fields.evidence')}
          description={t('outcomes.fields.evidenceHint')}
          autosize
          minRows={2}
          value={values.evidence}
          error={problem.field('evidence')}
          onChange={(event) => set({ evidence: event.currentTarget.value })}
        />
        <FormErrors
          error={error}
          fields={[
            'kind',
            'title',
            'on',
            'value',
            'companies',
            'counterpartId',
            'meetingId',
            'evidence',
            'confirmedOn',
          ]}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={create.isPending || update.isPending}>
            {t('common:save')}
          </Button>
        </Group>
      </form>
    </Dialog>
  )
}
