import { NumberInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/format.ts'

interface Props {
  label?: ReactNode
  'aria-label'?: string
  description?: ReactNode
  value: number | null
  onChange: (value: number | null) => void
  min: number
  max: number
  /** Digits after the point; none unless said. */
  decimals?: number
  /** " min" */
  suffix?: string
  error?: ReactNode
  required?: boolean
  width?: number
  'data-autofocus'?: boolean
}

export const isBetween = (value: number, min: number, max: number): boolean => value >= min && value <= max

const numberIn = (text: string): number | null =>
  text.trim() === '' || Number.isNaN(Number(text)) ? null : Number(text)

/**
 * A number as it is typed. One that is too small or too large stays and the field says so: it is not made another, which
 * nobody meant. An empty field is null.
 */
export function NumberField({ value, onChange, min, max, decimals = 0, error, width, ...rest }: Props) {
  const { t } = useTranslation('ui')
  const f = useFormat()
  // "-" and "3." are on the way to a number: what is typed stays as long as it means the value.
  const [typed, setTyped] = useState('')
  const shown = typed !== '' && numberIn(typed) === value ? typed : (value ?? '')
  const wrong = value === null ? shown !== '' : !isBetween(value, min, max)
  return (
    <NumberInput
      {...rest}
      w={width}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      min={min}
      max={max}
      clampBehavior="none"
      allowDecimal={decimals > 0}
      decimalScale={decimals}
      value={shown}
      error={wrong ? t('number.range', { min: f.number(min), max: f.number(max) }) : error}
      onChange={(next) => {
        setTyped(String(next))
        onChange(numberIn(String(next)))
      }}
    />
  )
}
