import type { ComboboxParsedItem, OptionsFilter } from '@mantine/core'
import { matches } from '../../../ui/matches.ts'

/** Options by what is typed, whatever its accents and case; groups stay together. */
export const tolerantFilter: OptionsFilter = ({ options, search }) =>
  options.flatMap((one): ComboboxParsedItem[] => {
    if (!('group' in one)) return matches(one.label, search) ? [one] : []
    const items = one.items.filter(({ label }) => matches(label, search))
    return items.length > 0 ? [{ ...one, items }] : []
  })
