import type { RouteObject } from 'react-router'
import { screen } from '../../i18n/screen.ts'

export const routes: RouteObject[] = [
  { path: 'access', lazy: screen(['access'], () => import('./page.tsx')) },
]
