import {
  claimAuditFile,
  decideClaim,
  draftClaim,
  freezeClaim,
  listClaimRows,
  listClaims,
  payClaim,
  readClaim,
  removeClaim,
  submitClaim,
  thawClaim,
  updateClaim,
} from '../../contract/claims.ts'
import { route } from '../route.ts'
import { auditFile } from './audit/file.ts'
import { decide, pay } from './decide.ts'
import { beginClaim, changeClaim, dropClaim } from './draft.ts'
import { freeze, submit, thaw } from './freeze.ts'
import { listOfGrant } from './list.ts'
import { readClaimWhole } from './queries.ts'
import { listRows } from './rows.ts'

export const claimRoutes = [
  route(listClaims, listOfGrant),
  route(readClaim, (ctx, { params }) => readClaimWhole(ctx, params.id)),
  route(listClaimRows, listRows),
  route(claimAuditFile, auditFile),
  route(draftClaim, beginClaim),
  route(updateClaim, changeClaim),
  route(freezeClaim, freeze),
  route(thawClaim, thaw),
  route(submitClaim, submit),
  route(decideClaim, decide),
  route(payClaim, pay),
  route(removeClaim, dropClaim),
]
