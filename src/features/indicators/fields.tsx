import { Select, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AlliancePicker } from '../../components/alliance-picker.tsx'
import { GrantPicker } from '../../components/grant-picker.tsx'
import { MarketPicker } from '../../components/market-picker.tsx'
import { OrganisationPicker } from '../../components/organisation-picker.tsx'
import { useProblem } from '../../components/problem-sentence.ts'
import { indicatorMeasures, type Vocabulary, vocabularies } from '../../domain/indicators.ts'
import { PartialDateInput } from '../../ui/date-input.tsx'
import { FieldRow } from '../../ui/field-row.tsx'
import { MoneyInput } from '../../ui/money-input.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { KindsInput, ThroughInput } from './kinds.tsx'
import { inMoney, type Values } from './values.ts'

/** Paths of the problems that the fields show themselves. */
export const paths = [
  'title',
  'titleFr',
  'definition',
  'measure',
  'kinds',
  'through',
  'allianceId',
  'clusterId',
  'grantId',
  'funderId',
  'marketId',
  'starts',
  'ends',
  'target',
  'currency',
]

/** All that is asked of a new indicator. */
export function IndicatorFields({
  values,
  set,
  error,
}: {
  values: Values
  set: (patch: Partial<Values>) => void
  error: unknown
}) {
  const { t } = useTranslation('indicators')
  const problem = useProblem(error)
  const { measure } = values
  return (
    <>
      <FieldRow>
        <TextInput
          label={t('field.title')}
          required
          data-autofocus
          maxLength={300}
          value={values.title}
          error={problem.field('title')}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <TextInput
          label={t('field.titleFr')}
          maxLength={300}
          value={values.titleFr}
          error={problem.field('titleFr')}
          onChange={(event) => set({ titleFr: event.currentTarget.value })}
        />
      </FieldRow>
      <FieldRow>
        <Select
          label={t('field.measure')}
          description={t(`means.${measure}`)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          allowDeselect={false}
          data={indicatorMeasures.map((value) => ({ value, label: t(`measure.${value}`) }))}
          value={measure}
          error={problem.field('measure')}
          onChange={(value) => value && set({ measure: value as Values['measure'], kinds: [], through: [] })}
        />
        {inMoney(measure) ? (
          <MoneyInput
            label={t('field.target')}
            value={values.amount}
            error={problem.field('target') ?? problem.field('currency')}
            onChange={(amount) => set({ amount })}
          />
        ) : (
          <NumberField
            label={t('field.target')}
            min={1}
            max={1_000_000}
            value={values.number}
            error={problem.field('target')}
            onChange={(number) => set({ number })}
          />
        )}
      </FieldRow>
      <KindsInput
        label={t('field.kinds')}
        measure={measure}
        value={values.kinds}
        error={problem.field('kinds', true)}
        onChange={(kinds) => set({ kinds })}
      />
      <ThroughInput
        label={t('field.through')}
        measure={measure}
        value={values.through}
        error={problem.field('through', true)}
        onChange={(through) => set({ through })}
      />
      <FieldRow>
        <AlliancePicker
          label={t('field.alliance')}
          description={t('field.scopeHint')}
          value={values.alliance}
          error={problem.field('allianceId')}
          onChange={(alliance) => set({ alliance })}
        />
        <OrganisationPicker
          clusters
          label={t('field.cluster')}
          value={values.cluster}
          error={problem.field('clusterId')}
          onChange={(cluster) => set({ cluster })}
        />
      </FieldRow>
      <FieldRow>
        <GrantPicker
          label={t('field.grant')}
          value={values.grant}
          error={problem.field('grantId')}
          onChange={(grant) => set({ grant })}
        />
        <MarketPicker
          label={t('field.market')}
          value={values.market}
          error={problem.field('marketId')}
          onChange={(market) => set({ market })}
        />
      </FieldRow>
      <FieldRow>
        <PartialDateInput
          label={t('field.starts')}
          value={values.starts}
          error={problem.field('starts')}
          onChange={(starts) => set({ starts })}
        />
        <PartialDateInput
          label={t('field.ends')}
          value={values.ends}
          error={problem.field('ends')}
          onChange={(ends) => set({ ends })}
        />
      </FieldRow>
      <FieldRow>
        <Select
          label={t('field.vocabulary')}
          allowDeselect={false}
          data={vocabularies.map((value) => ({ value, label: t(`vocabulary.${value}`) }))}
          value={values.vocabulary}
          onChange={(value) => value && set({ vocabulary: value as Vocabulary })}
        />
        <OrganisationPicker
          label={t('field.funder')}
          value={values.funder}
          error={problem.field('funderId')}
          onChange={(funder) => set({ funder })}
        />
      </FieldRow>
      <Textarea
        label={t('field.definition')}
        autosize
        minRows={2}
        maxLength={4000}
        value={values.definition}
        error={problem.field('definition')}
        onChange={(event) => set({ definition: event.currentTarget.value })}
      />
    </>
  )
}
