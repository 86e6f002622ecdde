import type { RouteObject } from 'react-router'
import { screen } from '../../i18n/screen.ts'

export const routes: RouteObject[] = [
  { path: 'markets', lazy: screen(['markets'], () => import('./list.tsx')) },
  { path: 'markets/:id', lazy: screen(['markets', 'dossier', 'history'], () => import('./page.tsx')) },
]
