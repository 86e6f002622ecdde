import { sql } from 'kysely'
import { type ClaimSteps, claimCan } from '../../domain/claim.ts'
import type { GrantRules } from '../../domain/grant.ts'
import type { Context } from '../context.ts'
import { Failure, mustBeAllowed } from '../failure.ts'
import { lock } from '../record.ts'

/** A claim as its verbs need it. */
export interface HeldClaim extends ClaimSteps {
  id: string
  grantId: string
  from: string
  to: string
  currency: string
  rules: GrantRules
}

/** Locks a claim for a step that has to be possible now; its grant must not be in the bin. */
export async function holdClaim(
  ctx: Context,
  id: string,
  seen: number,
  step: keyof typeof claimCan,
): Promise<HeldClaim> {
  await lock(ctx, 'claims', id, seen)
  const { rows } = await sql<HeldClaim & { deleted: boolean }>`
    select c.id, c.grant_id as "grantId", c.from_date as from, c.to_date as to, c.frozen_on as "frozenOn", c.submitted_on as "submittedOn",
      c.decided_on as "decidedOn", c.paid_on as "paidOn", g.currency, g.rules, g.deleted_at is not null as deleted
    from claims c join grants g on g.id = c.grant_id where c.id = ${id}`.execute(ctx.db)
  const [found] = rows
  if (!found) throw new Failure('not_found', 'There is no such claim')
  if (found.deleted) throw new Failure('record_in_bin', 'The grant is in the bin')
  mustBeAllowed(claimCan[step](found))
  return found
}
