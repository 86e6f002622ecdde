import { notifications } from '@mantine/notifications'
import i18next from 'i18next'
import { mostToasts, type Toast } from './toast.ts'
import classes from './toasts.module.css'

let count = 0
/** Those that may still be seen, the eldest first. */
let shown: string[] = []

/** The toast itself; use `toast`, which loads this file. */
export function showToast({ message, tone = 'done', action }: Toast): void {
  count += 1
  const id = `toast-${count}`
  for (const eldest of shown.slice(0, shown.length + 1 - mostToasts)) notifications.hide(eldest)
  shown.push(id)
  notifications.show({
    id,
    withBorder: true,
    closeButtonProps: { 'aria-label': i18next.t('ui:toast.close') },
    color: tone === 'failed' ? 'red' : 'teal',
    role: tone === 'failed' ? 'alert' : 'status',
    autoClose: action ? 10_000 : 6_000,
    onClose: () => {
      shown = shown.filter((other) => other !== id)
    },
    message: (
      <div className={classes.toast}>
        <span>{message}</span>
        {action && (
          <button
            type="button"
            onClick={() => {
              notifications.hide(id)
              action.run()
            }}
          >
            {action.label}
          </button>
        )}
      </div>
    ),
  })
}
