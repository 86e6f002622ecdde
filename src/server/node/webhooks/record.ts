import { sql } from 'kysely'
import { note } from '../../audit/acts.ts'
import type { Db, Tx } from '../../db/database.ts'
import { stopWaiting } from '../../webhooks/stop-waiting.ts'
import type { Claimed } from './claim.ts'
import type { Outcome } from './post.ts'
import { nextAttempt } from './schedule.ts'

/** A receiver at which nothing has arrived for as long is switched off, in milliseconds. */
const patience = 3 * 24 * 3_600_000

export type OffReason = 'gone' | 'failing'

interface Attempt {
  endpointId: string
  outcome: Outcome
  at: Date
  now: Date
  chance: number
}

/**
 * Notes what came of an attempt, and what is next. Gives why the receiver was switched off, where that is the end of it. What another has
 * claimed since is theirs to tell.
 */
export function record(db: Db, claimed: Claimed, attempt: Attempt): Promise<OffReason | null> {
  const { endpointId, outcome, at, now, chance } = attempt
  return db.transaction().execute(async (tx) => {
    // Held first, as by whoever switches it off, so that neither waits for the other.
    const endpoint = await tx
      .selectFrom('webhook_endpoints')
      .select(['enabled', 'failing_since'])
      .where('id', '=', endpointId)
      .forNoKeyUpdate()
      .executeTakeFirst()
    const next = outcome.error && nextAttempt(claimed.tries + 1, now, chance, outcome.retryAfter)
    const held = await tx
      .updateTable('webhook_deliveries')
      .set({
        state: outcome.error === null ? 'delivered' : next ? 'waiting' : 'failed',
        tries: claimed.tries + 1,
        next_at: next ? next.toISOString() : null,
        claim: null,
      })
      .where('id', '=', claimed.id)
      .where('claim', '=', claimed.claim)
      .returning('id')
      .executeTakeFirst()
    if (!endpoint || !held) return null
    const ms = Math.max(0, now.getTime() - at.getTime())
    await sql`
      insert into webhook_attempts (delivery_id, number, at, status, ms, error)
      select ${claimed.id}, coalesce(max(number), 0) + 1, ${at.toISOString()}::timestamptz, ${outcome.status}::int, ${ms}::int, ${outcome.error}::text
      from webhook_attempts where delivery_id = ${claimed.id}`.execute(tx)
    const since = outcome.error && (endpoint.failing_since ?? now.toISOString())
    await tx
      .updateTable('webhook_endpoints')
      .set({
        failing_since: since,
        last_at: at.toISOString(),
        last_status: outcome.status,
        last_ms: ms,
        last_error: outcome.error,
      })
      .where('id', '=', endpointId)
      .execute()
    const reason = since && endpoint.enabled ? reasonToStop(outcome, since, now) : null
    if (reason) await switchOff(tx, endpointId, reason, now)
    return reason
  })
}

function reasonToStop({ error }: Outcome, since: string, now: Date): OffReason | null {
  if (error === 'gone') return 'gone'
  return now.getTime() - Date.parse(since) >= patience ? 'failing' : null
}

async function switchOff(tx: Tx, id: string, reason: OffReason, now: Date): Promise<void> {
  await tx
    .updateTable('webhook_endpoints')
    .set({ enabled: false, off_reason: reason, off_at: now.toISOString(), updated_at: now.toISOString() })
    .where('id', '=', id)
    .execute()
  await stopWaiting(tx, id)
  await note(tx, [
    {
      at: now,
      kind: 'access',
      verb: 'webhooks.switch-off',
      noun: 'webhooks',
      recordId: id,
      detail: { reason },
    },
  ])
}
