import { useTranslation } from 'react-i18next'
import type { RateUsed } from '../../../contract/expenses.ts'
import { useFormat } from '../../../i18n/format.ts'

/** By which rate an amount was reckoned, of which day, and where that is from. */
export function useRateWords() {
  const { t } = useTranslation('expenses')
  const f = useFormat()
  return (rate: RateUsed, from: string, to: string): string => {
    if (rate.policy === 'same_currency') return t('rate.none')
    const known =
      rate.crossRate === null
        ? t('rate.words', {
            rate: rate.rate,
            currency: from,
            to: rate.policy === 'by_hand' || rate.policy === 'fixed' ? to : 'EUR',
          })
        : t('rate.cross', { rate: rate.rate, currency: from, cross: rate.crossRate, to })
    const dated = rate.on ? t('rate.on', { words: known, date: f.date(rate.on) }) : known
    const sourced = rate.source ? t('rate.source', { words: dated, source: rate.source }) : dated
    return rate.provisional ? t('rate.provisional', { words: sourced }) : sourced
  }
}
