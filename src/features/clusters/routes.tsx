import type { RouteObject } from 'react-router'
import { screen } from '../../i18n/screen.ts'

export const routes: RouteObject[] = [
  { path: 'clusters', lazy: screen(['clusters'], () => import('./list.tsx')) },
  {
    path: 'clusters/:id',
    lazy: screen(['clusters', 'organisations', 'dossier', 'history'], () => import('./page.tsx')),
  },
]
