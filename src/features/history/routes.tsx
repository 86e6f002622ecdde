import type { RouteObject } from 'react-router'
import { screen } from '../../i18n/screen.ts'

export const routes: RouteObject[] = [
  { path: 'history', lazy: screen(['history', 'dossier'], () => import('./page.tsx')) },
]
