import * as contract from '../contract/webhooks.ts'
import { listsOf, reads, writes } from './options.ts'

/** Other programs that are told what changes. */
export const webhooks = {
  list: reads(contract.listWebhooks),
  read: reads(contract.readWebhook),
  create: writes(contract.createWebhook),
  update: writes(contract.updateWebhook),
  remove: writes(contract.removeWebhook),
  renewSecret: writes(contract.renewWebhookSecret),
  deliveries: listsOf(contract.listDeliveries),
  test: writes(contract.testWebhook),
  resend: writes(contract.resendDelivery),
}
