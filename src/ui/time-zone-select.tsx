import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FieldProps } from './field-props.ts'
import { matches } from './matches.ts'
import { quietInOption } from './option-detail.ts'
import { useOptionsWhileOpen } from './options-while-open.ts'
import { citiesOf, type ZoneOption, zoneOptions } from './zones.ts'

/** A time zone, found by any large city in it: "Osaka" finds Asia/Tokyo. */
export function TimeZoneSelect({ value, onChange, ...rest }: FieldProps) {
  const { t } = useTranslation('ui')
  const options = zoneOptions()
  const known = !value || options.some((option) => option.value === value)
  const list = useOptionsWhileOpen(known ? options : [...options, bare(value)], value)
  return (
    <Select
      {...rest}
      {...list}
      value={value}
      onChange={onChange}
      searchable
      // An open list would lie over the sentence that sends the focus here.
      openOnFocus={false}
      selectFirstOptionOnChange
      clearable
      allowDeselect={false}
      limit={60}
      placeholder={t('zone.placeholder')}
      nothingFoundMessage={t('zone.nothing')}
      maxDropdownHeight={260}
      filter={({ options: all, search }) =>
        all.filter((option) => 'value' in option && matches((option as unknown as ZoneOption).search, search))
      }
      renderOption={({ option }) => <ZoneLine zone={option.value} label={option.label} />}
    />
  )
}

const bare = (zone: string): ZoneOption => ({ value: zone, label: zone, search: zone })

function ZoneLine({ zone, label }: { zone: string; label: string }) {
  const others = citiesOf(zone).slice(0, 4).join(', ')
  return (
    <span>
      {label}
      {others && <small style={quietInOption}>{others}</small>}
    </span>
  )
}
