import type { RouteObject } from 'react-router'
import { screen } from '../../i18n/screen.ts'

export const routes: RouteObject[] = [{ index: true, lazy: screen(['overview'], () => import('./page.tsx')) }]
