import type { RouteObject } from 'react-router'
import { screen } from '../../i18n/screen.ts'

export const routes: RouteObject[] = [
  { path: 'grants', lazy: screen(['grants'], () => import('./list/list.tsx')) },
  {
    path: 'grants/expenses',
    lazy: screen(['grants', 'expenses', 'views'], () => import('./all/list.tsx')),
  },
  {
    path: 'grants/expenses/:id',
    lazy: screen(
      ['grants', 'expenses', 'claims', 'dossier', 'history'],
      () => import('./expenses/page/page.tsx'),
    ),
  },
  {
    path: 'grants/:id/claims/:claimId/statements',
    lazy: screen(['grants', 'claims'], () => import('./claims/print/statements-page.tsx')),
  },
  {
    path: 'grants/:id/report',
    lazy: screen(['grants', 'claims'], () => import('./print/report-page.tsx')),
  },
  {
    path: 'grants/:id',
    lazy: screen(['grants'], () => import('./page/page.tsx')),
    children: [
      { index: true, lazy: screen(['grants'], () => import('./position/tab.tsx')) },
      { path: 'budget', lazy: screen(['grants', 'budget'], () => import('./budget/tab.tsx')) },
      { path: 'expenses', lazy: screen(['grants', 'expenses'], () => import('./expenses/tab.tsx')) },
      {
        path: 'expenses/import',
        lazy: screen(['grants', 'expenses', 'expense-import'], () => import('./expenses/import/page.tsx')),
      },
      { path: 'claims', lazy: screen(['grants', 'claims'], () => import('./claims/tab.tsx')) },
      {
        path: 'claims/:claimId',
        lazy: screen(['grants', 'claims'], () => import('./claims/claim/claim.tsx')),
      },
      {
        path: 'facts',
        lazy: screen(['grants', 'dossier', 'history'], () => import('./facts/tab.tsx')),
      },
    ],
  },
]
