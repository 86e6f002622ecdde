import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { isCivilDate } from '../../../../domain/partial-date.ts'
import type { GateFinding } from '../../../../domain/participation.ts'
import { useFormat } from '../../../../i18n/format.ts'

/** Amounts among the params of a finding about aid, in euro cents. */
const amounts = ['ceiling', 'sum', 'asked', 'after', 'most']

/** The sentence of what the gate found. */
export function useFindingText(): (finding: GateFinding) => string {
  const { t } = useTranslation('participations')
  const f = useFormat()
  return ({ code, params = {} }) => {
    const readable: Record<string, string | number> = Object.fromEntries(
      Object.entries(params).map(([key, value]) => {
        if (typeof value === 'number')
          return [key, amounts.includes(key) ? f.money({ minor: value, currency: 'EUR' }) : f.number(value)]
        return [key, isCivilDate(value) ? f.date(value) : value]
      }),
    )
    const known = i18next.exists(`gate.${code}`, { ns: 'participations' })
    return t(known ? (`gate.${code}` as 'gate.no_cluster') : 'gate.other', readable)
  }
}
