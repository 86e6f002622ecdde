import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Grant } from '../../contract/grants.ts'
import { type TotalKind, totalKinds } from '../../domain/grant.ts'
import { writeAmount } from '../../domain/money.ts'
import { MoneyInput, type MoneyText, moneyOf } from '../../ui/money-input.tsx'
import classes from './total-field.module.css'

/** A total as it is being typed: how well it is known, and the amount with the grant's currency. */
export interface TotalText {
  kind: TotalKind
  money: MoneyText
}

export const totalText = ({ total, currency }: Pick<Grant, 'total' | 'currency'>): TotalText => ({
  kind: total.kind,
  money: {
    amount: total.kind === 'unknown' ? '' : writeAmount({ minor: total.minor, currency }),
    currency,
  },
})

/** What was typed; without an amount it is not known. Undefined where the amount can't be read. */
export function totalOf({ kind, money }: TotalText): Grant['total'] | undefined {
  const read = kind === 'unknown' ? null : moneyOf(money)
  if (read === undefined) return undefined
  return kind === 'unknown' || read === null ? { kind: 'unknown' } : { kind, minor: read.minor }
}

/** The total of a grant: exactly so much, more than so much, or not stated. */
export function TotalField({
  value,
  onChange,
  error,
}: {
  value: TotalText
  onChange: (value: TotalText) => void
  error?: React.ReactNode
}) {
  const { t } = useTranslation('grants')
  return (
    <div className={classes.total}>
      <Select
        label={t('fact.totalKnown')}
        allowDeselect={false}
        data={totalKinds.map((kind) => ({ value: kind, label: t(`fact.totalKind.${kind}`) }))}
        value={value.kind}
        onChange={(kind) => kind && onChange({ ...value, kind: kind as TotalKind })}
      />
      <MoneyInput
        label={t('fact.total')}
        value={value.money}
        error={error}
        // An amount that is typed is meant.
        onChange={(money) =>
          onChange({ kind: value.kind === 'unknown' && money.amount ? 'exact' : value.kind, money })
        }
      />
    </div>
  )
}
