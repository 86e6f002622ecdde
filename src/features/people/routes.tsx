import type { RouteObject } from 'react-router'
import { screen } from '../../i18n/screen.ts'

export const routes: RouteObject[] = [
  { path: 'people', lazy: screen(['people'], () => import('./list.tsx')) },
  { path: 'people/:id', lazy: screen(['people', 'dossier', 'history'], () => import('./page.tsx')) },
]
