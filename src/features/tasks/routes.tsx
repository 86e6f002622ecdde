import type { RouteObject } from 'react-router'
import { screen } from '../../i18n/screen.ts'

export const routes: RouteObject[] = [
  { path: 'tasks', lazy: screen(['tasks', 'dossier'], () => import('./page.tsx')) },
]
