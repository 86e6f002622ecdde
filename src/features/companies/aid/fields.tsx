import { Select, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { OrganisationPicker } from '../../../components/organisation-picker.tsx'
import type { useProblem } from '../../../components/problem-sentence.ts'
import { aidInstruments } from '../../../contract/aid.ts'
import type { Company } from '../../../contract/companies.ts'
import { aidPurposes, legalBases, memberStates } from '../../../domain/de-minimis-regimes.ts'
import { useFormat } from '../../../i18n/format.ts'
import { DateInput } from '../../../ui/date-input.tsx'
import { FieldRow } from '../../../ui/field-row.tsx'
import { MoneyInput } from '../../../ui/money-input.tsx'
import { GivenFor } from './given-for.tsx'
import type { AidValues } from './values.ts'

/** Paths of the problems that the fields show themselves. */
export const aidFieldNames = [
  'grantedOn',
  'memberState',
  'basis',
  'amount',
  'rate',
  'purpose',
  'eligibleCosts',
  'instrument',
  'sector',
  'granterId',
  'granterName',
  'reference',
  'note',
  'participationId',
  'serviceId',
]

interface Props {
  company: Company
  values: AidValues
  set: (patch: Partial<AidValues>) => void
  problem: ReturnType<typeof useProblem>
  /** Ours: it may be given for something that the company took part in or got. */
  award: boolean
  /** Whether the body that grants it is to be said first. */
  noGranter: boolean
}

export function AidFields({ company, values, set, problem, award, noGranter }: Props) {
  const { t } = useTranslation('aid')
  const f = useFormat()
  const { currency } = values.amount
  const text = (field: 'sector' | 'granterName' | 'reference', maxLength: number) => (
    <TextInput
      label={t(`form.${field}`)}
      maxLength={maxLength}
      value={values[field]}
      error={problem.field(field)}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  )
  const choice = <F extends 'basis' | 'purpose' | 'instrument'>(
    field: F,
    all: readonly AidValues[F][],
    word: (value: AidValues[F]) => string,
  ) => (
    <Select
      label={t(`form.${field}`)}
      allowDeselect={false}
      data={all.map((value) => ({ value, label: word(value) }))}
      value={values[field]}
      error={problem.field(field)}
      onChange={(value) => value && set({ [field]: value as AidValues[F] })}
    />
  )
  return (
    <>
      <FieldRow>
        <MoneyInput
          label={t('form.amount')}
          description={t('form.amountHint')}
          value={values.amount}
          error={problem.field('amount', true)}
          onChange={(amount) =>
            set({ amount, eligibleCosts: { ...values.eligibleCosts, currency: amount.currency } })
          }
        />
        <DateInput
          label={t('form.grantedOn')}
          description={t('form.grantedOnHint')}
          required
          value={values.grantedOn}
          error={problem.field('grantedOn')}
          onChange={(grantedOn) => set({ grantedOn })}
        />
      </FieldRow>
      {currency !== 'EUR' && (
        <TextInput
          label={t('form.rate', { currency })}
          inputMode="decimal"
          value={values.rate}
          error={problem.field('rate')}
          onChange={(event) => set({ rate: event.currentTarget.value })}
        />
      )}
      <FieldRow>
        {choice('basis', legalBases, (value) => t(`basis.${value}`))}
        {choice('purpose', aidPurposes, (value) => t(`purpose.${value}`))}
      </FieldRow>
      {values.basis.startsWith('gber') && (
        <MoneyInput
          label={t('form.eligibleCosts')}
          value={values.eligibleCosts}
          error={problem.field('eligibleCosts', true)}
          onChange={(eligibleCosts) =>
            set({ eligibleCosts, amount: { ...values.amount, currency: eligibleCosts.currency } })
          }
        />
      )}
      {award && <GivenFor company={company} values={values} set={set} problem={problem} />}
      <FieldRow>
        <OrganisationPicker
          label={t('form.granter')}
          value={values.granter}
          required={award}
          error={problem.field('granterId') ?? (noGranter ? t('form.granterNeeded') : undefined)}
          onChange={(granter) => set({ granter })}
        />
        {!values.granter && text('granterName', 300)}
        {text('reference', 100)}
      </FieldRow>
      <FieldRow>
        <Select
          label={t('form.memberState')}
          clearable
          searchable
          placeholder={t('form.memberStateHint')}
          data={memberStates
            .map((code) => ({ value: code, label: f.country(code) }))
            .sort((a, b) => f.compare(a.label, b.label))}
          value={values.memberState}
          error={problem.field('memberState')}
          onChange={(memberState) => set({ memberState })}
        />
        {choice('instrument', aidInstruments, (value) => t(`instrument.${value}`))}
        {text('sector', 100)}
      </FieldRow>
      <Textarea
        label={t('form.note')}
        autosize
        minRows={1}
        maxLength={4000}
        value={values.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
    </>
  )
}
