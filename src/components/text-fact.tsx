import { Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useFormat } from '../i18n/format.ts'
import { PartialDateInput } from '../ui/date-input.tsx'
import { EditableFact } from './editable-fact.tsx'

/** How a record page saves what is edited in place: its version, and the way to change some of its fields over one. */
export interface RecordEditing<Patch> {
  version: number
  save: (patch: Patch, version: number) => Promise<unknown>
  /** Why nothing can be changed now. */
  reason: string | null
}

interface Props<Patch> {
  editing: RecordEditing<Patch>
  label: string
  field: keyof Patch & string
  value: string | null
}

/** A line, or with `long` several lines, of text. */
export function TextFact<Patch>({
  editing,
  label,
  field,
  value,
  long,
  required,
  type,
  maxLength,
  children,
}: Props<Patch> & {
  long?: boolean
  /** It can't be emptied. */
  required?: boolean
  type?: 'email' | 'tel'
  maxLength: number
  /** How it is shown, where that is not the text itself. */
  children?: ReactNode
}) {
  return (
    <EditableFact
      label={label}
      field={field}
      value={value}
      version={editing.version}
      reason={editing.reason}
      save={(text, version) => editing.save({ [field]: required ? text : text || null } as Patch, version)}
      input={({ value: text, onChange, ...rest }) =>
        long ? (
          <Textarea
            {...rest}
            autosize
            minRows={3}
            maxLength={maxLength}
            value={text ?? ''}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        ) : (
          <TextInput
            {...rest}
            type={type}
            maxLength={maxLength}
            value={text ?? ''}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        )
      }
    >
      {children ?? (long && value ? <span style={{ whiteSpace: 'pre-wrap' }}>{value}</span> : value)}
    </EditableFact>
  )
}

/** A year, month or day. */
export function DateFact<Patch>({
  editing,
  label,
  field,
  value,
  none,
}: Props<Patch> & {
  /** What stands there where there is none, and that is known. */
  none?: ReactNode
}) {
  const f = useFormat()
  return (
    <EditableFact
      label={label}
      field={field}
      value={value}
      version={editing.version}
      reason={editing.reason}
      save={(date, version) => editing.save({ [field]: date } as Patch, version)}
      show={(date) => date && f.date(date)}
      input={(input) => <PartialDateInput {...input} />}
    >
      {value ? f.date(value) : none}
    </EditableFact>
  )
}
