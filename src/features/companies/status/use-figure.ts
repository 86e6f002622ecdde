import { useTranslation } from 'react-i18next'
import type { measures } from '../../../domain/sme/ceilings.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useEuros } from '../euros.ts'

type Measure = (typeof measures)[number]

/** Work units, or euro cents, as one reads them; "at least" where something of the sum is not known, a dash where nothing is. */
export function useFigure(): (measure: Measure, sum: { known: number; complete: boolean }) => string {
  const { t } = useTranslation('sme')
  const f = useFormat()
  const euros = useEuros()
  return (measure, { known, complete }) => {
    const figure = measure === 'headcount' ? f.number(known) : euros(known)
    if (complete) return figure
    return known > 0 ? t('atLeast', { figure }) : '–'
  }
}
