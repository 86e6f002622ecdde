import { sql } from 'kysely'
import { applyBulk, type BulkEdit, type BulkPreview, previewBulk } from '../../contract/bulk.ts'
import type { FieldError } from '../../contract/problems.ts'
import type { Context } from '../context.ts'
import { failureOf } from '../db/violations.ts'
import { Failure } from '../failure.ts'
import { currenciesIn, namesIn } from '../history/names.ts'
import { type Route, route, type Verb } from '../route.ts'
import { nounOf, operationOf } from './carry-out.ts'
import { editEach } from './run.ts'

/** Carries the preview out of the transaction, all of which is taken back. */
class Seen {
  readonly preview: BulkPreview
  constructor(preview: BulkPreview) {
    this.preview = preview
  }
}

/** Does it all, tells what it did, and takes it back: what is shown is what would happen, as no second set of rules could. */
const preview: Verb<typeof previewBulk> = async (ctx, { body }) => {
  try {
    return await ctx.db.transaction().execute(async (tx) => {
      const changeSetId = ctx.newId()
      await sql`
        select set_config('corridor.change_set', ${changeSetId}, true), set_config('corridor.now', ${ctx.now.toISOString()}, true)`.execute(
        tx,
      )
      throw new Seen(await seen({ ...ctx, db: tx, changeSetId }, body))
    })
  } catch (error) {
    if (error instanceof Seen) return error.preview
    // Met by somebody else's write: nothing is wrong with what was asked.
    if (error instanceof Failure) throw error
    throw failureOf(error) ? new Failure('conflict', 'The records are being changed') : error
  }
}

async function seen(
  ctx: Context,
  { edit, rows }: Parameters<typeof preview>[1]['body'],
): Promise<BulkPreview> {
  const titles = await titlesOf(
    ctx,
    nounOf(edit),
    rows.map(({ id }) => id),
  )
  const outcomes = await editEach(ctx, edit, rows)
  const changes = outcomes.flatMap((one) => one.changes)
  return {
    rows: outcomes.map((one) => ({ ...one, title: titles.get(one.id) ?? null })),
    names: Object.fromEntries(await namesIn(ctx, changes)),
    currencies: Object.fromEntries(await currenciesIn(ctx, changes)),
  }
}

async function titlesOf(ctx: Context, noun: string, ids: readonly string[]): Promise<Map<string, string>> {
  const title = noun === 'tasks' ? sql`t.title` : sql`record_title(${noun}, t.id)`
  const { rows } = await sql<{ id: string; title: string }>`
    select t.id, ${title} as title from ${sql.table(noun)} t where t.id = any (${sql.val([...ids])}::uuid[])`.execute(
    ctx.db,
  )
  return new Map(rows.map(({ id, title: own }) => [id, own]))
}

/** All of them as one change, or none. */
const apply: Verb<typeof applyBulk> = async (ctx, { body: { edit, rows } }) => {
  const outcomes = await editEach(ctx, edit, rows)
  const errors = outcomes.flatMap(({ refusal }, index): FieldError[] =>
    refusal
      ? [
          {
            path: `rows.${index}`,
            code: refusal.code,
            message: refusal.code.replaceAll('_', ' '),
            params: refusal.params,
          },
        ]
      : [],
  )
  if (errors.length > 0)
    throw new Failure('bulk_refused', `${errors.length} of ${rows.length} records refuse it`, {
      params: { count: errors.length },
      errors,
    })
  const changed = outcomes.filter(({ outcome }) => outcome === 'changed').map(({ id }) => id)
  await sign(ctx, edit, changed)
  return { changed: changed.length, unchanged: outcomes.length - changed.length }
}

/**
 * Signs the change as the operation that was done to each record, of none in particular: the history calls it by the first and how many
 * more, and undoing it asks for the right to that operation.
 */
async function sign(ctx: Context, edit: BulkEdit, changed: readonly string[]): Promise<void> {
  const [first] = changed
  if (!first) return
  const title = (await titlesOf(ctx, nounOf(edit), [first])).get(first) ?? ''
  const more = changed.length > 1 ? ` + ${changed.length - 1}` : ''
  await ctx.db
    .insertInto('change_sets')
    .values({
      id: ctx.changeSetId ?? '',
      at: ctx.now.toISOString(),
      actor_id: ctx.actor.id,
      verb: operationOf(edit),
      title: `${title}${more}`,
    })
    .execute()
}

export const bulkRoutes: Route[] = [route(previewBulk, preview), route(applyBulk, apply)]
