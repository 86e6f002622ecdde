import type { RouteObject } from 'react-router'
import { screen } from '../../i18n/screen.ts'
import { printRoutes } from './print/print-routes.ts'

export const routes: RouteObject[] = [
  { path: 'missions', lazy: screen(['missions'], () => import('./list/list.tsx')) },
  {
    path: 'missions/participations/:id',
    lazy: screen(
      ['missions', 'participations', 'dossier', 'history'],
      () => import('./participation/page.tsx'),
    ),
  },
  {
    path: 'missions/meetings/:id',
    lazy: screen(['on-site', 'dossier', 'history'], () => import('./meeting/page.tsx')),
  },
  ...printRoutes,
  {
    path: 'missions/:id',
    lazy: screen(['missions'], () => import('./page/page.tsx')),
    children: [
      {
        index: true,
        lazy: screen(['missions', 'dossier', 'history'], () => import('./page/plan-route.tsx')),
      },
      {
        path: 'companies',
        lazy: screen(['missions', 'participations'], () => import('./page/companies-route.tsx')),
      },
      { path: 'meetings', lazy: screen(['meetings'], () => import('./page/meetings-route.tsx')) },
      { path: 'on-site', lazy: screen(['on-site', 'dossier'], () => import('./page/on-site-route.tsx')) },
      { path: 'results', lazy: screen(['results'], () => import('./page/results-route.tsx')) },
    ],
  },
]
