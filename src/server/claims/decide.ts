import { sql } from 'kysely'
import type { decideClaim, payClaim } from '../../contract/claims.ts'
import type { FieldError } from '../../contract/problems.ts'
import { Failure, invalidField } from '../failure.ts'
import type { Verb } from '../route.ts'
import { readClaimWhole } from './queries.ts'
import { holdClaim } from './steps.ts'

/** Every row is accepted but for those that are named. Noted again, it replaces what was noted before. */
export const decide: Verb<typeof decideClaim> = async (
  ctx,
  { params: { id }, body: { on, rejected }, ifMatch },
) => {
  const { submittedOn } = await holdClaim(ctx, id, ifMatch, 'decide')
  if (submittedOn && on < submittedOn)
    throw invalidField('on', 'before_step', 'Before it was submitted', { before: submittedOn })
  const { rows } = await sql<{ id: string }>`select id from claim_rows where claim_id = ${id}`.execute(ctx.db)
  const known = new Set(rows.map((row) => row.id))
  const errors = rejected.flatMap(({ rowId }, n): FieldError[] =>
    known.has(rowId)
      ? []
      : [{ path: `rejected.${n}.rowId`, code: 'unknown_reference', message: 'Not a row of this claim' }],
  )
  if (errors.length > 0) throw new Failure('invalid', 'Rows of another claim', { errors })
  const reasons = Object.fromEntries(rejected.map(({ rowId, reason }) => [rowId, reason]))
  const reasonOf = sql`${JSON.stringify(reasons)}::jsonb ->> r.id::text`
  const decision = sql`case when ${reasonOf} is null then 'accepted' else 'rejected' end`
  await sql`
    update claim_rows r set decision = ${decision}, reason = ${reasonOf}
    where r.claim_id = ${id} and (r.decision, r.reason) is distinct from (${decision}, ${reasonOf})`.execute(
    ctx.db,
  )
  await sql`
    update claim_sums s set rejected_minor = w.minor
    from (
      select t.id, coalesce((select sum(r.amount_minor) from claim_rows r
        where r.claim_id = ${id} and r.line_id is not distinct from t.line_id and r.decision = 'rejected'), 0)::bigint as minor
      from claim_sums t where t.claim_id = ${id}
    ) w
    where w.id = s.id and w.minor <> s.rejected_minor`.execute(ctx.db)
  // A draft makes up for nothing that is refused now. Filled again, it takes back what was accepted and is not that much any more.
  await sql`
    delete from claim_rows a using claims d
    where d.id = a.claim_id and d.frozen_on is null and a.kind = 'adjustment'
      and a.share_id in (select r.share_id from claim_rows r where r.claim_id = ${id} and r.decision = 'rejected')`.execute(
    ctx.db,
  )
  await ctx.db.updateTable('claims').set({ decided_on: on }).where('id', '=', id).execute()
  return readClaimWhole(ctx, id)
}

export const pay: Verb<typeof payClaim> = async (ctx, { params: { id }, body: { on, minor }, ifMatch }) => {
  const { decidedOn } = await holdClaim(ctx, id, ifMatch, 'pay')
  if (decidedOn && on < decidedOn)
    throw invalidField('on', 'before_step', 'Before it was decided', { before: decidedOn })
  await ctx.db.updateTable('claims').set({ paid_on: on, paid_minor: minor }).where('id', '=', id).execute()
  return readClaimWhole(ctx, id)
}
