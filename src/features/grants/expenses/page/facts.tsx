import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { EditableFact } from '../../../../components/editable-fact.tsx'
import { MoneyFact } from '../../../../components/money-fact.tsx'
import { OrganisationPicker } from '../../../../components/organisation-picker.tsx'
import { RecordFact } from '../../../../components/record-fact.tsx'
import { TextFact } from '../../../../components/text-fact.tsx'
import type { Expense } from '../../../../contract/expenses.ts'
import { useFormat } from '../../../../i18n/format.ts'
import { DateInput } from '../../../../ui/date-input.tsx'
import { Fact, Facts } from '../../../../ui/facts.tsx'
import { MoneyInput, type MoneyText, moneyOf, moneyText } from '../../../../ui/money-input.tsx'
import { Section } from '../../../../ui/section.tsx'
import { LinkedFacts } from './linked-facts.tsx'
import type { ExpenseEditing } from './use-editing.ts'

interface Props {
  expense: Expense
  editing: ExpenseEditing
}

/** The facts of an expense, each edited where it stands. */
export function ExpenseFacts({ expense, editing }: Props) {
  const { t } = useTranslation('expenses')
  const f = useFormat()
  const { amount, enteredBy, approvedBy, approvedOn } = expense
  const money = (minor: number) => f.money({ minor, currency: amount.currency })
  return (
    <Section title={t('page.facts')}>
      <Facts>
        <TextFact
          editing={editing}
          label={t('page.fact.title')}
          field="title"
          value={expense.title}
          required
          maxLength={500}
        />
        <MoneyFact
          editing={editing}
          label={t('page.fact.amount')}
          field="amount"
          value={amount}
          currency={amount.currency}
          required
        />
        <VatFacts expense={expense} editing={editing} />
        {expense.eligible !== amount.minor && (
          <Fact label={t('page.fact.eligible')}>{money(expense.eligible)}</Fact>
        )}
        {(['plannedOn', 'committedOn', 'expectedOn', 'paidOn', 'cancelledOn'] as const).map((field) => (
          <DayFact key={field} expense={expense} editing={editing} field={field} />
        ))}
        <BodyFact expense={expense} editing={editing} field="supplier" />
        {!expense.supplier && (
          <TextFact
            editing={editing}
            label={t('page.fact.supplierName')}
            field="supplierName"
            value={expense.supplierName}
            maxLength={300}
          />
        )}
        <TextFact
          editing={editing}
          label={t('page.fact.reference')}
          field="reference"
          value={expense.reference}
          maxLength={200}
        />
        <BodyFact expense={expense} editing={editing} field="payer" />
        <BodyFact expense={expense} editing={editing} field="beneficiary" />
        <LinkedFacts expense={expense} editing={editing} />
        {expense.invoiced > 0 && <Fact label={t('page.fact.invoiced')}>{money(expense.invoiced)}</Fact>}
        <Fact label={t('page.fact.enteredBy')}>{enteredBy?.name}</Fact>
        <Fact label={t('page.fact.approved')}>
          {approvedOn
            ? t('page.approvedBy', { name: approvedBy?.name ?? '', date: f.date(approvedOn) })
            : t('page.notApproved')}
        </Fact>
        <TextFact
          editing={editing}
          label={t('page.fact.note')}
          field="note"
          value={expense.note}
          long
          maxLength={20_000}
        />
      </Facts>
    </Section>
  )
}

function VatFacts({ expense: { amount, vatMinor, vatRecoverable }, editing }: Props) {
  const { t } = useTranslation('expenses')
  const f = useFormat()
  const { currency } = amount
  const money = (minor: number | null) => (minor === null ? null : { minor, currency })
  const typed = (minor: number | null) => moneyText(money(minor), currency)
  const words = { true: t('page.vatYes'), false: t('page.vatNo') }
  const at = { version: editing.version, reason: editing.reason }
  return (
    <>
      <EditableFact<MoneyText>
        {...at}
        label={t('page.fact.vat')}
        field="vatMinor"
        value={typed(vatMinor)}
        valueIn={(record) => typed(record.vatMinor as number | null)}
        show={(value) => value.amount}
        input={({ value, onChange, error, ...props }) => (
          <MoneyInput
            label={props['aria-label']}
            value={value}
            error={error}
            onChange={(next) => onChange({ ...next, currency })}
          />
        )}
        save={(value, over) => {
          const read = moneyOf(value)
          return read === undefined
            ? Promise.reject(null)
            : editing.save({ vatMinor: read?.minor ?? null }, over)
        }}
      >
        {vatMinor !== null && f.money({ minor: vatMinor, currency })}
      </EditableFact>
      <EditableFact<string | null>
        {...at}
        label={t('page.fact.vatRecoverable')}
        field="vatRecoverable"
        value={vatRecoverable === null ? null : String(vatRecoverable)}
        show={(value) => value && words[value as keyof typeof words]}
        input={({ onChange, ...props }) => (
          <Select
            {...props}
            clearable
            data={(['true', 'false'] as const).map((value) => ({ value, label: words[value] }))}
            onChange={onChange}
          />
        )}
        save={(value, over) =>
          editing.save({ vatRecoverable: value === null ? null : value === 'true' }, over)
        }
      >
        {vatRecoverable !== null && words[`${vatRecoverable}`]}
      </EditableFact>
    </>
  )
}

function DayFact({
  expense,
  editing,
  field,
}: Props & { field: 'plannedOn' | 'committedOn' | 'expectedOn' | 'paidOn' | 'cancelledOn' }) {
  const { t } = useTranslation('expenses')
  const f = useFormat()
  const value = expense[field]
  return (
    <EditableFact
      version={editing.version}
      reason={editing.reason}
      label={t(`page.fact.${field}`)}
      field={field}
      value={value}
      show={(day) => day && f.date(day)}
      input={(input) => <DateInput {...input} />}
      save={(day, over) => editing.save({ [field]: day }, over)}
    >
      {value ? f.date(value) : '–'}
    </EditableFact>
  )
}

function BodyFact({ expense, editing, field }: Props & { field: 'supplier' | 'payer' | 'beneficiary' }) {
  const { t } = useTranslation('expenses')
  return (
    <RecordFact
      editing={editing}
      label={t(`page.fact.${field}`)}
      field={field}
      value={expense[field]}
      noun="organisations"
      cluster={field !== 'supplier'}
      colour={field === 'payer' ? expense.payerColour : null}
      picker={(props) => <OrganisationPicker {...props} clusters={field !== 'supplier'} />}
    />
  )
}
