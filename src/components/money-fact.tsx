import type { ReactNode } from 'react'
import type { Money } from '../domain/money.ts'
import { useFormat } from '../i18n/format.ts'
import { MoneyInput, type MoneyText, moneyOf, moneyText } from '../ui/money-input.tsx'
import { EditableFact } from './editable-fact.tsx'
import type { RecordEditing } from './text-fact.tsx'

interface Props<Patch> {
  editing: RecordEditing<Patch>
  label: string
  field: keyof Patch & string
  value: Money | null
  /** In which it is typed while there is none. */
  currency: string
  description?: ReactNode
  /** It can't be emptied. */
  required?: boolean
  /** How it is shown, where that is not the amount itself. */
  children?: ReactNode
}

/** An amount with its currency. */
export function MoneyFact<Patch>(props: Props<Patch>) {
  const { editing, label, field, value, currency, description, required, children } = props
  const f = useFormat()
  const read = (money: Money | null) => moneyText(money, currency)
  return (
    <EditableFact<MoneyText>
      version={editing.version}
      reason={editing.reason}
      label={label}
      field={field}
      value={read(value)}
      valueIn={(record) => read(record[field] as Money | null)}
      show={(typed) => {
        const money = moneyOf(typed)
        return money ? f.money(money) : typed.amount
      }}
      input={({ value: typed, onChange, error, ...rest }) => (
        <MoneyInput
          label={rest['aria-label']}
          description={description}
          value={typed}
          error={error}
          onChange={onChange}
        />
      )}
      save={(typed, over) => {
        const money = moneyOf(typed)
        // What can't be read is not sent: the field itself says what is wrong with it.
        const sent = money !== undefined && !(required && money === null)
        return sent ? editing.save({ [field]: money } as Patch, over) : Promise.reject(null)
      }}
    >
      {children ?? (value && f.money(value))}
    </EditableFact>
  )
}
