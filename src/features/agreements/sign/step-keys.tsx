import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './sign.module.css'

/** Ctrl or ⌘ with Enter does what the main button of the step does, wherever in the form one is. */
export const submitsOn = (submit: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return
  event.preventDefault()
  submit()
}

/** Says what these keys do, beside that button. */
export function StepKeys({ to }: { to: 'next' | 'save' }) {
  const { t } = useTranslation('signing')
  return <span className={classes.hint}>{t(`keys.${to}`)}</span>
}
