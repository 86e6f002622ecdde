import type { ReactNode } from 'react'
import type { Agreement } from '../../../contract/agreements.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { useDialogAddress } from '../../../ui/dialog-address.ts'
import { WaitingLines } from '../../../ui/waiting-lines.tsx'
import { useAgreement, useDialogAgreementId } from '../use-agreement.ts'

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
      {agreement ? content(agreement, close) : <WaitingLines />}
    </Dialog>
  )
}
