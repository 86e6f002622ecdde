import type { RouteObject } from 'react-router'
import { screen } from '../../i18n/screen.ts'

export const routes: RouteObject[] = [
  { path: 'companies', lazy: screen(['companies'], () => import('./list/list.tsx')) },
  {
    path: 'companies/:id',
    lazy: screen(['companies', 'organisations'], () => import('./page/page.tsx')),
    children: [
      { index: true, lazy: screen(['companies', 'organisations'], () => import('./profile/tab.tsx')) },
      { path: 'status', lazy: screen(['sme'], () => import('./status/tab.tsx')) },
      { path: 'dossier', lazy: screen(['dossier', 'history'], () => import('./dossier-tab.tsx')) },
    ],
  },
]
