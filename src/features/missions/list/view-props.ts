import type { ReactNode } from 'react'
import type * as z from 'zod'
import type { missionList } from '../../../contract/missions.ts'
import type { ListState } from '../../../ui/list-state.ts'

/** What each view of the missions is given. */
export interface ViewProps {
  list: ListState<z.input<typeof missionList>>
  /** The choice of view, at the end of the toolbar. */
  tools: ReactNode
  /** Shown where there are no missions at all. */
  empty: ReactNode
}
