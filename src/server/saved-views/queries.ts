import { type RawBuilder, sql } from 'kysely'
import type { SavedView, ViewChoice, ViewList } from '../../contract/saved-views.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'

/** Of saved views `v`: those that who asks may use. */
const usable = ({ actor }: Context) =>
  sql<boolean>`(v.shared or v.owner_id is null or v.owner_id = ${actor.id})`

/** Theirs, nobody's, or left by somebody who is gone. */
const changeable = ({
  actor,
}: Context) => sql<boolean>`(v.owner_id is null or v.owner_id is not distinct from ${actor.id}
  or exists (select from people g where g.id = v.owner_id and g.deleted_at is not null))`

/** The saved views that a condition over `v` narrows to and who asks may use, by name; more than 500 nobody looks through. */
export async function savedViewsWhere(ctx: Context, condition: RawBuilder<boolean>): Promise<SavedView[]> {
  const { rows } = await sql<SavedView>`
    select v.id, v.version, v.list, v.name, v.shared, v.state, v.created_at as "createdAt", v.updated_at as "updatedAt",
      case when v.owner_id is not null then json_build_object('id', v.owner_id, 'name', record_title('people', v.owner_id)) end as owner,
      ${changeable(ctx)} as "mayChange"
    from saved_views v where ${usable(ctx)} and ${condition}
    order by folded(v.name), v.id limit 500`.execute(ctx.db)
  return rows
}

/** One view; 404 where there is none that who asks may use. */
export async function readSavedView(ctx: Context, id: string): Promise<SavedView> {
  const [found] = await savedViewsWhere(ctx, sql<boolean>`v.id = ${id}`)
  if (!found) throw new Failure('not_found', 'There is no such view')
  return found
}

/** Of the rows of `default_views`, those of who asks. */
export const ownDefaults = ({ actor }: Context, list: ViewList) =>
  sql<boolean>`d.list = ${list} and d.owner_id is not distinct from ${actor.id}`

/** What a list opens with for who asks; null where that is all of it, or a view that is not theirs to use any more. */
export async function defaultOf(ctx: Context, list: ViewList): Promise<ViewChoice | null> {
  const { rows } = await sql<{ viewId: string | null; builtIn: string | null }>`
    select d.view_id as "viewId", d.built_in as "builtIn"
    from default_views d left join saved_views v on v.id = d.view_id
    where ${ownDefaults(ctx, list)} and (d.view_id is null or ${usable(ctx)})
    order by d.id limit 1`.execute(ctx.db)
  const [found] = rows
  if (!found) return null
  if (found.viewId) return { kind: 'saved', id: found.viewId }
  return found.builtIn ? { kind: 'built_in', name: found.builtIn } : null
}
