import { agreementRoutes } from './agreements/routes.ts'
import { dossierRoutes } from './dossier/routes.ts'
import { historyRoutes } from './history/routes.ts'
import { organisationRoutes } from './organisations/routes.ts'
import type { Route } from './route.ts'
import { sessionRoutes } from './session/routes.ts'
import { workspaceRoutes } from './workspace/routes.ts'

/** Every operation of the API. */
export const routes: readonly Route[] = [
  ...agreementRoutes,
  ...organisationRoutes,
  ...dossierRoutes,
  ...historyRoutes,
  ...sessionRoutes,
  ...workspaceRoutes,
]
