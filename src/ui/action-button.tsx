import { Button, type ButtonProps } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { Hint } from './hint.tsx'

type Props = ButtonProps & {
  children: ReactNode
  /** Left out where the button submits its form. */
  onClick?: () => void
  /** Why it can't be done now, as a sentence. The button stays reachable and says so. */
  reason?: string | null
  type?: 'button' | 'submit'
}

/** A button that, where it is not possible, says why: to the pointer, the keyboard and the screen reader. */
export function ActionButton({ reason, onClick, children, ...rest }: Props) {
  const id = useId()
  if (!reason)
    return (
      <Button {...rest} onClick={onClick}>
        {children}
      </Button>
    )
  return (
    <Hint text={reason} id={id}>
      <Button
        {...rest}
        data-disabled
        aria-disabled
        aria-describedby={id}
        onClick={(event) => event.preventDefault()}
      >
        {children}
      </Button>
    </Hint>
  )
}
