import { accessRoutes } from './access/routes.ts'
import { accountsRoutes } from './accounts/routes.ts'
import { actingRoutes } from './acting/routes.ts'
import { agreementRoutes } from './agreements/routes.ts'
import { aidRoutes } from './aid/routes.ts'
import { allianceRoutes } from './alliances/routes.ts'
import { auditRoutes } from './audit/routes.ts'
import { budgetRoutes } from './budget/routes.ts'
import { bulkRoutes } from './bulk/routes.ts'
import { calendarRoutes } from './calendars/routes.ts'
import { claimRoutes } from './claims/routes.ts'
import { companyRoutes } from './companies/routes.ts'
import { dossierRoutes } from './dossier/routes.ts'
import { duplicateRoutes } from './duplicates/routes.ts'
import { expenseRoutes } from './expenses/routes.ts'
import { grantRoutes } from './grants/routes.ts'
import { historyRoutes } from './history/routes.ts'
import { importRoutes } from './imports/routes.ts'
import { indicatorRoutes } from './indicators/routes.ts'
import { liveRoutes } from './live/routes.ts'
import { marketRoutes } from './markets/routes.ts'
import { meetingRoutes } from './meetings/routes.ts'
import { mergeRoutes } from './merge/routes.ts'
import { missionRoutes } from './missions/routes.ts'
import { organisationRoutes } from './organisations/routes.ts'
import { outcomeRoutes } from './outcomes/routes.ts'
import { overviewRoutes } from './overview/routes.ts'
import { ownershipRoutes } from './ownership/routes.ts'
import { participationRoutes } from './participations/routes.ts'
import { peopleRoutes } from './people/routes.ts'
import { pinRoutes } from './pins/routes.ts'
import { privacyRoutes } from './privacy/routes.ts'
import { rateRoutes } from './rates/routes.ts'
import { reportRoutes } from './reports/routes.ts'
import { requestRoutes } from './requests/routes.ts'
import type { Route } from './route.ts'
import { savedViewRoutes } from './saved-views/routes.ts'
import { servedRoutes } from './served/routes.ts'
import { serviceRoutes } from './services/routes.ts'
import { sessionRoutes } from './session/routes.ts'
import { tokenRoutes } from './tokens/routes.ts'
import { viewRoutes } from './views/routes.ts'
import { webhookRoutes } from './webhooks/routes.ts'
import { workspaceRoutes } from './workspace/routes.ts'

/** Every operation of the API. */
export const routes: readonly Route[] = [
  ...agreementRoutes,
  ...missionRoutes,
  ...participationRoutes,
  ...organisationRoutes,
  ...peopleRoutes,
  ...mergeRoutes,
  ...duplicateRoutes,
  ...privacyRoutes,
  ...overviewRoutes,
  ...marketRoutes,
  ...allianceRoutes,
  ...requestRoutes,
  ...meetingRoutes,
  ...outcomeRoutes,
  ...companyRoutes,
  ...accountsRoutes,
  ...ownershipRoutes,
  ...serviceRoutes,
  ...servedRoutes,
  ...viewRoutes,
  ...actingRoutes,
  ...indicatorRoutes,
  ...reportRoutes,
  ...aidRoutes,
  ...grantRoutes,
  ...budgetRoutes,
  ...expenseRoutes,
  ...claimRoutes,
  ...rateRoutes,
  ...calendarRoutes,
  ...importRoutes,
  ...webhookRoutes,
  ...dossierRoutes,
  ...bulkRoutes,
  ...savedViewRoutes,
  ...pinRoutes,
  ...historyRoutes,
  ...liveRoutes,
  ...sessionRoutes,
  ...workspaceRoutes,
  ...accessRoutes,
  ...tokenRoutes,
  ...auditRoutes,
]
