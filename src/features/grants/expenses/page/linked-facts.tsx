import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { MissionPicker } from '../../../../components/mission-picker.tsx'
import { OrganisationPicker } from '../../../../components/organisation-picker.tsx'
import { RecordFact } from '../../../../components/record-fact.tsx'
import type { Expense } from '../../../../contract/expenses.ts'
import type { PickerProps } from '../../../../ui/async-picker.tsx'
import { OrderPicker } from '../order-picker.tsx'
import type { ExpenseEditing } from './use-editing.ts'

interface Props {
  expense: Expense
  editing: ExpenseEditing
}

const linked = {
  mission: { noun: 'missions', picker: (props: PickerProps): ReactNode => <MissionPicker {...props} /> },
  company: {
    noun: 'organisations',
    picker: (props: PickerProps): ReactNode => <OrganisationPicker companies {...props} />,
  },
  partOf: { noun: 'expenses', picker: (props: PickerProps): ReactNode => <OrderPicker {...props} /> },
} as const

/** What an expense is for and belongs to: its mission, the company that it helps, the order that it is an invoice of. */
export const LinkedFacts = (props: Props) =>
  (['mission', 'company', 'partOf'] as const).map((field) => (
    <LinkedFact key={field} {...props} field={field} />
  ))

function LinkedFact({ expense, editing, field }: Props & { field: keyof typeof linked }) {
  const { t } = useTranslation('expenses')
  const { noun, picker } = linked[field]
  return (
    <RecordFact
      editing={editing}
      label={t(`page.fact.${field}`)}
      field={field}
      value={expense[field]}
      noun={noun}
      picker={picker}
    />
  )
}
