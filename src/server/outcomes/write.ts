import { sql } from 'kysely'
import type { createOutcome, removeOutcome, updateOutcome } from '../../contract/outcomes.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { lock } from '../record.ts'
import type { Verb } from '../route.ts'
import { readOutcome } from './queries.ts'
import { check, rowOf, storeCompanies } from './store.ts'

export const addOutcome: Verb<typeof createOutcome> = async (ctx, { params, body }) => {
  await mustLive(ctx, params.id)
  await check(ctx, params.id, body)
  const id = ctx.newId()
  const at = ctx.now.toISOString()
  await ctx.db
    .insertInto('outcomes')
    .values({
      ...rowOf(body),
      id,
      mission_id: params.id,
      kind: body.kind,
      title: body.title,
      created_at: at,
      updated_at: at,
    })
    .execute()
  await storeCompanies(ctx, { id, missionId: params.id }, body.companies)
  return readOutcome(ctx, id)
}

export const changeOutcome: Verb<typeof updateOutcome> = async (ctx, { params: { id }, body, ifMatch }) => {
  await lock(ctx, 'outcomes', id, ifMatch)
  const { missionId } = await readOutcome(ctx, id)
  await check(ctx, missionId, body)
  // Counts as a change of the outcome, even where only its companies are others.
  const row = { ...rowOf(body), updated_at: ctx.now.toISOString() }
  await ctx.db.updateTable('outcomes').set(row).where('id', '=', id).execute()
  await storeCompanies(ctx, { id, missionId }, body.companies)
  return readOutcome(ctx, id)
}

export const dropOutcome: Verb<typeof removeOutcome> = async (ctx, { params: { id }, ifMatch }) => {
  await lock(ctx, 'outcomes', id, ifMatch)
  await ctx.db.deleteFrom('outcome_companies').where('outcome_id', '=', id).execute()
  await ctx.db.deleteFrom('outcomes').where('id', '=', id).execute()
  return undefined
}

/** Something may come of a mission whatever became of it, but not of one in the bin. */
async function mustLive(ctx: Context, missionId: string): Promise<void> {
  const { rows } = await sql<{
    deleted: boolean
  }>`select deleted_at is not null as deleted from missions where id = ${missionId} for key share`.execute(
    ctx.db,
  )
  const [found] = rows
  if (!found) throw new Failure('not_found', 'There is no such mission')
  if (found.deleted) throw new Failure('record_in_bin', 'The mission is in the bin')
}
