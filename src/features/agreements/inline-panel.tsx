import { Button } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './inline-panel.module.css'

/** Whether the focus is in the panel, or was on something of it that has gone: only then it goes back to the field. */
export const panelHasFocus = (): boolean =>
  document.activeElement === document.body || Boolean(document.activeElement?.closest('[data-inline-panel]'))

/** Goes to the field of the panel that has a complaint, once it is on the screen. */
export const goToComplaint = () =>
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('[data-inline-panel] [aria-invalid=true]')?.focus(),
  )

const stops =
  'input:not([type=hidden], [type=file]), button, select, textarea, a[href], [tabindex]:not([tabindex="-1"])'

/** The first thing after an element that Tab comes to. */
function stopAfter(element: HTMLElement): HTMLElement | undefined {
  const around = element.closest<HTMLElement>('form, [role=dialog]') ?? document.body
  return [...around.querySelectorAll<HTMLElement>(stops)].find(
    (stop) =>
      element.compareDocumentPosition(stop) === Node.DOCUMENT_POSITION_FOLLOWING &&
      stop.tabIndex >= 0 &&
      !stop.matches(':disabled') &&
      stop.getClientRects().length > 0,
  )
}

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
  const panel = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const inField = event.target instanceof HTMLInputElement
    // A list that is open in one of the fields takes the key first.
    if (event.defaultPrevented) return
    const listOpen = event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true'
    if (event.key === 'Enter' && inField) {
      if (!listOpen && !busy) onEnter()
    } else if (event.key === 'Escape' && !listOpen) onEscape()
    // While it is being added one goes on to what comes after: the panel is about to go.
    else if (event.key === 'Tab' && !event.shiftKey && busy && panel.current)
      stopAfter(panel.current)?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      ref={panel}
      data-inline-panel
      className={classes.panel}
      role="group"
      aria-label={title}
      onKeyDown={onKeyDown}
    >
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
