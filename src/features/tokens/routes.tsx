import type { RouteObject } from 'react-router'
import { screen } from '../../i18n/screen.ts'

export const routes: RouteObject[] = [
  { path: 'settings/tokens', lazy: screen(['tokens'], () => import('./page.tsx')) },
]
