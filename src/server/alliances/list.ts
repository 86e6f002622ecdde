import { sql } from 'kysely'
import type * as z from 'zod'
import type { AllianceRow, allianceList } from '../../contract/alliances.ts'
import { asOfDay, type Context } from '../context.ts'
import { type DirectoryKey, pageOfIds } from '../directory.ts'
import { inScope } from '../scope.ts'

type Asked = z.output<typeof allianceList>

const keys: Record<string, DirectoryKey> = {
  name: { by: sql`sorted_as(alliances.name)`, type: 'text', titled: true },
  updatedAt: { by: sql`alliances.updated_at`, type: 'timestamptz' },
}

/** One page of alliances in the scope, with those who are members on the day. */
export async function listAlliances(
  ctx: Context,
  asked: Asked,
): Promise<{ items: AllianceRow[]; next: string | null; total: number }> {
  const scoped = asked.alliance || asked.cluster || asked.market
  const { ids, next, total } = await pageOfIds(ctx, asked, {
    noun: 'alliances',
    keys,
    first: 'name',
    conditions: scoped ? [inScope('alliances', 'alliances.id', asked)] : [],
  })
  return { items: await rowsOf(ctx, ids, await asOfDay(ctx, asked.asOf)), next, total }
}

/** The rows of these alliances, in this order. */
async function rowsOf(ctx: Context, ids: string[], day: string): Promise<AllianceRow[]> {
  if (ids.length === 0) return []
  const wanted = sql`${sql.val(ids)}::uuid[]`
  const { rows } = await sql<AllianceRow>`
    select l.id, l.version, l.name, l.starts, l.ends, l.sample, l.updated_at as "updatedAt",
      coalesce((select json_agg(json_build_object('id', o.id, 'name', o.name) order by m.position)
        from alliance_members m join organisations o on o.id = m.organisation_id
        where m.alliance_id = l.id and period_holds(m.from_date, m.to_date, ${day})), '[]') as members,
      (select count(distinct d.market_id)::int from market_leads d join markets k on k.id = d.market_id and k.deleted_at is null where d.alliance_id = l.id) as "marketCount",
      (select count(*)::int from agreements a where a.alliance_id = l.id and a.deleted_at is null) as "agreementCount"
    from alliances l where l.id = any (${wanted})
    order by array_position(${wanted}, l.id)`.execute(ctx.db)
  return rows
}
