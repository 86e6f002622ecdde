import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { agreements } from '../data/agreements.ts'
import { AsyncPicker, type PickerProps } from '../ui/async-picker.tsx'

function useOptions(text: string | null) {
  const { t } = useTranslation('common')
  const { data, isPending, isError } = useQuery({
    ...agreements.page({ query: { q: text || undefined, limit: 20 } }),
    enabled: text !== null,
  })
  const options = data?.items.map(({ id, title, status, market }) => ({
    id,
    name: title,
    detail: [market?.name, t(`status.${status}`)].filter(Boolean).join(' · '),
  }))
  return { options, isPending, isError }
}

/** An agreement. */
export function AgreementPicker(props: PickerProps) {
  return <AsyncPicker {...props} useOptions={useOptions} />
}
