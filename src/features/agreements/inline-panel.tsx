import { Button } from '@mantine/core'
import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './inline-panel.module.css'

/** A small form inside a form: Enter adds, Esc takes it back, and neither reaches what is around it. */
export function InlinePanel({
  title,
  onEnter,
  onEscape,
  busy,
  children,
}: {
  title: string
  onEnter: () => void
  onEscape: () => void
  busy: boolean
  children: ReactNode
}) {
  const { t } = useTranslation('common')
  const onKeyDown = (event: KeyboardEvent) => {
    const inField = event.target instanceof HTMLInputElement
    // A list that is open in one of the fields takes the key first.
    if (event.defaultPrevented) return
    const listOpen = event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true'
    if (event.key === 'Enter' && inField) {
      if (!listOpen && !busy) onEnter()
    } else if (event.key === 'Escape' && !listOpen) onEscape()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={classes.panel} role="group" aria-label={title} onKeyDown={onKeyDown}>
      <p className={classes.title}>{title}</p>
      <div className={classes.fields}>{children}</div>
      <div className={classes.buttons}>
        <Button size="compact-md" loading={busy} onClick={onEnter}>
          {t('add')}
        </Button>
        <Button variant="subtle" color="gray" size="compact-md" onClick={onEscape}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  )
}
