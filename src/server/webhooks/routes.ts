import * as contract from '../../contract/webhooks.ts'
import { route } from '../route.ts'
import { add, change, remove, renewSecret } from './keep.ts'
import { listLog, resend, test } from './log.ts'
import { listAll, readOne } from './read.ts'

export const webhookRoutes = [
  route(contract.listWebhooks, listAll),
  route(contract.readWebhook, readOne),
  route(contract.createWebhook, add),
  route(contract.updateWebhook, change),
  route(contract.removeWebhook, remove),
  route(contract.renewWebhookSecret, renewSecret),
  route(contract.listDeliveries, listLog),
  route(contract.testWebhook, test),
  route(contract.resendDelivery, resend),
]
