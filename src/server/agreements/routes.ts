import {
  abandonAgreement as abandon,
  agreementRecords,
  moveAgreement as move,
  renewAgreement as renew,
  reopenAgreement as reopen,
  signAgreement as sign,
  terminateAgreement as terminate,
  removeSignature as unsign,
} from '../../contract/agreements.ts'
import { moveToBin, takeFromBin } from '../record.ts'
import { route } from '../route.ts'
import { abandonAgreement } from './abandon.ts'
import { createAgreement } from './create.ts'
import { listAgreements } from './list.ts'
import { moveAgreement } from './move.ts'
import { readAgreement } from './queries.ts'
import { renewAgreement } from './renew.ts'
import { reopenAgreement } from './reopen.ts'
import { signAgreement } from './sign.ts'
import { terminateAgreement } from './terminate.ts'
import { unsignAgreement } from './unsign.ts'
import { updateAgreement } from './update.ts'

const { list, read, create, update, remove, restore } = agreementRecords

export const agreementRoutes = [
  route(list, (ctx, { query }) => listAgreements(ctx, query)),
  route(read, (ctx, { params, query }) => readAgreement(ctx, params.id, query.asOf)),
  route(create, createAgreement),
  route(update, updateAgreement),
  route(remove, async (ctx, { params, ifMatch }) => {
    await moveToBin(ctx, 'agreements', params.id, ifMatch)
    return readAgreement(ctx, params.id)
  }),
  route(restore, async (ctx, { params }) => {
    await takeFromBin(ctx, 'agreements', params.id)
    return readAgreement(ctx, params.id)
  }),
  route(move, moveAgreement),
  route(sign, signAgreement),
  route(unsign, unsignAgreement),
  route(abandon, abandonAgreement),
  route(reopen, reopenAgreement),
  route(terminate, terminateAgreement),
  route(renew, renewAgreement),
]
