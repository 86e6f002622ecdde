import type { RouteObject } from 'react-router'
import { screen } from '../../i18n/screen.ts'

export const routes: RouteObject[] = [
  { path: 'acting', lazy: screen(['views'], () => import('./page.tsx')) },
  { path: 'acting/records', lazy: screen(['views'], () => import('./records.tsx')) },
]
