import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { GrantPicker } from '../../../../components/grant-picker.tsx'
import { OrganisationPicker } from '../../../../components/organisation-picker.tsx'
import { useProblem } from '../../../../components/problem-sentence.ts'
import { grants } from '../../../../data/grants.ts'
import { useFormat } from '../../../../i18n/format.ts'
import { DateInput } from '../../../../ui/date-input.tsx'
import { FieldRow } from '../../../../ui/field-row.tsx'
import { MoneyInput, moneyOf } from '../../../../ui/money-input.tsx'
import { useLineName } from '../../line-name.ts'
import { basisPointsOf } from '../../words.ts'
import { useRateWords } from '../rate-words.ts'
import { useConversion } from '../sheet/converted.tsx'
import { type EnteredState, enteredStates } from '../sheet/entry.ts'
import { useLines } from '../use-known.ts'
import { LinkFields } from './link-fields.tsx'
import { type NewExpense, readVat } from './values.ts'

/** Paths of the problems that the fields show themselves. */
export const newExpensePaths = [
  'title',
  'amount',
  'vatMinor',
  'plannedOn',
  'committedOn',
  'paidOn',
  'supplierId',
  'supplierName',
  'reference',
  'payerId',
  'beneficiaryId',
  'missionId',
  'companyId',
  'partOfId',
  'note',
  'shares',
]

export interface FieldsProps {
  values: NewExpense
  set: (patch: Partial<NewExpense>) => void
  error: unknown
}

/** What is asked of an expense. */
export function NewExpenseFields({ values, set, error }: FieldsProps) {
  const { t } = useTranslation(['expenses', 'ui'])
  const problem = useProblem(error)
  const { state, money, vat } = values
  const noVat = readVat(vat, money.currency) === undefined
  return (
    <>
      <TextInput
        label={t('new.what')}
        required
        data-autofocus
        maxLength={500}
        value={values.title}
        error={problem.field('title')}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <MoneyInput
        label={t('new.amount')}
        value={money}
        error={problem.field('amount', true)}
        onChange={(next) => set({ money: next })}
      />
      <FieldRow>
        <Select
          label={t('new.state')}
          allowDeselect={false}
          data={enteredStates.map((value) => ({ value, label: t(`state.${value}`) }))}
          value={state}
          onChange={(next) => next && set({ state: next as EnteredState })}
        />
        <DateInput
          label={t(`new.day.${state}`)}
          required
          value={values.day}
          error={problem.field('plannedOn') ?? problem.field('committedOn') ?? problem.field('paidOn')}
          onChange={(day) => set({ day })}
        />
      </FieldRow>
      <GrantFields values={values} set={set} error={error} />
      <SupplierFields values={values} set={set} error={error} />
      <LinkFields values={values} set={set} error={error} />
      <FieldRow>
        <TextInput
          label={t('new.vat', { currency: money.currency })}
          inputMode="decimal"
          maxLength={30}
          value={vat}
          error={problem.field('vatMinor') ?? (noVat && t('ui:money.not_a_number'))}
          onChange={(event) => set({ vat: event.currentTarget.value })}
        />
        <Checkbox
          label={t('new.vatRecoverable')}
          style={{ alignSelf: 'end', paddingBottom: 8 }}
          disabled={vat.trim() === ''}
          checked={values.vatRecoverable}
          onChange={(event) => set({ vatRecoverable: event.currentTarget.checked })}
        />
      </FieldRow>
      <Textarea
        label={t('new.note')}
        autosize
        minRows={1}
        maxLength={20_000}
        value={values.note}
        error={problem.field('note')}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
    </>
  )
}

function GrantFields({ values, set, error }: FieldsProps) {
  const { t } = useTranslation('expenses')
  const problem = useProblem(error)
  const { grant, line, share } = values
  const lines = useLines(grant?.id)
  const { data } = useQuery({
    ...grants.read({ params: { id: grant?.id ?? '' } }),
    enabled: grant !== null,
  })
  const lineName = useLineName(data?.rules)
  return (
    <>
      <GrantPicker
        label={t('new.grant')}
        value={grant}
        error={problem.field('shares') ?? problem.field('shares.0.grantId')}
        onChange={(next) => set({ grant: next, line: null })}
      />
      {grant && (
        <FieldRow>
          <Select
            label={t('new.line')}
            clearable
            searchable
            data={lines.map((one) => ({ value: one.id, label: lineName(one) }))}
            value={line}
            error={problem.field('shares.0.lineId')}
            onChange={(next) => set({ line: next })}
          />
          <TextInput
            label={t('new.share')}
            inputMode="decimal"
            maxLength={10}
            value={share}
            error={
              problem.field('shares.0.bp') ?? (basisPointsOf(share) === undefined && t('new.wrongShare'))
            }
            onChange={(event) => set({ share: event.currentTarget.value })}
          />
        </FieldRow>
      )}
      {grant && data && <ComesTo values={values} grantId={grant.id} currency={data.currency} />}
    </>
  )
}

/** What the amount comes to in the grant's currency, and by which rate. */
function ComesTo({ values, grantId, currency }: { values: NewExpense; grantId: string; currency: string }) {
  const { t } = useTranslation('expenses')
  const f = useFormat()
  const words = useRateWords()
  const money = moneyOf(values.money)
  const { answer } = useConversion(money && money.currency !== currency ? grantId : undefined, {
    minor: money?.minor ?? null,
    currency: values.money.currency,
    on: values.day ?? '',
  })
  if (!answer || values.money.currency === currency) return null
  return (
    <p role="status" style={{ margin: 0, fontSize: 13, color: 'var(--ink-soft)' }}>
      {t('new.comesTo', {
        amount: f.money({ minor: answer.minor, currency: answer.currency }),
        rate: words(answer.rate, values.money.currency, answer.currency),
      })}
    </p>
  )
}

function SupplierFields({ values, set, error }: FieldsProps) {
  const { t } = useTranslation('expenses')
  const problem = useProblem(error)
  const { supplier, supplierName } = values
  return (
    <>
      <FieldRow>
        <OrganisationPicker
          label={t('new.supplier')}
          description={!supplier && supplierName ? t('new.supplierNamed', { name: supplierName }) : undefined}
          value={supplier}
          error={problem.field('supplierId') ?? problem.field('supplierName')}
          onCreate={(name) => set({ supplier: null, supplierName: name })}
          onChange={(next) => set({ supplier: next, supplierName: '' })}
        />
        <TextInput
          label={t('new.reference')}
          maxLength={200}
          value={values.reference}
          error={problem.field('reference')}
          onChange={(event) => set({ reference: event.currentTarget.value })}
        />
      </FieldRow>
      <FieldRow>
        {(['payer', 'beneficiary'] as const).map((field) => (
          <OrganisationPicker
            key={field}
            clusters
            label={t(`new.${field}`)}
            value={values[field]}
            error={problem.field(`${field}Id`)}
            onChange={(next) => set({ [field]: next })}
          />
        ))}
      </FieldRow>
    </>
  )
}
