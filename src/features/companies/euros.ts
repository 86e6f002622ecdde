import { useMemo } from 'react'
import { useFormat } from '../../i18n/format.ts'

/** Euro cents as an amount; whole euros lose their cents, which nobody reads in a column of ceilings. */
export function useEuros(): (cents: number) => string {
  const { language, money } = useFormat()
  return useMemo(() => {
    const whole = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
      style: 'currency',
      currency: 'EUR',
      maximumFractionDigits: 0,
    })
    return (cents) =>
      cents % 100 === 0 ? whole.format(cents / 100) : money({ minor: cents, currency: 'EUR' })
  }, [language, money])
}
