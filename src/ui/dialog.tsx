import { Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './dialog.module.css'
import { sendOnKeys } from './send-keys.ts'

/** The shell of a dialog: titled, closed by Esc, sent by Ctrl or ⌘ with Enter, over the whole screen on a phone. */
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
    <Modal.Root
      opened
      onClose={onClose}
      size={{ sm: 420, md: 560, lg: 720, xl: 960 }[size]}
      fullScreen={phone}
      closeOnClickOutside={false}
      classNames={{ content: classes.content }}
    >
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content onKeyDown={sendOnKeys}>
        {/* Not Modal.Header: its header element would be a second banner of the page. */}
        <div className={classes.head}>
          <Modal.Title className={classes.title}>{title}</Modal.Title>
          <Modal.CloseButton aria-label={t('dialog.close')} />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
