import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FieldProps } from './field-props.ts'
import { parseTime } from './parse-date.ts'
import { useTextAsValue } from './text-as-value.ts'

/** A time of day: "10:45", also typed as "1045" or "10h45". */
export function TimeInput({ value, onChange, error, ...rest }: FieldProps) {
  const { t } = useTranslation('ui')
  const field = useTextAsValue({ value, onChange, parse: parseTime, write: (time) => time })
  return (
    <TextInput
      {...rest}
      autoComplete="off"
      placeholder={t('time.placeholder')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={error || (field.isWrong && t('time.notUnderstood'))}
      value={field.text}
      onFocus={field.onFocus}
      onBlur={field.onBlur}
      onChange={(event) => field.onType(event.currentTarget.value)}
    />
  )
}
