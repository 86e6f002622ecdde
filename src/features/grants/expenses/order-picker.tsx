import { useQuery } from '@tanstack/react-query'
import { expenses } from '../../../data/expenses.ts'
import { useFormat } from '../../../i18n/format.ts'
import { AsyncPicker, type PickerProps } from '../../../ui/async-picker.tsx'

function useOptions(text: string | null) {
  const f = useFormat()
  const { data, isPending, isError } = useQuery({
    ...expenses.page({ query: { q: text || undefined, state: 'committed', limit: 20 } }),
    enabled: text !== null,
  })
  const options = data?.items.map(({ id, title, amount, supplier, supplierName, reference }) => ({
    id,
    name: title,
    detail: [supplier?.name ?? supplierName, reference, f.money(amount)].filter(Boolean).join(' · '),
  }))
  return { options, isPending, isError }
}

/** An order or contract that is not paid as a whole: what an invoice may belong to. */
export function OrderPicker(props: PickerProps) {
  return <AsyncPicker {...props} useOptions={useOptions} />
}
