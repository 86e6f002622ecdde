import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod'
import type { GrantRow, grantList } from '../../contract/grants.ts'
import { claimsDue } from '../../domain/claim.ts'
import { type GrantRules, grantStatuses } from '../../domain/grant.ts'
import { timedClaims } from '../claims/periods.ts'
import { asOfDay, type Context } from '../context.ts'
import { countOf, foundBy, pageOf, type SortKey } from '../list.ts'
import { inScope } from '../scope.ts'
import { named, statusOn, total } from './queries.ts'
import { usesOf } from './use.ts'

type Asked = z.output<typeof grantList>

/** One page of grants, in the scope and by the filters asked for, as of a day; found first, and filled in after. */
export async function listGrants(
  ctx: Context,
  asked: Asked,
): Promise<{ items: GrantRow[]; next: string | null; total: number }> {
  const day = await asOfDay(ctx, asked.asOf)
  const found = matching(ctx, asked, day)
  const { rows, next } = await pageOf(found.select('g.id'), asked, {
    keys: sortKeys(asked.sort, day),
    id: 'g.id',
    first: 'title',
  })
  const ids = rows.map((row) => (row as { id: string }).id)
  return { items: await rowsOf(ctx, ids, day), next, total: await countOf(found) }
}

function matching(ctx: Context, asked: Asked, day: string) {
  const { status, funder, currency, q } = asked
  let query = ctx.db
    .selectFrom('grants as g')
    .where('g.deleted_at', 'is', null)
    .where(inScope('grants', 'g.id', asked))
  if (q) query = query.where(foundBy('grants', 'g.id', q))
  if (status?.length) query = query.where(sql<boolean>`${statusOn(day)} = any (${sql.val(status)}::text[])`)
  if (currency?.length) query = query.where(sql<boolean>`g.currency = any (${sql.val(currency)}::text[])`)
  if (funder)
    query = query.where(
      sql<boolean>`g.id in (select f.grant_id from grant_funders f where f.organisation_id = ${funder})`,
    )
  return query
}

/** What is unknown comes last, whichever the direction. */
function sortKeys(sort = '', day: string): Record<string, SortKey> {
  const descending = sort.startsWith('-')
  const dated = (column: string): SortKey => ({
    by: sql`coalesce(${sql.raw(column)}, ${sql.raw(descending ? `'-infinity'::date` : `'infinity'::date`)})`,
    type: 'date',
  })
  const most = sql.raw(descending ? '-1' : '9223372036854775807')
  return {
    title: { by: sql`sorted_as(g.title)`, type: 'text' },
    starts: dated('partial_first(g.starts)'),
    ends: dated('partial_last(g.ends)'),
    status: placeIn(grantStatuses, statusOn(day)),
    total: { by: sql`coalesce(g.total_minor, ${most})`, type: 'bigint' },
    updatedAt: { by: sql`g.updated_at`, type: 'timestamptz' },
  }
}

const placeIn = (words: readonly string[], column: RawBuilder<unknown>): SortKey => ({
  by: sql`array_position(${sql.lit(`{${words.join(',')}}`)}::text[], ${column})`,
  type: 'int',
})

type Found = Omit<GrantRow, 'use' | 'claimDue'> & { rules: GrantRules }

/** The rows of these grants, in this order. */
async function rowsOf(ctx: Context, ids: string[], day: string): Promise<GrantRow[]> {
  if (ids.length === 0) return []
  const wanted = sql`${sql.val(ids)}::uuid[]`
  const { rows } = await sql<Found>`
    select g.id, g.version, g.title, g.reference, g.programme, ${statusOn(day)} as status,
      ${named('alliances', 'g.alliance_id')} as alliance, ${named('organisations', 'g.cluster_id')} as cluster,
      g.starts, g.ends, g.currency, ${total} as total, g.rules, g.sample, g.updated_at as "updatedAt",
      coalesce((select json_agg(json_build_object('id', o.id, 'name', o.name) order by f.position)
        from grant_funders f join organisations o on o.id = f.organisation_id where f.grant_id = g.id), '[]') as funders
    from grants g where g.id = any (${wanted})
    order by array_position(${wanted}, g.id)`.execute(ctx.db)
  const uses = await usesOf(ctx, rows, day)
  const claims = await timedClaims(ctx, ids)
  return rows.map(({ rules, ...row }) => {
    const use = uses.get(row.id)
    if (!use) throw new Error('A grant that is there has sums')
    const [first] = claimsDue(rules.claimPeriods, claims.of(row.id), day)
    return { ...row, use, claimDue: first?.due ?? null }
  })
}
