import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'

/**
 * Tells everybody that another workspace is in the place of the one they know; what they know of it is of no use any more. All else is
 * told by the database, as the transaction ends that changed it (0032_webhooks.sql).
 */
export const tellReplaced = (tx: Tx, { verb, now }: { verb: string; now: Date }) =>
  sql`
    insert into webhook_deliveries (id, endpoint_id, at, type, noun, verb, next_at)
    select gen_random_uuid(), w.id, ${now.toISOString()}, 'workspace.replaced', 'workspace', ${verb}, ${now.toISOString()}
    from webhook_endpoints w where w.enabled`.execute(tx)
