import * as z from 'zod'
import { webhookStates } from '../../../contract/webhooks.ts'

/** What the log is narrowed to, in the address. */
export const logFilters = z.object({ state: z.enum(webhookStates).optional() })
