import * as contract from '../../contract/privacy.ts'
import { route } from '../route.ts'
import { listDuePeople } from './due.ts'
import { eraseDue, erasePerson } from './erase.ts'
import { personFile } from './file.ts'
import { keepPrivacy } from './keep.ts'
import { readPersonPrivacy } from './queries.ts'

export const privacyRoutes = [
  route(contract.readPrivacy, (ctx, { params, query }) => readPersonPrivacy(ctx, params.id, query.asOf)),
  route(contract.keepPrivacy, keepPrivacy, (ctx, id) => readPersonPrivacy(ctx, id)),
  route(contract.readPersonFile, personFile),
  route(contract.erasePerson, erasePerson),
  route(contract.listDue, listDuePeople),
  route(contract.eraseDue, eraseDue),
]
