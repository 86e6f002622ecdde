import { Alert, Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../../components/form-errors.tsx'
import { useNoWriting } from '../../../components/may-write.ts'
import { useReason } from '../../../components/problem-sentence.ts'
import type { Agreement } from '../../../contract/agreements.ts'
import type { Refusal } from '../../../domain/agreement.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useDialogAddress } from '../../../ui/dialog-address.ts'
import { useAgreement, useDialogAgreementId } from '../use-agreement.ts'
import classes from './dialog-frame.module.css'

const own = ['agreement']

/** A dialog about one agreement, by address; nothing where the address names none. */
export function AgreementDialog({
  name,
  title,
  children,
}: {
  name: string
  title: string
  children: (agreement: Agreement, close: () => void) => ReactNode
}) {
  const id = useDialogAgreementId()
  return id && <Opened id={id} name={name} title={title} content={children} />
}

function Opened({
  id,
  name,
  title,
  content,
}: {
  id: string
  name: string
  title: string
  content: (agreement: Agreement, close: () => void) => ReactNode
}) {
  const agreement = useAgreement(id)
  const { close } = useDialogAddress(name, own)
  return (
    <Dialog title={title} size="md" onClose={close}>
      {agreement && content(agreement, close)}
    </Dialog>
  )
}

/** What every such dialog has: the agreement's name, its fields, what went wrong, and the buttons. */
export function DialogForm({
  agreement,
  refusal,
  error,
  fields,
  busy,
  submit,
  danger,
  onSubmit,
  onClose,
  children,
}: {
  agreement: Pick<Agreement, 'title'>
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
}) {
  const { t } = useTranslation(['agreements', 'common'])
  const reason = useReason()
  const noWriting = useNoWriting()
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
      <p className={classes.about}>{agreement.title}</p>
      {why && <Alert color="red">{why}</Alert>}
      {children}
      <FormErrors error={error} fields={fields} />
      <Group justify="flex-end" gap="xs">
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <ActionButton type="submit" color={danger ? 'red' : undefined} loading={busy} reason={blocked}>
          {submit}
        </ActionButton>
      </Group>
    </form>
  )
}
