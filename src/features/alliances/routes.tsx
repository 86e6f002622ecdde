import type { RouteObject } from 'react-router'
import { screen } from '../../i18n/screen.ts'

export const routes: RouteObject[] = [
  { path: 'alliances/:id/brief', lazy: screen(['brief', 'views'], () => import('./brief.tsx')) },
  { path: 'alliances', lazy: screen(['alliances', 'views'], () => import('./list.tsx')) },
  {
    path: 'alliances/:id',
    lazy: screen(['alliances', 'views', 'indicators', 'dossier', 'history'], () => import('./page.tsx')),
  },
]
