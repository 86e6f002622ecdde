import { Checkbox, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogForm } from '../../../components/dialog-form.tsx'
import { DraftNotice } from '../../../components/draft-notice.tsx'
import { useProblem } from '../../../components/problem-sentence.ts'
import { savedOver } from '../../../components/saved-over.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { Accounts } from '../../../contract/accounts.ts'
import type { Company } from '../../../contract/companies.ts'
import { accounts } from '../../../data/accounts.ts'
import { type AccountsBasis, accountsBases } from '../../../domain/sme/accounts.ts'
import { useFormat } from '../../../i18n/format.ts'
import { DateInput } from '../../../ui/date-input.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FieldRow } from '../../../ui/field-row.tsx'
import { MoneyInput, type MoneyText, moneyOf, moneyText } from '../../../ui/money-input.tsx'
import { useDraft } from '../../../ui/use-draft.ts'

interface Values {
  closedOn: string | null
  basis: AccountsBasis
  consolidated: boolean
  headcount: number | null
  turnover: MoneyText
  balanceSheet: MoneyText
  rate: string
  rateOn: string | null
  rateSource: string
  note: string
}

function valuesOf(year: Accounts | null): Values {
  const currency = year?.currency ?? 'EUR'
  const text = (minor: number | null | undefined) =>
    moneyText(minor === null || minor === undefined ? null : { minor, currency }, currency)
  return {
    closedOn: year?.closedOn ?? null,
    basis: year?.basis ?? 'approved',
    consolidated: year?.consolidated ?? false,
    headcount: year?.headcount ?? null,
    turnover: text(year?.turnover),
    balanceSheet: text(year?.balanceSheet),
    rate: year?.rate ?? '',
    rateOn: year?.rateOn ?? null,
    rateSource: year?.rateSource ?? '',
    note: year?.note ?? '',
  }
}

const fields = [
  'closedOn',
  'basis',
  'consolidated',
  'headcount',
  'turnover',
  'balanceSheet',
  'currency',
  'rate',
  'rateOn',
  'rateSource',
  'note',
]

/** Enters the accounts of a year, or changes them. Both amounts are in one currency. */
export function YearDialog({
  company,
  year,
  onClose,
}: {
  company: Company
  year: Accounts | null
  onClose: () => void
}) {
  const { t } = useTranslation(['sme', 'common'])
  const f = useFormat()
  const initial = useMemo(() => valuesOf(year), [year])
  const draft = useDraft(`accounts:${year?.id ?? company.id}`, initial, year?.version)
  const { values, set, clear, restored } = draft
  const done = () => {
    clear()
    onClose()
  }
  const create = useWrite(accounts.create, { message: () => t('years.added'), onDone: done })
  const update = useWrite(accounts.update, { message: () => t('years.changed'), onDone: done })
  const error = create.error ?? update.error
  const problem = useProblem(error)
  const { currency } = values.turnover
  const money = (field: 'turnover' | 'balanceSheet') => ({
    label: t(`years.${field}`),
    value: values[field],
    error: problem.field(field),
    onChange: (value: MoneyText) => {
      const other = field === 'turnover' ? 'balanceSheet' : 'turnover'
      set({ [field]: value, [other]: { ...values[other], currency: value.currency } })
    },
  })
  const submit = () => {
    const [turnover, balanceSheet] = [moneyOf(values.turnover), moneyOf(values.balanceSheet)]
    // What can't be read says so at its field.
    if (turnover === undefined || balanceSheet === undefined) return
    const foreign = currency !== 'EUR'
    const body = {
      ...values,
      closedOn: values.closedOn ?? '',
      turnover: turnover?.minor ?? null,
      balanceSheet: balanceSheet?.minor ?? null,
      currency,
      rate: (foreign && values.rate.trim().replace(',', '.')) || null,
      rateOn: foreign ? values.rateOn : null,
      rateSource: (foreign && values.rateSource) || null,
      note: values.note || null,
    }
    const version = year && savedOver(draft.seen, year.version, update.error)
    if (version) update.mutate({ params: { id: year.id }, version, body })
    else create.mutate({ params: { id: company.id }, body })
  }
  return (
    <Dialog
      title={year ? t('years.edit', { date: f.date(year.closedOn) }) : t('years.add')}
      onClose={onClose}
    >
      <DialogForm
        about={company.name}
        refusal={null}
        error={error}
        fields={fields}
        busy={create.isPending || update.isPending}
        submit={t('common:save')}
        onSubmit={submit}
        onClose={done}
      >
        <DraftNotice restored={restored} onDiscard={clear} />
        <FieldRow>
          <DateInput
            label={t('years.closedOn')}
            required
            data-autofocus
            value={values.closedOn}
            error={problem.field('closedOn')}
            onChange={(closedOn) => set({ closedOn })}
          />
          <Select
            label={t('years.basis')}
            allowDeselect={false}
            data={accountsBases.map((value) => ({ value, label: t(`years.bases.${value}`) }))}
            value={values.basis}
            onChange={(basis) => basis && set({ basis: basis as AccountsBasis })}
          />
        </FieldRow>
        <NumberInput
          label={t('years.headcount')}
          description={t('years.hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          min={0}
          decimalScale={2}
          hideControls
          value={values.headcount ?? ''}
          error={problem.field('headcount')}
          onChange={(next) => set({ headcount: next === '' ? null : Number(next) })}
        />
        <FieldRow>
          <MoneyInput {...money('turnover')} />
          <MoneyInput {...money('balanceSheet')} />
        </FieldRow>
        {currency !== 'EUR' && (
          <FieldRow>
            <TextInput
              label={t('years.rate', { currency })}
              inputMode="decimal"
              value={values.rate}
              error={problem.field('rate')}
              onChange={(event) => set({ rate: event.currentTarget.value })}
            />
            <DateInput
              label={t('years.rateOn')}
              value={values.rateOn}
              error={problem.field('rateOn')}
              onChange={(rateOn) => set({ rateOn })}
            />
            <TextInput
              label={t('years.rateSource')}
              maxLength={200}
              value={values.rateSource}
              onChange={(event) => set({ rateSource: event.currentTarget.value })}
            />
          </FieldRow>
        )}
        <Checkbox
          label={t('years.consolidated')}
          checked={values.consolidated}
          onChange={(event) => set({ consolidated: event.currentTarget.checked })}
        />
        <Textarea
          label={t('years.note')}
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
