import type { RouteObject } from 'react-router'
import { screen } from '../../../i18n/screen.ts'

/** What a mission prints: programmes, the manager's book, table sheets. */
export const printRoutes: RouteObject[] = [
  { path: 'missions/:id/programmes', lazy: screen(['programme'], () => import('./programmes-page.tsx')) },
  {
    path: 'missions/:id/programmes/:participationId',
    lazy: screen(['programme'], () => import('./programme-page.tsx')),
  },
  { path: 'missions/:id/book', lazy: screen(['programme'], () => import('./book-page.tsx')) },
  { path: 'missions/:id/table-sheets', lazy: screen(['programme'], () => import('./table-sheets-page.tsx')) },
]
