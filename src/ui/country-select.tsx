import { Select } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/format.ts'
import type { FieldProps } from './field-props.ts'
import { matches } from './matches.ts'
import { useOptionsWhileOpen } from './options-while-open.ts'

/** ISO 3166-1 alpha-2. */
const codes =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'.split(
    ' ',
  )

/** Countries by name in the reader's language. */
export function useCountryOptions(): { value: string; label: string }[] {
  const f = useFormat()
  return useMemo(
    () =>
      codes.map((value) => ({ value, label: f.country(value) })).sort((a, b) => f.compare(a.label, b.label)),
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
