import { sql } from 'kysely'
import type { draftClaim, removeClaim, updateClaim } from '../../contract/claims.ts'
import { mustNotEndBeforeStart } from '../checks.ts'
import { Failure } from '../failure.ts'
import type { Verb } from '../route.ts'
import { fill, putIn, settleRates } from './fill.ts'
import { readClaimWhole } from './queries.ts'
import { holdClaim } from './steps.ts'

export const beginClaim: Verb<typeof draftClaim> = async (ctx, { params, body }) => {
  mustNotEndBeforeStart(body.from, body.to)
  const grant = await ctx.db
    .selectFrom('grants')
    .select(['deleted_at'])
    .where('id', '=', params.id)
    .forUpdate()
    .executeTakeFirst()
  if (!grant) throw new Failure('not_found', 'There is no such grant')
  if (grant.deleted_at) throw new Failure('record_in_bin', 'The grant is in the bin')
  const { rows } = await sql<{ last: number; drafts: number }>`
    select coalesce(max(c.number), 0) as last, (count(*) filter (where c.frozen_on is null))::int as drafts
    from claims c where c.grant_id = ${params.id}`.execute(ctx.db)
  const { last, drafts } = rows[0] ?? { last: 0, drafts: 0 }
  if (drafts > 0) throw new Failure('claim_draft_open', 'A claim is being drafted')
  const id = ctx.newId()
  const at = ctx.now.toISOString()
  await ctx.db
    .insertInto('claims')
    .values({
      id,
      grant_id: params.id,
      number: last + 1,
      title: body.title,
      from_date: body.from,
      to_date: body.to,
      due_on: body.dueOn,
      note: body.note,
      created_at: at,
      updated_at: at,
    })
    .execute()
  const claim = { id, grantId: params.id, from: body.from, to: body.to }
  await fill(ctx, claim)
  await settle(ctx, id)
  return readClaimWhole(ctx, id)
}

/** Settles the rates of a draft's rows by its grant's rules. */
async function settle(ctx: Parameters<typeof settleRates>[0], id: string): Promise<void> {
  const { rows } = await sql<Parameters<typeof settleRates>[1]>`
    select c.id, c.grant_id as "grantId", c.from_date as from, c.to_date as to, g.currency, g.rules
    from claims c join grants g on g.id = c.grant_id where c.id = ${id}`.execute(ctx.db)
  if (rows[0]) await settleRates(ctx, rows[0])
}

export const changeClaim: Verb<typeof updateClaim> = async (ctx, { params: { id }, body, ifMatch }) => {
  const held = await holdClaim(ctx, id, ifMatch, 'change')
  const { from = held.from, to = held.to, leaveOut = [] } = body
  mustNotEndBeforeStart(from, to)
  const set = {
    title: body.title,
    from_date: body.from,
    to_date: body.to,
    due_on: body.dueOn,
    note: body.note,
  }
  await ctx.db
    .updateTable('claims')
    .set({ ...set, updated_at: ctx.now.toISOString() })
    .where('id', '=', id)
    .execute()
  if (leaveOut.length > 0)
    await sql`delete from claim_rows where claim_id = ${id} and id = any (${sql.val(leaveOut)}::uuid[])`.execute(
      ctx.db,
    )
  const claim = { ...held, from, to }
  if (body.refill) await fill(ctx, claim)
  await putIn(ctx, claim, body.putIn ?? [])
  await settleRates(ctx, claim)
  return readClaimWhole(ctx, id)
}

export const dropClaim: Verb<typeof removeClaim> = async (ctx, { params: { id }, ifMatch }) => {
  await holdClaim(ctx, id, ifMatch, 'change')
  await sql`delete from claim_rows where claim_id = ${id}`.execute(ctx.db)
  await ctx.db.deleteFrom('claims').where('id', '=', id).execute()
  return undefined
}
