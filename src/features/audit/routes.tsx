import type { RouteObject } from 'react-router'
import { screen } from '../../i18n/screen.ts'

export const routes: RouteObject[] = [
  { path: 'settings/audit', lazy: screen(['audit', 'history', 'access'], () => import('./page.tsx')) },
]
