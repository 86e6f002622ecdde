import type { RouteObject } from 'react-router'
import { screen } from '../../i18n/screen.ts'

export const routes: RouteObject[] = [
  { path: 'settings/webhooks', lazy: screen(['webhooks'], () => import('./page.tsx')) },
  { path: 'settings/webhooks/:id', lazy: screen(['webhooks', 'history'], () => import('./one/page.tsx')) },
]
