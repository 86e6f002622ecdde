import { Select, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Money, readAmount, writeAmount } from '../domain/money.ts'
import { useFormat } from '../i18n/format.ts'
import { matches } from './matches.ts'
import classes from './money-input.module.css'

/** An amount as it is being typed. Without digits there is none. */
export interface MoneyText {
  amount: string
  currency: string
}

export const moneyText = (money: Money | null, currency: string): MoneyText =>
  money ? { amount: writeAmount(money), currency: money.currency } : { amount: '', currency }

/** What was typed: an amount, null for none, undefined where it can’t be read. */
export function moneyOf({ amount, currency }: MoneyText): Money | null | undefined {
  if (amount.trim() === '') return null
  const read = readAmount(amount, currency)
  return 'minor' in read ? { minor: read.minor, currency } : undefined
}

const currencies = Intl.supportedValuesOf('currency')

interface Props {
  label: ReactNode
  value: MoneyText
  onChange: (value: MoneyText) => void
  error?: ReactNode
  description?: ReactNode
}

/** An amount and its currency. */
export function MoneyInput({ label, value, onChange, error, description }: Props) {
  const { t } = useTranslation('ui')
  const f = useFormat()
  const [left, setLeft] = useState(value.amount !== '')
  const read = value.amount.trim() ? readAmount(value.amount, value.currency) : null
  const wrong =
    left && read && 'refusal' in read ? t(`money.${read.refusal}`, { currency: value.currency }) : null
  return (
    <div className={classes.money} data-money>
      <TextInput
        label={label}
        description={description}
        inputMode="decimal"
        autoComplete="off"
        classNames={{ input: classes.amount }}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={value.amount}
        error={error || wrong}
        onFocus={() => setLeft(false)}
        onBlur={() => setLeft(true)}
        onChange={(event) => onChange({ ...value, amount: event.currentTarget.value })}
      />
      <Select
        aria-label={t('money.currency')}
        // As high as the amount's label, so that the two fields stand in line.
        label={'\u00a0'}
        data={currencies}
        value={value.currency}
        searchable
        allowDeselect={false}
        limit={40}
        renderOption={({ option }) => `${option.value} · ${f.currency(option.value)}`}
        filter={({ options, search }) =>
          options.filter(
            (option) =>
              'value' in option && matches(`${option.value} ${f.currency(String(option.value))}`, search),
          )
        }
        comboboxProps={{ width: 260, position: 'bottom-end' }}
        onChange={(currency) => currency && onChange({ ...value, currency })}
      />
    </div>
  )
}
