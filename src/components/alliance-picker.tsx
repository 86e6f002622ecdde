import { useQuery } from '@tanstack/react-query'
import { alliances } from '../data/alliances.ts'
import { AsyncPicker, type PickerProps } from '../ui/async-picker.tsx'

function useOptions(text: string | null) {
  const { data, isPending, isError } = useQuery({
    ...alliances.page({ query: { q: text || undefined, limit: 50 } }),
    enabled: text !== null,
  })
  const options = data?.items.map(({ id, name, members }) => ({
    id,
    name,
    detail: members.map((member) => member.name).join(', '),
  }))
  return { options, isPending, isError }
}

/** An alliance. */
export function AlliancePicker(props: PickerProps) {
  return <AsyncPicker {...props} useOptions={useOptions} />
}
