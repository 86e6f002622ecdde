import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { Failure } from '../failure.ts'
import { sha256 } from '../sha256.ts'

/** How long failures count, in minutes. */
const windowMinutes = 15
/** Failures in that time: by one client for one address, and by one client for whatever address. */
export const mostForOne = 10
export const mostFromOne = 60

export interface Attempt {
  what: string
  /** The e-mail address tried, where one is. */
  email?: string | undefined
  /** From where. */
  client: string
}

/**
 * Failures are counted by who tries what from where, never by the account alone: so a stranger who guesses stops themselves, and
 * keeps nobody else out.
 */
async function keysOf({ what, email, client }: Attempt): Promise<[key: string, most: number][]> {
  const hashed = (text: string) => sha256(new TextEncoder().encode(text))
  const all: [string, number] = [await hashed(`${what} ${client}`), mostFromOne]
  return email === undefined ? [all] : [all, [await hashed(`${what} ${client} ${email}`), mostForOne]]
}

/** Refuses (429) whom too much went wrong for. */
export async function mustNotBeTooMany(db: Db, now: Date, attempt: Attempt): Promise<void> {
  const keys = await keysOf(attempt)
  const rows = await db
    .selectFrom('attempts')
    .select(['key', 'failures'])
    .where(
      'key',
      'in',
      keys.map(([key]) => key),
    )
    .where('since', '>', new Date(now.getTime() - windowMinutes * 60_000).toISOString())
    .execute()
  const failures = new Map(rows.map((row) => [row.key, row.failures]))
  if (keys.some(([key, most]) => (failures.get(key) ?? 0) >= most))
    throw new Failure('too_many_attempts', 'Too many attempts', { params: { minutes: windowMinutes } })
}

export async function noteFailure(db: Db, now: Date, attempt: Attempt): Promise<void> {
  const start = new Date(now.getTime() - windowMinutes * 60_000).toISOString()
  await sql`delete from attempts where since <= ${start}`.execute(db)
  for (const [key] of await keysOf(attempt))
    await sql`
      insert into attempts as held (key, failures, since) values (${key}, 1, ${now.toISOString()})
      on conflict (key) do update set failures = held.failures + 1`.execute(db)
}

/** Who got it right begins anew. */
export async function forgetFailures(db: Db, attempt: Attempt): Promise<void> {
  const [, own] = await keysOf(attempt)
  if (own) await db.deleteFrom('attempts').where('key', '=', own[0]).execute()
}
