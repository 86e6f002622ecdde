import { useState } from 'react'

/**
 * A field where people type freely and the form keeps a value. While it has the focus it shows what was typed;
 * afterwards, how the value is written. What can't be read is handed on as typed, so that a draft never loses it and
 * the form's own check refuses it.
 */
export function useTextAsValue(options: {
  value: string | null
  onChange: (value: string | null) => void
  parse: (text: string) => string | null
  write: (value: string) => string
}) {
  const { value, onChange, parse, write } = options
  const [typed, setTyped] = useState<string | null>(null)
  const parsed = value === null ? null : parse(value)
  const wellKnown = value !== null && parsed === value
  const reading = typed?.trim() ? parse(typed) : null
  return {
    text: typed ?? (wellKnown ? write(value) : (value ?? '')),
    /** What the text means so far, while it is being typed and reads otherwise. */
    reading: reading !== null && write(reading) !== typed?.trim() ? reading : null,
    isWrong: typed === null && value !== null && !wellKnown,
    onFocus: () => setTyped(wellKnown ? write(value) : (value ?? '')),
    onType: (text: string) => {
      setTyped(text)
      onChange(text.trim() === '' ? null : (parse(text) ?? text))
    },
    onBlur: () => setTyped(null),
  }
}
