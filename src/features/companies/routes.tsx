import type { RouteObject } from 'react-router'
import { screen } from '../../i18n/screen.ts'

export const routes: RouteObject[] = [
  { path: 'companies', lazy: screen(['companies'], () => import('./list/list.tsx')) },
]
