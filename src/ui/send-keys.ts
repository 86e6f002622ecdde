import type { KeyboardEvent } from 'react'

/** Ctrl or ⌘ with Enter sends the form that has the focus, from any of its fields; a text of several lines too. */
export function sendOnKeys(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return
  const form = event.target instanceof Element ? event.target.closest('form') : null
  if (!form) return
  event.preventDefault()
  form.requestSubmit()
}
