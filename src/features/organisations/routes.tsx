import type { RouteObject } from 'react-router'
import { screen } from '../../i18n/screen.ts'

export const routes: RouteObject[] = [
  { path: 'partners', lazy: screen(['organisations'], () => import('./list.tsx')) },
  {
    path: 'organisations/:id',
    lazy: screen(['organisations', 'dossier', 'history'], () => import('./page.tsx')),
  },
]
