import type { Db } from '../db/database.ts'

/** What waits for a receiver that was switched off is not sent later: by then it would be of no use. */
export const stopWaiting = (db: Db, endpointId: string) =>
  db
    .updateTable('webhook_deliveries')
    .set({ state: 'stopped', next_at: null, claim: null })
    .where('endpoint_id', '=', endpointId)
    .where('state', '=', 'waiting')
    .execute()
