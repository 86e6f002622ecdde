import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AlliancePicker } from '../../../components/alliance-picker.tsx'
import { OrganisationPicker } from '../../../components/organisation-picker.tsx'
import { useProblem } from '../../../components/problem-sentence.ts'
import { PartialDateInput } from '../../../ui/date-input.tsx'
import { FieldRow } from '../../../ui/field-row.tsx'
import { FunderRows } from '../funder-rows.tsx'
import { TotalField, totalOf } from '../total-field.tsx'
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
      <FunderRows
        rows={values.funders}
        onChange={(funders) => set({ funders })}
        currency={values.total.money.currency}
        total={totalOf(values.total)}
        error={problem.field('funders', true)}
      />
    </>
  )
}
