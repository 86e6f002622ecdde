import { useQuery } from '@tanstack/react-query'
import { missions } from '../data/missions.ts'
import { useFormat } from '../i18n/format.ts'
import { AsyncPicker, type PickerProps } from '../ui/async-picker.tsx'

function useOptions(text: string | null) {
  const f = useFormat()
  const { data, isPending, isError } = useQuery({
    ...missions.page({ query: { q: text || undefined, sort: '-starts', limit: 20 } }),
    enabled: text !== null,
  })
  const options = data?.items.map(({ id, title, market, starts, ends }) => ({
    id,
    name: title,
    detail: [market?.name, f.period(starts, ends)].filter(Boolean).join(' · '),
  }))
  return { options, isPending, isError }
}

/** A mission, the newest first. */
export function MissionPicker(props: PickerProps) {
  return <AsyncPicker {...props} useOptions={useOptions} />
}
