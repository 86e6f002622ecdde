import type { RouteObject } from 'react-router'
import { screen } from '../../i18n/screen.ts'

export const routes: RouteObject[] = [
  { path: 'import', lazy: screen(['imports', 'privacy'], () => import('./new/page.tsx')) },
  { path: 'import/:id', lazy: screen(['imports'], () => import('./record/page.tsx')) },
]
