import { useTranslation } from 'react-i18next'
import { MoneyInput, type MoneyText, moneyOf, moneyText } from '../../../../ui/money-input.tsx'

/** As it is typed: euro cents, or nothing yet. */
export const aidText = (cents: number | null): MoneyText =>
  moneyText(cents === null ? null : { minor: cents, currency: 'EUR' }, 'EUR')
export const noAid = aidText(null)

/** Euro cents; null for none, or while it can’t be read. */
export function aidCents(text: MoneyText): number | null {
  const read = text.currency === 'EUR' ? moneyOf(text) : null
  return read && read.minor > 0 ? read.minor : null
}

/** Whether what was typed is neither nothing nor an amount in euros. */
export const isUnreadable = (text: MoneyText): boolean => text.amount.trim() !== '' && aidCents(text) === null

/** De minimis aid that comes with each place: a stand, a flight. It is awarded with the step. */
export function AidField({ value, onChange }: { value: MoneyText; onChange: (value: MoneyText) => void }) {
  const { t } = useTranslation('participations')
  return (
    <MoneyInput
      label={t('placeAid.label')}
      description={t('placeAid.hint')}
      value={value}
      error={isUnreadable(value) && value.currency !== 'EUR' ? t('placeAid.euros') : null}
      onChange={onChange}
    />
  )
}
