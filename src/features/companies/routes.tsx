import type { RouteObject } from 'react-router'
import { screen } from '../../i18n/screen.ts'

export const routes: RouteObject[] = [
  { path: 'companies', lazy: screen(['companies'], () => import('./list/list.tsx')) },
  {
    path: 'companies/served',
    lazy: screen(['served-figures', 'companies', 'indicators'], () => import('./served/overview.tsx')),
  },
  {
    path: 'companies/served/companies',
    lazy: screen(['served-figures', 'companies'], () => import('./served/companies.tsx')),
  },
  {
    path: 'companies/served/records',
    lazy: screen(['served-figures', 'companies'], () => import('./served/records.tsx')),
  },
  {
    path: 'companies/:id/declaration',
    lazy: screen(['aid-papers'], () => import('./print/declaration-page.tsx')),
  },
  {
    path: 'companies/:id/aid/:aidId/letter',
    lazy: screen(['aid-papers'], () => import('./print/letter-page.tsx')),
  },
  {
    path: 'companies/:id',
    lazy: screen(['companies', 'organisations'], () => import('./page/page.tsx')),
    children: [
      { index: true, lazy: screen(['companies', 'organisations'], () => import('./profile/tab.tsx')) },
      { path: 'status', lazy: screen(['sme'], () => import('./status/tab.tsx')) },
      { path: 'aid', lazy: screen(['aid'], () => import('./aid/tab.tsx')) },
      { path: 'participation', lazy: screen(['served'], () => import('./participation/tab.tsx')) },
      { path: 'dossier', lazy: screen(['dossier', 'history'], () => import('./dossier-tab.tsx')) },
    ],
  },
]
