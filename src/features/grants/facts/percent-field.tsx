import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { basisPointsOf } from '../words.ts'

/** A share as people write it: "7.5". */
export function PercentField({
  label,
  value,
  onChange,
  optional,
}: {
  label: string
  value: string
  onChange: (value: string) => void
  optional?: boolean
}) {
  const { t } = useTranslation('grants')
  const read = basisPointsOf(value)
  return (
    <TextInput
      label={label}
      inputMode="decimal"
      maxLength={10}
      required={!optional}
      value={value}
      error={(read === undefined || (!optional && read === null && value !== '')) && t('rules.wrongPercent')}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
