import type { RouteObject } from 'react-router'
import { screen } from '../../i18n/screen.ts'

export const routes: RouteObject[] = [
  { path: 'alliances', lazy: screen(['alliances'], () => import('./list.tsx')) },
  { path: 'alliances/:id', lazy: screen(['alliances', 'dossier', 'history'], () => import('./page.tsx')) },
]
