import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type RecordNoun, recordNouns } from '../contract/primitives.ts'
import { search } from '../data/overview.ts'
import { AsyncPicker, type PickerProps } from '../ui/async-picker.tsx'

export interface PickedRecord {
  noun: RecordNoun
  id: string
  name: string
}

const isRecord = (noun: string): noun is RecordNoun => (recordNouns as readonly string[]).includes(noun)

/** The noun goes with the id, so that the choice says which kind of record it is. */
const join = (noun: string, id: string) => `${noun}/${id}`

function useOptions(text: string | null) {
  const { t } = useTranslation('common')
  const { data, isPending, isError } = useQuery({
    ...search.all({ query: { q: text ?? '', limit: 20 } }),
    enabled: Boolean(text),
  })
  const options = data?.items.flatMap(({ noun, id, title, subtitle }) =>
    isRecord(noun)
      ? [
          {
            id: join(noun, id),
            name: title,
            detail: [t(`oneNoun.${noun}`), subtitle].filter(Boolean).join(' · '),
          },
        ]
      : [],
  )
  return { options, isPending: isPending && Boolean(text), isError }
}

/** A record of any kind, found by typing. */
export function RecordPicker({
  value,
  onChange,
  ...rest
}: Omit<PickerProps, 'value' | 'onChange'> & {
  value: PickedRecord | null
  onChange: (value: PickedRecord | null) => void
}) {
  return (
    <AsyncPicker
      {...rest}
      useOptions={useOptions}
      value={value && { id: join(value.noun, value.id), name: value.name }}
      onChange={(chosen) => {
        const [noun = '', id = ''] = chosen?.id.split('/') ?? []
        onChange(chosen && isRecord(noun) ? { noun, id, name: chosen.name } : null)
      }}
    />
  )
}
