import type { RouteObject } from 'react-router'
import { screen } from '../../i18n/screen.ts'

export const routes: RouteObject[] = [
  { path: 'api-docs', lazy: screen(['api-docs'], () => import('./page.tsx')) },
]
