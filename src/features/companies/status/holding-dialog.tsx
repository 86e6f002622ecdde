import { Checkbox, Fieldset, NumberInput, SegmentedControl, Select, Stack, Textarea } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogForm } from '../../../components/dialog-form.tsx'
import { DraftNotice } from '../../../components/draft-notice.tsx'
import { OrganisationPicker } from '../../../components/organisation-picker.tsx'
import { PeriodFields } from '../../../components/period-fields.tsx'
import { PersonPicker } from '../../../components/person-picker.tsx'
import { useProblem } from '../../../components/problem-sentence.ts'
import { savedOver } from '../../../components/saved-over.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { Company } from '../../../contract/companies.ts'
import type { OwnershipLink } from '../../../contract/ownership.ts'
import { ownership } from '../../../data/ownership.ts'
import { type HolderType, holderTypes } from '../../../domain/ownership.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { FieldRow } from '../../../ui/field-row.tsx'
import { useDraft } from '../../../ui/use-draft.ts'
import { HolderFields } from './holder-fields.tsx'
import { type HoldingValues, holdingFields, holdingValues } from './holding-values.ts'

const fields = [
  'holderId',
  'holderPersonId',
  'heldId',
  'holderType',
  'capital',
  'voting',
  'invested',
  'budget',
  'inhabitants',
  'from',
  'to',
]
const flags = ['appointsBoard', 'dominantInfluence', 'votesByAgreement'] as const
/** What persons may hold as. */
const personTypes: readonly HolderType[] = ['person', 'business_angel']

interface Props {
  company: Company
  side: 'owners' | 'holdings'
  link: OwnershipLink | null
  onClose: () => void
}

/** Enters who holds a company, or what it holds; or changes that. */
export function HoldingDialog({ company, side, link, onClose }: Props) {
  const { t } = useTranslation(['sme', 'common'])
  const initial = useMemo(() => holdingValues(link, side), [link, side])
  const draft = useDraft(`holding:${side}:${link?.id ?? company.id}`, initial, link?.version)
  const { values, set, clear } = draft
  const done = () => {
    clear()
    onClose()
  }
  const create = useWrite(ownership.create, { message: () => t('holding.added'), onDone: done })
  const update = useWrite(ownership.update, { message: () => t('holding.changed'), onDone: done })
  const error = create.error ?? update.error
  const problem = useProblem(error)
  const submit = () => {
    const body = holdingFields(values)
    if (!body) return
    if (link) {
      const version = savedOver(draft.seen, link.version, update.error)
      return update.mutate({ params: { id: link.id }, version, body })
    }
    const other = values.other?.id ?? null
    const ends =
      side === 'holdings'
        ? { holderId: company.id, heldId: other ?? '' }
        : { heldId: company.id, [values.byPerson ? 'holderPersonId' : 'holderId']: other }
    create.mutate({ body: { ...body, ...ends } })
  }
  const types = holderTypes.filter((type) =>
    values.byPerson ? personTypes.includes(type) : type !== 'person',
  )
  const share = (field: 'capital' | 'voting') => (
    <NumberInput
      label={t(`holding.${field}`)}
      description={field === 'voting' ? t('holding.votingHint') : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      min={0}
      max={100}
      // More than all is told, not made into all.
      clampBehavior="none"
      decimalScale={2}
      suffix=" %"
      hideControls
      value={values[field] ?? ''}
      error={problem.field(field)}
      onChange={(next) => set({ [field]: next === '' ? null : Number(next) })}
    />
  )
  return (
    <Dialog title={link ? t('holding.edit') : t(`${side}.add`)} onClose={onClose}>
      <DialogForm
        about={link ? `${link.holder.name} → ${link.held.name}` : company.name}
        refusal={null}
        error={error}
        fields={fields}
        busy={create.isPending || update.isPending}
        submit={t('common:save')}
        onSubmit={submit}
        onClose={done}
      >
        <DraftNotice restored={draft.restored} onDiscard={clear} />
        {!link && <Other side={side} company={company} values={values} set={set} problem={problem} />}
        <Select
          label={t('holding.holderType')}
          allowDeselect={false}
          data={types.map((value) => ({ value, label: t(`holding.holderTypes.${value}`) }))}
          value={values.holderType}
          error={problem.field('holderType')}
          onChange={(type) => type && set({ holderType: type as HolderType })}
        />
        <FieldRow>
          {share('capital')}
          {share('voting')}
        </FieldRow>
        <Fieldset legend={t('holding.flags')} variant="unstyled">
          <Stack gap={6}>
            {flags.map((flag) => (
              <Checkbox
                key={flag}
                label={t(`holding.${flag}`)}
                checked={values[flag]}
                onChange={(event) => set({ [flag]: event.currentTarget.checked })}
              />
            ))}
          </Stack>
        </Fieldset>
        <HolderFields values={values} set={set} problem={problem} />
        <PeriodFields row={values} patch={set} />
        <Textarea
          label={t('holding.note')}
          autosize
          minRows={1}
          maxLength={4000}
          value={values.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
      </DialogForm>
    </Dialog>
  )
}

/** Who the owner is, an organisation or a person, or which company is held. */
function Other({
  side,
  company,
  values,
  set,
  problem,
}: Pick<Props, 'side' | 'company'> & {
  values: HoldingValues
  set: (patch: Partial<HoldingValues>) => void
  problem: ReturnType<typeof useProblem>
}) {
  const { t } = useTranslation('sme')
  const picker = {
    required: true,
    'data-autofocus': true,
    value: values.other,
    onChange: (other: HoldingValues['other']) => set({ other }),
  }
  if (side === 'holdings')
    return (
      <OrganisationPicker
        {...picker}
        label={t('holding.held')}
        exclude={[company.id]}
        error={problem.field('heldId')}
      />
    )
  return (
    <>
      <SegmentedControl
        aria-label={t('holding.kindOfOwner')}
        value={values.byPerson ? 'person' : 'organisation'}
        data={(['organisation', 'person'] as const).map((value) => ({ value, label: t(`holding.${value}`) }))}
        onChange={(kind) =>
          set({
            byPerson: kind === 'person',
            other: null,
            holderType: kind === 'person' ? 'person' : 'enterprise',
          })
        }
      />
      {values.byPerson ? (
        <PersonPicker {...picker} label={t('holding.owner')} error={problem.field('holderPersonId')} />
      ) : (
        <OrganisationPicker
          {...picker}
          label={t('holding.owner')}
          exclude={[company.id]}
          error={problem.field('holderId')}
        />
      )}
    </>
  )
}
