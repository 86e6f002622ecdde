import { type RawBuilder, sql } from 'kysely'
import type { Grant } from '../../contract/grants.ts'
import type { FunderShare } from '../../domain/grant.ts'
import { contributions } from '../../domain/shares.ts'
import { asOfDay, type Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { usesOf } from './use.ts'

/** One grant with everything its page shows, as of a day; 404 where there is none. One in the bin is given, marked. */
export async function readGrant(ctx: Context, id: string, asOf?: string): Promise<Grant> {
  const grant = await readTerms(ctx, id, await asOfDay(ctx, asOf))
  const use = (await usesOf(ctx, [grant], grant.asOf)).get(id)
  if (!use) throw new Error('A grant that is there has sums')
  return { ...grant, use }
}

/** A grant without its sums. */
export async function readTerms(ctx: Context, id: string, day: string): Promise<Omit<Grant, 'use'>> {
  const { rows } = await sql<Omit<Grant, 'uncovered' | 'use'>>`
    select g.id, g.version, g.sample, g.title, g.reference, g.programme, g.call, g.summary, ${statusOn(day)} as status,
      ${day}::text as "asOf", ${named('alliances', 'g.alliance_id')} as alliance, ${named('organisations', 'g.cluster_id')} as cluster,
      g.starts, g.ends, g.currency, ${total} as total, g.rules, ${funders} as funders, g.closed_on as "closedOn",
      g.deleted_at as "deletedAt", g.created_at as "createdAt", g.updated_at as "updatedAt"
    from grants g where g.id = ${id}`.execute(ctx.db)
  const found = rows[0]
  if (!found) throw new Failure('not_found', 'There is no such grant')
  const exact = found.total.kind === 'exact' ? found.total.minor : null
  const { each, uncovered } = contributions(
    exact,
    found.funders.map(({ share }) => share as FunderShare),
  )
  return {
    ...found,
    funders: found.funders.map((funder, n) => ({ ...funder, contribution: each[n] ?? null })),
    uncovered,
  }
}

/** The status as of a day: the SQL twin of `grantStatus` in src/domain/grant.ts, over grants g. */
export const statusOn = (day: string): RawBuilder<string> => sql`case
  when g.closed_on <= ${day}::date then 'closed'
  when g.starts is null and g.ends is null then 'undated'
  when ${day}::date < partial_first(g.starts) then 'upcoming'
  when partial_last(g.ends) < ${day}::date then 'ended'
  else 'running' end`

export const total = sql`case when g.total_kind = 'unknown' then json_build_object('kind', 'unknown')
  else json_build_object('kind', g.total_kind, 'minor', g.total_minor) end`

export const named = (table: string, column: string): RawBuilder<unknown> =>
  sql`(select json_build_object('id', n.id, 'name', n.name) from ${sql.table(table)} n where n.id = ${sql.ref(column)})`

const funders = sql`coalesce((
  select json_agg(json_build_object('id', f.id, 'organisation', json_build_object('id', o.id, 'name', o.name), 'kind', f.kind,
    'share', case when f.share_bp is not null then json_build_object('kind', 'share', 'bp', f.share_bp)
      when f.amount_minor is not null then json_build_object('kind', 'amount', 'minor', f.amount_minor)
      else json_build_object('kind', 'unknown') end) order by f.position)
  from grant_funders f join organisations o on o.id = f.organisation_id where f.grant_id = g.id), '[]')`
