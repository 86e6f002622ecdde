import { Select } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { countryCodes } from '../i18n/countries.ts'
import { useFormat } from '../i18n/format.ts'
import type { FieldProps } from './field-props.ts'
import { matches } from './matches.ts'
import { useOptionsWhileOpen } from './options-while-open.ts'

/** Countries by name in the reader's language. */
export function useCountryOptions(): { value: string; label: string }[] {
  const f = useFormat()
  return useMemo(
    () =>
      countryCodes
        .map((value) => ({ value, label: f.country(value) }))
        .sort((a, b) => f.compare(a.label, b.label)),
    [f],
  )
}

/** A country. The value is its ISO code. */
export function CountrySelect({ value, onChange, ...rest }: FieldProps) {
  const { t } = useTranslation('ui')
  const list = useOptionsWhileOpen(useCountryOptions(), value)
  return (
    <Select
      {...rest}
      {...list}
      value={value}
      onChange={onChange}
      searchable
      openOnFocus={false}
      selectFirstOptionOnChange
      clearable
      allowDeselect={false}
      limit={60}
      placeholder={t('country.placeholder')}
      nothingFoundMessage={t('country.nothing')}
      filter={({ options, search }) =>
        options.filter((option) => 'label' in option && matches(option.label, search))
      }
    />
  )
}
