import { sql } from 'kysely'
import type { Context } from '../context.ts'

type Held = Record<string, unknown> | null

/** The currencies of the grants and expenses that noted rows are of, by the id of either. */
export async function currenciesIn(
  ctx: Context,
  rows: readonly { before: Held; after: Held }[],
): Promise<Map<string, string>> {
  const ids = new Set(
    rows.flatMap(({ before, after }) => {
      const row = after ?? before
      return [row?.grant_id ?? [], row?.expense_id ?? []].flat()
    }),
  )
  if (ids.size === 0) return new Map()
  const wanted = sql`any (${sql.val([...ids])}::uuid[])`
  const { rows: found } = await sql<{ id: string; currency: string }>`
    select id, currency from grants where id = ${wanted} union all select id, currency from expenses where id = ${wanted}`.execute(
    ctx.db,
  )
  return new Map(found.map(({ id, currency }) => [id, currency]))
}

/**
 * What the ids in noted rows stand for (organisation_id, person_id, …), by id, so that a screen can print words. A record
 * that is gone is called what its row said last.
 */
export async function namesIn(
  ctx: Context,
  rows: readonly { before: Held; after: Held }[],
): Promise<Map<string, string>> {
  const ids = new Set<string>()
  for (const { before, after } of rows)
    for (const [key, value] of [...Object.entries(before ?? {}), ...Object.entries(after ?? {})])
      if (key.endsWith('_id') && typeof value === 'string') ids.add(value)
  if (ids.size === 0) return new Map()
  const wanted = sql`any (${[...ids]}::uuid[])`
  const { rows: found } = await sql<{ id: string; name: string }>`
    select id, name from organisations where id = ${wanted}
    union all select id, concat_ws(' ', given_name, family_name) from people where id = ${wanted}
    union all select id, name from alliances where id = ${wanted}
    union all select id, name from markets where id = ${wanted}
    union all select id, name from market_regions where id = ${wanted}
    union all select id, title from agreements where id = ${wanted}
    union all select id, title from cooperation_actions where id = ${wanted}
    union all select id, title from missions where id = ${wanted}
    union all select id, name from mission_criteria where id = ${wanted}
    union all select id, name from meeting_tables where id = ${wanted}
    union all select id, concat_ws(' ', day::text, to_char(starts, 'HH24:MI')) from slots where id = ${wanted}
    union all select id, title from outcomes where id = ${wanted}
    union all select p.id, o.name from participations p join organisations o on o.id = p.organisation_id where p.id = ${wanted}
    union all select id, record_title('meetings', id) from meetings where id = ${wanted}
    union all select id, title from grants where id = ${wanted}
    union all select id, title from expenses where id = ${wanted}
    union all select id, coalesce(title, number::text) from claims where id = ${wanted}
    union all select id, coalesce(name, work_package, category) from budget_lines where id = ${wanted}
    union all select id, coalesce(title, kind) from budget_versions where id = ${wanted}
    union all select id, title from services where id = ${wanted}
    union all select id, title from indicators where id = ${wanted}
    union all select id, title from reports where id = ${wanted}
    union all select id, title from sources where id = ${wanted}
    union all select p.id, o.name from agreement_parties p join organisations o on o.id = p.organisation_id where p.id = ${wanted}`.execute(
    ctx.db,
  )
  const names = new Map(found.map(({ id, name }) => [id, name]))
  const gone = [...ids].filter((id) => !names.has(id))
  if (gone.length === 0) return names
  const { rows: last } = await sql<{ id: string; name: string }>`
    select distinct on (row_id) row_id as id, row_title(coalesce(after, before)) as name
    from changes
    where row_id = any (${gone}::uuid[]) and row_title(coalesce(after, before)) is not null
    order by row_id, seq desc`.execute(ctx.db)
  for (const { id, name } of last) names.set(id, name)
  return names
}
