import { sql } from 'kysely'
import { recordNouns } from '../../contract/primitives.ts'
import type { Workspace } from '../../contract/workspace.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'

/** The id of the workspace's only row. */
export const workspaceId = '00000000-0000-4000-8000-000000000001'

/** What hangs on records and is counted too: it has no bin. */
const entries = ['signatures', 'tasks', 'notes', 'documents']

/** The workspace's settings, with how many living records there are of each noun, and how much hangs on them. */
export async function readWorkspace(ctx: Pick<Context, 'db'>): Promise<Workspace> {
  const counts = recordNouns.map(
    (noun) => sql`${sql.lit(noun)}, (select count(*)::int from ${sql.table(noun)} where deleted_at is null)`,
  )
  counts.push(...entries.map((name) => sql`${sql.lit(name)}, (select count(*)::int from ${sql.table(name)})`))
  const { rows } = await sql<Workspace>`
    select version, name, as_of as "asOf", home_currency as "homeCurrency", language, origin,
      json_build_object(${sql.join(counts)}) as counts
    from workspace`.execute(ctx.db)
  const [found] = rows
  if (!found) throw new Failure('not_found', 'There is no workspace')
  return found
}
