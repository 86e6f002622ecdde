import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useDialogAddress } from '../ui/dialog-address.ts'

/** The quiet button of a section that opens a dialog over the page. */
export function DialogLink({
  dialog,
  params,
  children,
}: {
  dialog: string
  /** What the dialog begins with. */
  params?: Record<string, string>
  children: ReactNode
}) {
  const { open } = useDialogAddress(dialog)
  return (
    <Button variant="subtle" size="compact-sm" aria-haspopup="dialog" onClick={() => open(params)}>
      {children}
    </Button>
  )
}
