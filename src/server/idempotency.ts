import { sql } from 'kysely'
import type { Answer } from './answer.ts'
import type { Tx } from './db/database.ts'
import { Failure } from './failure.ts'
import { sha256 } from './sha256.ts'

/** What identifies a request: its operation and every byte it carries. */
export async function fingerprintOf(request: Request, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const { pathname, search } = new URL(request.url)
  const head = new TextEncoder().encode(
    `${request.method} ${pathname}${search} ${request.headers.get('if-match') ?? ''}\n`,
  )
  const whole = new Uint8Array(head.length + bytes.length)
  whole.set(head)
  whole.set(bytes, head.length)
  return sha256(whole)
}

/**
 * Takes the key for this transaction. Gives the stored answer where the same request has been carried out before;
 * a request under way with the same key is waited for. Another request with the same key is refused.
 */
export async function claimKey(tx: Tx, key: string, fingerprint: string, now: Date): Promise<Answer | null> {
  const claimed = await tx
    .insertInto('idempotency_keys')
    .values({
      key,
      fingerprint,
      // Never before one that was there: what is written while a clock goes wrong must not look old once it goes right again.
      created_at: sql<string>`greatest(${now.toISOString()}, (select max(created_at) from idempotency_keys))`,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .executeTakeFirst()
  if (claimed) {
    await forgetOld(tx, now)
    return null
  }
  const stored = await tx
    .selectFrom('idempotency_keys')
    .selectAll()
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  if (stored.fingerprint !== fingerprint || stored.status === null) {
    throw new Failure('idempotency_key_reused', 'This Idempotency-Key was used for another request')
  }
  return {
    status: stored.status,
    headers: { ...(stored.headers as Record<string, string>), 'idempotent-replay': 'true' },
    body: stored.body,
  }
}

/** For how long a request is known again: what waits in a browser is sent when that is next opened, weeks later perhaps. */
const keptDays = 30

/**
 * Every write forgets a few, so that none has much to do. Those that another is forgetting are left to it. A clock that leapt
 * forward would forget what is still waiting to be sent again: so nothing is forgotten unless something was written between, a day
 * ago or more, by the same clock.
 */
async function forgetOld(tx: Tx, now: Date): Promise<void> {
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString()
  const before = daysAgo(keptDays)
  await sql`
    delete from idempotency_keys where key in (
      select key from idempotency_keys where created_at < ${before} order by created_at limit 20 for update skip locked)
    and exists (select from idempotency_keys between_them where created_at between ${before} and ${daysAgo(1)})`.execute(
    tx,
  )
}

/** Keeps the answer with its key, in the transaction of the write itself. */
export async function keepAnswer(tx: Tx, key: string, answer: Answer): Promise<void> {
  await tx
    .updateTable('idempotency_keys')
    .set({
      status: answer.status,
      headers: JSON.stringify(answer.headers),
      body: answer.body as string | null,
    })
    .where('key', '=', key)
    .execute()
}
