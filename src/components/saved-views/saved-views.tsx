import { lazy, Suspense } from 'react'
import type * as z from 'zod'
import type { ViewList } from '../../contract/saved-views.ts'
import { loadMessages } from '../../i18n/i18n.ts'
import classes from './saved-views.module.css'

export interface SavedViewsProps {
  list: ViewList
  /** What the list's address may hold. */
  schema: z.ZodObject
  /** The table whose choice of columns is kept with the view. */
  table?: string
}

const Menu = lazy(async () => {
  const [{ ViewsMenu }] = await Promise.all([import('./views-menu.tsx'), loadMessages(['saved-views'])])
  return { default: ViewsMenu }
})

/** The views of a list: opened, kept, shared; and the one that it opens with. */
export function SavedViews(props: SavedViewsProps) {
  return (
    <Suspense fallback={<span className={classes.waiting} />}>
      <Menu {...props} />
    </Suspense>
  )
}
