import type { RouteObject } from 'react-router'
import { screen } from '../../i18n/screen.ts'

export const routes: RouteObject[] = [
  { path: 'account', lazy: screen(['access'], () => import('./account/page.tsx')) },
]

/** Followed from a letter or from what the server printed: nobody is known yet. */
export const outside: RouteObject[] = [
  { path: 'sign-in', lazy: screen(['access'], () => import('./enter-page.tsx')) },
  { path: 'forgot', lazy: screen(['access'], () => import('./forgot-page.tsx')) },
  { path: 'reset', lazy: screen(['access'], () => import('./reset-page.tsx')) },
  { path: 'set-up', lazy: screen(['access'], () => import('./set-up-page.tsx')) },
  { path: 'invitation', lazy: screen(['access'], () => import('./invitation-page.tsx')) },
]
