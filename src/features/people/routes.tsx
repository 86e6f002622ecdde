import type { RouteObject } from 'react-router'
import { screen } from '../../i18n/screen.ts'

export const routes: RouteObject[] = [
  { path: 'people', lazy: screen(['people'], () => import('./list.tsx')) },
  {
    path: 'people/:id',
    lazy: screen(['people', 'privacy', 'dossier', 'history'], () => import('./page.tsx')),
  },
  { path: 'people/due', lazy: screen(['privacy'], () => import('./privacy/due-page.tsx')) },
  {
    path: 'people/:id/file',
    lazy: screen(['privacy', 'history'], () => import('./privacy/file-page.tsx')),
  },
]
