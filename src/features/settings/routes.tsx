import type { RouteObject } from 'react-router'
import { screen } from '../../i18n/screen.ts'

export const routes: RouteObject[] = [
  { path: 'settings', lazy: screen(['settings'], () => import('./page.tsx')) },
  { path: 'settings/rates', lazy: screen(['rates'], () => import('./rates/page.tsx')) },
]
