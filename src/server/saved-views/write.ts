import { sql } from 'kysely'
import type {
  chooseDefaultView,
  createSavedView,
  removeSavedView,
  updateSavedView,
  ViewList,
} from '../../contract/saved-views.ts'
import type { Context } from '../context.ts'
import { Failure, invalidField } from '../failure.ts'
import { lock } from '../record.ts'
import type { Verb } from '../route.ts'
import { defaultOf, ownDefaults, readSavedView, savedViewsWhere } from './queries.ts'

/** Two views of one list with one name could not be told apart by who may use both. */
async function mustBeNamedAlone(ctx: Context, list: ViewList, name: string, but: string | null) {
  const found = await savedViewsWhere(
    ctx,
    sql<boolean>`v.list = ${list} and folded(v.name) = folded(${name}) and v.id is distinct from ${but}::uuid`,
  )
  if (found.length > 0)
    throw new Failure('duplicate', 'There is a view of this name', {
      errors: [{ path: 'name', code: 'duplicate', message: 'There is a view of this name' }],
    })
}

export const keepView: Verb<typeof createSavedView> = async (ctx, { body }) => {
  await mustBeNamedAlone(ctx, body.list, body.name, null)
  const id = ctx.newId()
  const at = ctx.now.toISOString()
  await ctx.db
    .insertInto('saved_views')
    .values({
      id,
      owner_id: ctx.actor.id,
      shared: body.shared,
      list: body.list,
      name: body.name,
      state: JSON.stringify(body.state),
      created_at: at,
      updated_at: at,
    })
    .execute()
  return readSavedView(ctx, id)
}

/** Locks a view for who may change it: 404 where they can't see it, 403 where it is somebody else's. */
async function hold(ctx: Context, id: string, seen: number) {
  const held = await readSavedView(ctx, id)
  if (!held.mayChange) throw new Failure('not_allowed', 'Only who keeps a view changes it')
  await lock(ctx, 'saved_views', id, seen)
  return held
}

export const changeView: Verb<typeof updateSavedView> = async (ctx, { params: { id }, body, ifMatch }) => {
  const held = await hold(ctx, id, ifMatch)
  if (body.name !== undefined) await mustBeNamedAlone(ctx, held.list, body.name, id)
  const given = {
    name: body.name,
    shared: body.shared,
    state: body.state && JSON.stringify(body.state),
  }
  const row = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  if (Object.keys(row).length > 0)
    await ctx.db.updateTable('saved_views').set(row).where('id', '=', id).execute()
  return readSavedView(ctx, id)
}

export const dropView: Verb<typeof removeSavedView> = async (ctx, { params: { id }, ifMatch }) => {
  await hold(ctx, id, ifMatch)
  await ctx.db.deleteFrom('default_views').where('view_id', '=', id).execute()
  await ctx.db.deleteFrom('saved_views').where('id', '=', id).execute()
  return undefined
}

export const chooseDefault: Verb<typeof chooseDefaultView> = async (ctx, { body: { list, view } }) => {
  if (view?.kind === 'saved') {
    const [found] = await savedViewsWhere(ctx, sql<boolean>`v.id = ${view.id} and v.list = ${list}`)
    if (!found) throw invalidField('view.id', 'unknown_reference', 'No such view of this list')
  }
  await sql`delete from default_views d where ${ownDefaults(ctx, list)}`.execute(ctx.db)
  if (view)
    await ctx.db
      .insertInto('default_views')
      .values({
        id: ctx.newId(),
        owner_id: ctx.actor.id,
        list,
        view_id: view.kind === 'saved' ? view.id : null,
        built_in: view.kind === 'built_in' ? view.name : null,
      })
      .execute()
  return { list, opensWith: await defaultOf(ctx, list) }
}
