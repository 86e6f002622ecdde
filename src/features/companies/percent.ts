import { useMemo } from 'react'
import { useFormat } from '../../i18n/format.ts'

/** A number of hundredths as the reader writes it, with two decimals at most: "33.33%". */
export function usePercent(): (percent: number) => string {
  const { language } = useFormat()
  return useMemo(() => {
    const style = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
      style: 'percent',
      maximumFractionDigits: 2,
    })
    return (percent) => style.format(percent / 100)
  }, [language])
}
