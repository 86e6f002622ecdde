import { Select } from '@mantine/core'
import { useMemo } from 'react'
import { useFormat } from '../../../i18n/format.ts'
import type { FieldProps } from '../../../ui/field-props.ts'

/** The languages agreements are drawn up in, by ISO 639 code; one that isn't among them stays as it is. */
const codes =
  'en fr de it es pt nl da sv no fi pl cs sk hu ro bg el hr sl et lv lt ga mt ca ja zh ko he ar tr ru uk hi'.split(
    ' ',
  )

/** A language by its name in the reader's own. */
export function LanguageInput({ value, onChange, ...rest }: FieldProps) {
  const f = useFormat()
  const data = useMemo(
    () =>
      [...new Set([...codes, ...(value ? [value] : [])])]
        .map((code) => ({ value: code, label: f.languageName(code) }))
        .sort((a, b) => f.compare(a.label, b.label)),
    [f, value],
  )
  return <Select {...rest} data={data} value={value} onChange={onChange} searchable clearable limit={60} />
}
