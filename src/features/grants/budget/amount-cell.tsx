import { type ClipboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/format.ts'
import classes from './budget.module.css'
import { type MatrixLine, minorOf, sumOf } from './matrix.ts'

interface Props {
  /** The lines that the cell is the sum of. */
  lines: MatrixLine[]
  currency: string
  /** Where it is: "2-0" is the third row, first column. */
  place: string
  label: string
  onChange: (amount: string) => void
  onPaste: (event: ClipboardEvent) => void
}

/** One amount of a draft. A sum of several lines is shown and can't be typed over. */
export function AmountCell({ lines, currency, place, label, onChange, onPaste }: Props) {
  const { t } = useTranslation('budget')
  const f = useFormat()
  const [focused, setFocused] = useState(false)
  const several = lines.length > 1
  const text = lines[0]?.amount ?? ''
  const minor = several ? sumOf(lines, currency) : minorOf(text, currency)
  // What is typed stays as it is while it is being typed, and where it can't be read.
  const shown =
    (focused && !several) || minor === null || (text === '' && !several) ? text : f.money({ minor, currency })
  return (
    <input
      className={classes.amount}
      data-place={place}
      aria-label={label}
      aria-invalid={minor === null || undefined}
      title={several ? t('pivot.several', { count: lines.length }) : undefined}
      readOnly={several}
      inputMode="decimal"
      autoComplete="off"
      maxLength={40}
      value={shown}
      onFocus={(event) => {
        setFocused(true)
        event.currentTarget.select()
      }}
      onBlur={() => setFocused(false)}
      onChange={(event) => onChange(event.currentTarget.value)}
      onPaste={onPaste}
    />
  )
}
