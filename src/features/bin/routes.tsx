import type { RouteObject } from 'react-router'
import { screen } from '../../i18n/screen.ts'

export const routes: RouteObject[] = [{ path: 'bin', lazy: screen(['bin'], () => import('./page.tsx')) }]
