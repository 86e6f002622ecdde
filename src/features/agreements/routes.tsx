import { type RouteObject, redirect } from 'react-router'
import { withScope } from '../../components/scope.ts'
import { screen } from '../../i18n/screen.ts'

export const routes: RouteObject[] = [
  { path: 'agreements', lazy: screen(['agreements'], () => import('./list/list.tsx')) },
  { path: 'agreements/new', lazy: screen(['agreements'], () => import('./form/new.tsx')) },
  {
    // A short address to log a signature from anywhere: the dialog over the list.
    path: 'agreements/sign',
    Component: () => null,
    loader: ({ request }) =>
      redirect(withScope('/agreements?dialog=sign', new URL(request.url).searchParams)),
  },
  {
    path: 'agreements/:id',
    lazy: screen(['agreements', 'signing', 'dossier', 'history'], () => import('./page/page.tsx')),
  },
  { path: 'agreements/:id/edit', lazy: screen(['agreements'], () => import('./form/edit.tsx')) },
]
