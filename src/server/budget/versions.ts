import { sql } from 'kysely'
import type { adoptVersion, beginVersion, dropVersion } from '../../contract/budget.ts'
import type { Context } from '../context.ts'
import { Failure, invalidField } from '../failure.ts'
import { touch } from '../record.ts'
import type { Verb } from '../route.ts'
import { draftOf, type HeldGrant, holdGrant, latestAdopted } from './hold.ts'
import { readGrantBudget } from './read.ts'

/** An amendment begins with what is in force, the transfers taken in. */
export const begin: Verb<typeof beginVersion> = async (ctx, { params: { id }, body, ifMatch }) => {
  const grant = await holdGrant(ctx, id, ifMatch)
  mustHaveNoDraft(grant)
  const versionId = ctx.newId()
  const before = latestAdopted(grant)
  await ctx.db
    .insertInto('budget_versions')
    .values({
      id: versionId,
      grant_id: id,
      position: grant.versions.length,
      kind: before ? 'amendment' : 'initial',
      title: body.title,
      note: body.note,
      created_at: ctx.now.toISOString(),
    })
    .execute()
  if (before) await copyAmounts(ctx, id, before.id, versionId)
  await touch(ctx, 'grants', id)
  return readGrantBudget(ctx, id)
}

/** What is drafted would not know of what is moved meanwhile. */
export function mustHaveNoDraft({ versions }: HeldGrant): void {
  if (versions.some(({ adoptedOn }) => adoptedOn === null))
    throw new Failure('budget_draft_open', 'A version is being drafted')
}

async function copyAmounts(ctx: Context, grantId: string, from: string, to: string): Promise<void> {
  const { rows } = await sql<{ line_id: string; amount_minor: number }>`
    select m.line_id, sum(m.amount)::bigint as amount_minor from (
      select a.line_id, a.amount_minor as amount from budget_amounts a where a.version_id = ${from}
      union all select t.to_line_id, t.amount_minor from budget_transfers t where t.version_id = ${from}
      union all select t.from_line_id, -t.amount_minor from budget_transfers t where t.version_id = ${from}
    ) m group by m.line_id order by m.line_id`.execute(ctx.db)
  const amounts = rows.map((row) => ({ ...row, id: ctx.newId(), grant_id: grantId, version_id: to }))
  if (amounts.length > 0) await ctx.db.insertInto('budget_amounts').values(amounts).execute()
}

/** In force from a day that is not before the version it takes the place of, nor before what was moved in that one. */
export const adopt: Verb<typeof adoptVersion> = async (
  ctx,
  { params: { id, versionId }, body: { on }, ifMatch },
) => {
  const grant = await holdGrant(ctx, id, ifMatch)
  draftOf(grant, versionId)
  await mustHaveLines(ctx, versionId)
  const { rows } = await sql<{ last: string | null }>`
    select max(d.day)::date as last from (
      select v.adopted_on as day from budget_versions v where v.grant_id = ${id}
      union all select t.on_date from budget_transfers t where t.grant_id = ${id}
    ) d`.execute(ctx.db)
  const last = rows[0]?.last
  if (last && on < last)
    throw invalidField('on', 'before_last_version', `The budget before it is of ${last}`, { last })
  await ctx.db.updateTable('budget_versions').set({ adopted_on: on }).where('id', '=', versionId).execute()
  await touch(ctx, 'grants', id)
  return readGrantBudget(ctx, id)
}

/** A budget in force that says nothing would look as if nothing may be spent. */
async function mustHaveLines(ctx: Context, versionId: string): Promise<void> {
  const some = await ctx.db
    .selectFrom('budget_amounts')
    .select('id')
    .where('version_id', '=', versionId)
    .limit(1)
    .executeTakeFirst()
  if (!some) throw new Failure('budget_without_lines', 'The version has no lines')
}

export const drop: Verb<typeof dropVersion> = async (ctx, { params: { id, versionId }, ifMatch }) => {
  draftOf(await holdGrant(ctx, id, ifMatch), versionId)
  await ctx.db.deleteFrom('budget_amounts').where('version_id', '=', versionId).execute()
  await ctx.db.deleteFrom('budget_versions').where('id', '=', versionId).execute()
  await dropIdleLines(ctx, id)
  await touch(ctx, 'grants', id)
  return readGrantBudget(ctx, id)
}

/** Lines that no version and no expense names are no lines any more. */
export async function dropIdleLines(ctx: Context, grantId: string): Promise<void> {
  await sql`
    delete from budget_lines l
    where l.grant_id = ${grantId}
      and not exists (select from budget_amounts a where a.line_id = l.id)
      and not exists (select from expense_shares s where s.line_id = l.id)
      and not exists (select from claim_rows r where r.line_id = l.id)
      and not exists (select from claim_sums c where c.line_id = l.id)
      and not exists (select from budget_transfers t where l.id in (t.from_line_id, t.to_line_id))`.execute(
    ctx.db,
  )
}
