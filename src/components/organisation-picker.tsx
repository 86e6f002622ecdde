import { useQuery } from '@tanstack/react-query'
import type { OrganisationKind } from '../contract/organisations.ts'
import { organisations } from '../data/organisations.ts'
import { useFormat } from '../i18n/format.ts'
import { AsyncPicker, type PickerProps } from '../ui/async-picker.tsx'
import { Dot } from '../ui/dot.tsx'

const shown = 20

function useOptions(text: string | null, kind: readonly OrganisationKind[] | undefined) {
  const f = useFormat()
  const { data, isPending, isError } = useQuery({
    ...organisations.page({ query: { q: text || undefined, kind: kind?.join(','), limit: shown } }),
    enabled: text !== null,
  })
  const options = data?.items.map(({ id, name, town, country, colour, aliases }) => ({
    id,
    name,
    detail: [aliases[0], town, country && f.country(country)].filter(Boolean).join(' · '),
    icon: colour ? <Dot colour={colour} /> : undefined,
  }))
  return { options, isPending, isError }
}

const useAny = (text: string | null) => useOptions(text, undefined)
const useClusters = (text: string | null) => useOptions(text, ['cluster'])
const useCompanies = (text: string | null) => useOptions(text, ['company'])

/** An organisation, found by any of its names. `clusters`: only clusters; `companies`: only companies. */
export function OrganisationPicker({
  clusters,
  companies,
  ...props
}: PickerProps & { clusters?: boolean; companies?: boolean }) {
  return (
    <AsyncPicker
      {...props}
      uniqueNames
      useOptions={clusters ? useClusters : companies ? useCompanies : useAny}
    />
  )
}
