import type { ReactNode } from 'react'

/** What the product's fields have in common. An empty field is null. */
export interface FieldProps {
  label: ReactNode
  value: string | null
  onChange: (value: string | null) => void
  description?: ReactNode
  error?: ReactNode
  required?: boolean
  disabled?: boolean
  autoFocus?: boolean
  'data-autofocus'?: boolean
  id?: string
  name?: string
  /** A label that is there for screen readers only. */
  'aria-label'?: string
}
