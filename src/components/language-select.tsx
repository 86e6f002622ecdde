import { Select } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/format.ts'
import type { FieldProps } from '../ui/field-props.ts'
import { matches } from '../ui/matches.ts'
import { useOptionsWhileOpen } from '../ui/options-while-open.ts'

/** ISO 639-1 codes of the languages that partners and their documents speak. */
export const languageCodes =
  'ar bg ca cs da de el en es et eu fa fi fr ga gl he hi hr hu id is it ja ko lt lv ms mt nl no pl pt ro ru sk sl sr sv th tr uk vi zh'.split(
    ' ',
  )

/** A language. The value is its ISO code; one that is not in the list stays choosable where it is already set. */
export function LanguageSelect({ value, onChange, ...rest }: FieldProps) {
  const { t } = useTranslation('common')
  const f = useFormat()
  const options = useMemo(
    () =>
      (value && !languageCodes.includes(value) ? [...languageCodes, value] : languageCodes)
        .map((code) => ({ value: code, label: f.languageName(code) }))
        .sort((a, b) => f.compare(a.label, b.label)),
    [f, value],
  )
  const list = useOptionsWhileOpen(options, value)
  return (
    <Select
      {...rest}
      {...list}
      value={value}
      onChange={onChange}
      searchable
      selectFirstOptionOnChange
      clearable
      allowDeselect={false}
      placeholder={t('unknown')}
      filter={({ options: all, search }) =>
        all.filter((option) => 'label' in option && matches(option.label, search))
      }
    />
  )
}
