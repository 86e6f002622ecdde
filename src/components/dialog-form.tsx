import { Alert, Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../domain/agreement.ts'
import type { Right } from '../domain/rights.ts'
import { ActionButton } from '../ui/action-button.tsx'
import classes from './dialog-form.module.css'
import { FormErrors } from './form-errors.tsx'
import { useNoWriting } from './may-write.ts'
import { useReason } from './problem-sentence.ts'

interface Props {
  /** The right that what it sends asks for; left out, that of the screen it is opened on. */
  right?: Right
  /** The record's name, above the fields. */
  about: ReactNode
  /** Why it can't be done at all. */
  refusal: Refusal | null
  error: unknown
  /** Paths of the problems that the fields show themselves. */
  fields: readonly string[]
  busy: boolean
  submit: string
  danger?: boolean
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

/** The form of a dialog about one record: its name, its fields, what went wrong, and the buttons. */
export function DialogForm({
  right,
  about,
  refusal,
  error,
  fields,
  busy,
  submit,
  danger,
  onSubmit,
  onClose,
  children,
}: Props) {
  const { t } = useTranslation('common')
  const reason = useReason()
  const noWriting = useNoWriting(right)
  const why = reason(refusal)
  const blocked = noWriting ?? why
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!blocked && !busy) onSubmit()
      }}
    >
      <p className={classes.about}>{about}</p>
      {why && <Alert color="red">{why}</Alert>}
      {children}
      <FormErrors error={error} fields={fields} />
      <Group justify="flex-end" gap="xs">
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('cancel')}
        </Button>
        <ActionButton type="submit" color={danger ? 'red' : undefined} loading={busy} reason={blocked}>
          {submit}
        </ActionButton>
      </Group>
    </form>
  )
}
