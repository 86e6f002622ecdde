import { useQuery } from '@tanstack/react-query'
import { grants } from '../data/grants.ts'
import { AsyncPicker, type PickerProps } from '../ui/async-picker.tsx'

function useOptions(text: string | null) {
  const { data, isPending, isError } = useQuery({
    ...grants.page({ query: { q: text || undefined, limit: 20 } }),
    enabled: text !== null,
  })
  const options = data?.items.map(({ id, title, reference, alliance, cluster }) => ({
    id,
    name: title,
    detail: [reference, alliance?.name, cluster?.name].filter(Boolean).join(' · '),
  }))
  return { options, isPending, isError }
}

/** A grant, found by its title or reference. */
export function GrantPicker(props: PickerProps) {
  return <AsyncPicker {...props} useOptions={useOptions} />
}
