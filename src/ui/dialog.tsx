import { Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** The shell of a dialog: titled, closed by Esc, over the whole screen on a phone. */
export function Dialog({
  title,
  onClose,
  size = 'lg',
  children,
}: {
  title: ReactNode
  onClose: () => void
  size?: 'sm' | 'md' | 'lg' | 'xl'
  children: ReactNode
}) {
  const { t } = useTranslation('ui')
  const phone = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false })
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={{ sm: 420, md: 560, lg: 720, xl: 960 }[size]}
      fullScreen={phone}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      {children}
    </Modal>
  )
}
