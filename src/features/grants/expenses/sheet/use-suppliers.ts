import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { organisations } from '../../../../data/organisations.ts'

/** Organisations that a supplier's name may mean, as one types; those seen stay known by their names. */
export function useSuppliers() {
  const [typed, setTyped] = useState('')
  const [seen] = useState(() => new Map<string, string>())
  const [asked] = useDebouncedValue(typed.trim(), 150)
  const { data } = useQuery({
    ...organisations.page({ query: { q: asked, limit: 10 } }),
    enabled: asked.length > 1,
  })
  for (const { id, name } of data?.items ?? []) seen.set(name.toLocaleLowerCase(), id)
  return { names: (data?.items ?? []).map(({ name }) => name), seen, onType: setTyped }
}
export type Suppliers = ReturnType<typeof useSuppliers>
