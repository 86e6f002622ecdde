import { useQuery } from '@tanstack/react-query'
import { people } from '../data/people.ts'
import { AsyncPicker, type PickerProps } from '../ui/async-picker.tsx'

function useOptions(text: string | null) {
  const { data, isPending, isError } = useQuery({
    ...people.page({ query: { q: text || undefined, limit: 20 } }),
    enabled: text !== null,
  })
  const options = data?.items.map(({ id, name, nativeName, posts }) => ({
    id,
    name,
    detail: [nativeName, posts[0]?.title, posts[0]?.organisation.name].filter(Boolean).join(' · '),
  }))
  return { options, isPending, isError }
}

/** A person, found by name. */
export function PersonPicker(props: PickerProps) {
  return <AsyncPicker {...props} useOptions={useOptions} />
}
