import { organisationRoutes } from './organisations/routes.ts'
import type { Route } from './route.ts'

/** Every operation of the API. */
export const routes: readonly Route[] = [...organisationRoutes]
