import type { ReactNode } from 'react'
import type * as z from 'zod'
import type { agreementList } from '../../../contract/agreements.ts'
import type { ListState } from '../../../ui/list-state.ts'

/** What each view of the agreements is given. */
export interface ViewProps {
  list: ListState<z.input<typeof agreementList>>
  /** The choice of view, at the end of the toolbar. */
  tools: ReactNode
  /** Shown where there are no agreements at all. */
  empty: ReactNode
}
