import { sql } from 'kysely'
import type { TimedClaim } from '../../domain/claim.ts'
import type { Context } from '../context.ts'

/** The claims of grants as far as it is about when they must be in, by grant; of one without claims, none. */
export async function timedClaims(
  ctx: Pick<Context, 'db'>,
  grants: readonly string[],
): Promise<{ of: (grantId: string) => readonly TimedClaim[] }> {
  const { rows } = await sql<TimedClaim & { grantId: string }>`
    select c.grant_id as "grantId", c.from_date as from, c.to_date as to, c.due_on as "dueOn", c.submitted_on as "submittedOn"
    from claims c where c.grant_id = any (${sql.val([...grants])}::uuid[])`.execute(ctx.db)
  const held = new Map<string, TimedClaim[]>()
  for (const { grantId, ...claim } of rows) held.set(grantId, [...(held.get(grantId) ?? []), claim])
  return { of: (grantId) => held.get(grantId) ?? [] }
}
