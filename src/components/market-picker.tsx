import { useQuery } from '@tanstack/react-query'
import { markets } from '../data/markets.ts'
import { useFormat } from '../i18n/format.ts'
import { AsyncPicker, type PickerProps } from '../ui/async-picker.tsx'

function useOptions(text: string | null) {
  const f = useFormat()
  const { data, isPending, isError } = useQuery({
    ...markets.page({ query: { q: text || undefined, limit: 50 } }),
    enabled: text !== null,
  })
  const options = data?.items.map(({ id, name, country, regions }) => ({
    id,
    name: f.place(name),
    detail: regions.join(', ') || (f.country(country) === name ? null : f.country(country)),
  }))
  return { options, isPending, isError }
}

/** A target market. */
export function MarketPicker(props: PickerProps) {
  return <AsyncPicker {...props} useOptions={useOptions} />
}
