import type { ComponentProps } from 'react'
import { useMay } from './may.ts'
import { rightToEnter } from './rooms.ts'
import { ScopedLink } from './scoped-link.tsx'

/** A link that is there only for those who may enter what it leads to. */
export function OpenLink(props: ComponentProps<typeof ScopedLink>) {
  const may = useMay()
  return may(rightToEnter(props.to)) ? <ScopedLink {...props} /> : null
}
