import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { type Outcome, refused } from './outcome.ts'
import type { ReadyRow } from './waves.ts'

/** Records that rows call by name. */
export interface References {
  clusters: ReadonlyMap<string, string>
  missions: ReadonlyMap<string, string>
}

/** The living clusters and missions of these names; names that two go by are left out. */
export async function referencesOf(ctx: Context, rows: readonly ReadyRow[]): Promise<References> {
  const clusters = rows.flatMap(({ draft }) => draft.memberships.map(({ cluster }) => cluster))
  const missions = rows.flatMap(({ draft }) => draft.participation?.mission ?? [])
  return {
    clusters: await byName(
      ctx,
      clusters,
      (names) => sql`
        select n.name, o.id from unnest(${names}) n (name)
        join organisations o on o.deleted_at is null and 'cluster' = any (o.kinds) and (folded(o.name) = folded(n.name)
          or exists (select from organisation_names a where a.organisation_id = o.id and folded(a.name) = folded(n.name)))`,
    ),
    missions: await byName(
      ctx,
      missions,
      (names) => sql`
        select n.name, m.id from unnest(${names}) n (name) join missions m on m.deleted_at is null and folded(m.title) = folded(n.name)`,
    ),
  }
}

async function byName(
  ctx: Context,
  names: readonly string[],
  query: (names: ReturnType<typeof sql>) => ReturnType<typeof sql>,
): Promise<Map<string, string>> {
  if (names.length === 0) return new Map()
  const { rows } = await sql<{ name: string; id: string }>`
    select f.name, min(f.id::text) as id from (${query(sql`${sql.val([...new Set(names)])}::text[]`)}) f
    group by f.name having count(distinct f.id) = 1`.execute(ctx.db)
  return new Map(rows.map(({ name, id }) => [name, id]))
}

/** Why a row can't be written for what it refers to; null where it can. */
export function unknownReference({ draft }: ReadyRow, { clusters, missions }: References): Outcome | null {
  const cluster = draft.memberships.find((one) => !clusters.has(one.cluster))?.cluster
  if (cluster !== undefined)
    return refused('cluster_unknown', `No cluster, or more than one, is called ${cluster}`, { cluster })
  const mission = draft.participation?.mission
  if (mission !== undefined && !missions.has(mission))
    return refused('mission_unknown', `No mission, or more than one, is called ${mission}`, { mission })
  return null
}

/** Of bodies to be created, those of whose name there is one in the same place. */
export async function takenNames(ctx: Context, rows: readonly ReadyRow[]): Promise<Map<number, string>> {
  const asked = rows.flatMap(({ position, decision, draft: { organisation } }) =>
    decision === 'create' && organisation
      ? [{ position, name: organisation.name, country: organisation.country, town: organisation.town }]
      : [],
  )
  if (asked.length === 0) return new Map()
  const { rows: found } = await sql<{ position: number; id: string }>`
    select a.position, o.id
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a (position int, name text, country text, town text)
    -- One look into the index for each: joined as a whole, every body's name would be folded for every part of an import.
    cross join lateral (
      select o.id from organisations o where o.deleted_at is null and folded(o.name) = folded(a.name)
        and coalesce(o.country, '') = coalesce(a.country, '') and folded(coalesce(o.town, '')) = folded(coalesce(a.town, ''))
      limit 1) o`.execute(ctx.db)
  return new Map(found.map(({ position, id }) => [position, id]))
}
