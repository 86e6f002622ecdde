import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AlliancePicker } from '../../../components/alliance-picker.tsx'
import { OrganisationPicker } from '../../../components/organisation-picker.tsx'
import { useProblem } from '../../../components/problem-sentence.ts'
import { type FunderKind, funderKinds } from '../../../domain/grant.ts'
import { PartialDateInput } from '../../../ui/date-input.tsx'
import { FieldRow } from '../../../ui/field-row.tsx'
import { TotalField } from '../total-field.tsx'
import { basisPointsOf } from '../words.ts'
import type { NewGrant } from './values.ts'

/** Paths of the problems that the fields show themselves. */
export const newGrantPaths = [
  'title',
  'reference',
  'programme',
  'allianceId',
  'clusterId',
  'starts',
  'ends',
  'currency',
  'total',
  'funders',
]

interface Props {
  values: NewGrant
  set: (patch: Partial<NewGrant>) => void
  error: unknown
}

/** What is asked of a new grant. */
export function NewGrantFields({ values, set, error }: Props) {
  const { t } = useTranslation('grants')
  const problem = useProblem(error)
  const line = (field: 'title' | 'reference' | 'programme', maxLength: number) => ({
    label: t(`fact.${field}`),
    maxLength,
    value: values[field],
    error: problem.field(field),
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => set({ [field]: event.currentTarget.value }),
  })
  return (
    <>
      <TextInput {...line('title', 500)} required data-autofocus />
      <FieldRow>
        <TextInput {...line('reference', 200)} />
        <TextInput {...line('programme', 300)} />
      </FieldRow>
      <FieldRow>
        <AlliancePicker
          label={t('fact.alliance')}
          description={t('new.recipientHint')}
          value={values.alliance}
          error={problem.field('allianceId')}
          onChange={(alliance) => set({ alliance })}
        />
        <OrganisationPicker
          clusters
          label={t('fact.cluster')}
          value={values.cluster}
          error={problem.field('clusterId')}
          onChange={(cluster) => set({ cluster })}
        />
      </FieldRow>
      <FieldRow>
        <PartialDateInput
          label={t('fact.starts')}
          value={values.starts}
          error={problem.field('starts')}
          onChange={(starts) => set({ starts })}
        />
        <PartialDateInput
          label={t('fact.ends')}
          value={values.ends}
          error={problem.field('ends')}
          onChange={(ends) => set({ ends })}
        />
      </FieldRow>
      <TotalField
        value={values.total}
        error={problem.field('total', true) ?? problem.field('currency')}
        onChange={(total) => set({ total })}
      />
      <FunderFields values={values} set={set} error={error} />
    </>
  )
}

/** The first funder; more are added on the grant's page. */
function FunderFields({ values, set, error }: Props) {
  const { t } = useTranslation('grants')
  const problem = useProblem(error)
  const unread = basisPointsOf(values.share) === undefined
  return (
    <FieldRow>
      <OrganisationPicker
        label={t('new.firstFunder')}
        value={values.funder}
        error={problem.field('funders', true)}
        onChange={(funder) => set({ funder })}
      />
      {values.funder && (
        <>
          <Select
            label={t('funders.kind')}
            allowDeselect={false}
            data={funderKinds.map((value) => ({ value, label: t(`funderKind.${value}`) }))}
            value={values.funderKind}
            onChange={(kind) => kind && set({ funderKind: kind as FunderKind })}
          />
          <TextInput
            label={t('new.share')}
            description={t('new.shareHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            inputMode="decimal"
            maxLength={10}
            value={values.share}
            error={unread && t('new.wrongShare')}
            onChange={(event) => set({ share: event.currentTarget.value })}
          />
        </>
      )}
    </FieldRow>
  )
}
