import type { RouteObject } from 'react-router'
import { screen } from '../../i18n/screen.ts'

export const routes: RouteObject[] = [
  { path: 'clusters/:id/brief', lazy: screen(['brief', 'views'], () => import('./brief.tsx')) },
  { path: 'clusters', lazy: screen(['clusters', 'views'], () => import('./list.tsx')) },
  {
    path: 'clusters/:id',
    lazy: screen(
      ['clusters', 'organisations', 'views', 'indicators', 'dossier', 'history'],
      () => import('./page.tsx'),
    ),
  },
]
