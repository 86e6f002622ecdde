import type { ComponentProps } from 'react'
import classes from './text-button.module.css'

/** A quiet button in running text or under a list: a word in the accent colour. Without Mantine, for the first screen. */
export function TextButton(props: ComponentProps<'button'>) {
  return <button type="button" {...props} className={classes.button} />
}
