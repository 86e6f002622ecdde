import type { RouteObject } from 'react-router'
import { screen } from '../../i18n/screen.ts'

export const routes: RouteObject[] = [
  { path: 'markets/:id/brief', lazy: screen(['brief', 'views'], () => import('./brief.tsx')) },
  { path: 'markets', lazy: screen(['markets', 'views'], () => import('./list.tsx')) },
  {
    path: 'markets/:id',
    lazy: screen(['markets', 'views', 'indicators', 'dossier', 'history'], () => import('./page.tsx')),
  },
]
