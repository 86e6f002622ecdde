import { sql } from 'kysely'
import type { ImportRecord } from '../../contract/imports.ts'
import type { OnUpdate } from '../../domain/import/update.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'

export interface HeldImport {
  id: string
  name: string
  state: ImportRecord['state']
  onUpdate: OnUpdate
}

/** Locks an import, so that one request after the other goes on with it; `seen` is the version that was seen, where one is. */
export async function holdImport(
  ctx: Context,
  id: string,
  { seen, states }: { seen?: number; states?: readonly ImportRecord['state'][] },
): Promise<HeldImport> {
  const { rows } = await sql<HeldImport & { version: number }>`
    select id, name, state, on_update as "onUpdate", version from imports where id = ${id} for update`.execute(
    ctx.db,
  )
  const [found] = rows
  if (!found) throw new Failure('not_found', 'There is no such import')
  if (seen !== undefined && found.version !== seen)
    throw new Failure('version_stale', `Version ${found.version} is the newest`, {
      params: { version: found.version },
    })
  if (states && !states.includes(found.state))
    throw new Failure('import_state', `The import is ${found.state}`, { params: { state: found.state } })
  return found
}

/** Counts a change of its rows as one of the import. */
export async function moveOn(ctx: Context, id: string, state: ImportRecord['state']): Promise<void> {
  await ctx.db
    .updateTable('imports')
    .set({ state, updated_at: ctx.now.toISOString() })
    .where('id', '=', id)
    .execute()
}
