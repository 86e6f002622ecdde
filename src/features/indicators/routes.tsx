import type { RouteObject } from 'react-router'
import { screen } from '../../i18n/screen.ts'

export const routes: RouteObject[] = [
  { path: 'indicators', lazy: screen(['indicators', 'reports'], () => import('./list.tsx')) },
  {
    path: 'indicators/:id',
    lazy: screen(['indicators', 'reports', 'dossier', 'history'], () => import('./page.tsx')),
  },
]
