import type { RouteObject } from 'react-router'
import { screen } from '../../i18n/screen.ts'

export const routes: RouteObject[] = [
  { path: 'reports', lazy: screen(['reports', 'indicators'], () => import('./list.tsx')) },
  { path: 'reports/runs/:run', lazy: screen(['reports', 'indicators'], () => import('./run/page.tsx')) },
  {
    path: 'reports/runs/:run/print',
    lazy: screen(['reports', 'indicators'], () => import('./run/print.tsx')),
  },
  {
    path: 'reports/runs/:run/compare/:with',
    lazy: screen(['reports', 'indicators', 'history'], () => import('./compare.tsx')),
  },
  { path: 'reports/:id', lazy: screen(['reports', 'indicators', 'history'], () => import('./page.tsx')) },
]
